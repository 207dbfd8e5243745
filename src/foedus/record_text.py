"""The record's text files, read into facts: CSV, TOML and BibTeX, each line with its file and number.

Only ``record.load`` calls this module. Nothing here raises for a faulty line: every fault becomes a
:class:`~foedus.errors.Problem`, so that an editor sees all of them at once.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from math import isfinite
from typing import Any

from foedus.dates import ALWAYS, BEGINNING, END, NEVER, Moment, on, parse_moment
from foedus.errors import BadDate, Problem
from foedus.facts import (
    AccessionStep, Aid, Article, BorderLength, Citation, Control, Coverage, Deployment, Fact, Lexicon, Measure,
    Membership, Name, Office, Posture, Source, State, Statement, Succession, Topic, Treaty, TreatyEvent,
)  # fmt: skip

_COMMON = ("from", "until", "on", "cite", "known_from", "until_known", "note")
_CITATION = re.compile(r"([a-z0-9][a-z0-9.:_-]*)\[(.+)\]$", re.S)


@dataclass
class Text:
    """What was read from a folder: facts, words, sources, and what was wrong."""

    layer: str
    facts: list[Fact] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    titles: list[tuple[str, str]] = field(default_factory=list)
    regions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    source_lines: dict[str, int] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    """Keys of sources cited by lines that are no facts (what a region's name covers)."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def lexicon(self) -> Lexicon:
        """The words read, frozen."""
        return Lexicon(tuple(self.names), tuple(self.titles), dict(self.regions), tuple(self.topics))


class _Skip(Exception):
    """This line cannot become a fact; its problems are already noted."""


class Row:
    """One line's fields, asked for by name; faults are noted with file, line and a label such as ``member FIN``."""

    def __init__(self, text: Text, file: str, line: int, values: Mapping[str, Any], label: str) -> None:
        self.text, self.file, self.line, self.values, self.label = text, file, line, values, label

    def fault(self, message: str) -> None:
        self.text.problems.append(Problem(self.file, self.line, f"{self.label}: {message}"))

    def check_keys(self, allowed: Sequence[str]) -> None:
        """Note every key that this kind of line does not have."""
        for key in self.values:
            if key is None:
                self.fault("more fields than the header names: is a comma not quoted?")
            elif key not in allowed:
                self.fault(f"unknown key '{key}': expected one of {', '.join(allowed)}")

    def get(self, key: str, default: str = "") -> str:
        value = self.values.get(key)
        return default if value is None or value == "" else str(value).strip()

    def need(self, key: str) -> str:
        value = self.get(key)
        if not value:
            self.fault(f"'{key}' is missing")
            raise _Skip
        return value

    def moment(self, key: str, default: Moment | None = None) -> Moment:
        value = self.get(key)
        if not value and default is not None:
            return default
        if value == "..":
            return NEVER if key == "until" else ALWAYS
        try:
            return parse_moment(value or self.need(key))
        except BadDate as error:
            self.fault(f"'{key}': {error}")
            raise _Skip from None

    def dated(self, key: str) -> str:
        """A further date of a line, as written, if it has one."""
        return self.moment(key).text if self.get(key) else ""

    def number(self, key: str) -> float:
        value = self.need(key)
        try:
            found = float(value)
            if not isfinite(found):
                raise ValueError(value)
            return found
        except ValueError:
            self.fault(f"'{key}': “{value}” is not a number: write digits with a decimal point, without separators")
            raise _Skip from None

    def citations(self) -> tuple[Citation, ...]:
        found = []
        for part in re.split(r";\s+(?=[a-z0-9][\w.:-]*\[)", self.need("cite")):
            match = _CITATION.match(part.strip())
            if not match:
                self.fault(f"'cite': “{part}” is not a citation: write key[locator], such as nato-2023-fin[par. 2]")
                raise _Skip
            found.append(Citation(match[1], match[2]))
        return tuple(found)

    def base(self, since: Moment, until: Moment = NEVER) -> dict[str, Any]:
        """The fields that every fact has."""
        if until.latest <= since.earliest:
            self.fault(f"ends on {until}, before it begins on {since}: expected 'until' to be later (spans are half open)")
            raise _Skip
        known, until_known = self.get("known_from"), self.get("until_known")
        if not known:
            self.need("known_from")
        return {
            "since": since,
            "until": until,
            "citations": self.citations(),
            "known": since.latest if known == "event" and since.latest < END else self.moment("known_from").latest if known != "event" else BEGINNING,
            "until_known": self.moment("until_known").latest if until_known else until.latest,
            "note": self.get("note"),
            "origin": (self.text.layer, self.file, self.line),
        }


def read(folder: str, layer: str) -> Text:
    """Read every file of a record's folder."""
    text = Text(layer)
    if not os.path.isdir(folder):
        text.problems.append(Problem(folder, 0, "is not a folder: expected a record (sources.bib, states.csv, treaties/, …)"))
        return text
    _read_sources(text, folder)
    for name, reader in _LISTS.items():
        for row in _csv_rows(text, folder, name, reader.columns):
            _attempt(reader.build, text, row)
    for subfolder, build in (("treaties", _treaty_file), ("accessions", _accession_file)):
        directory = os.path.join(folder, subfolder)
        for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else ():
            if name.endswith(".toml"):
                _read_toml(text, folder, f"{subfolder}/{name}", build)
    return text


def _attempt(build: Callable[[Text, Row], Fact | None], text: Text, row: Row) -> None:
    try:
        fact = build(text, row)
    except _Skip:
        return
    if fact is not None:
        text.facts.append(fact)


def _content(text: Text, folder: str, name: str) -> str | None:
    try:
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        text.problems.append(Problem(name, line, f"is not UTF-8 text (byte 0x{error.object[error.start]:02x}): save the file as UTF-8"))
        return None


# --- sources -----------------------------------------------------------------------------------------------------------


def _read_sources(text: Text, folder: str) -> None:
    content = _content(text, folder, "sources.bib")
    if content is None:
        text.problems.append(Problem("sources.bib", 1, "is missing: every record needs its sources"))
        return
    import logging

    import bibtexparser  # only here: reading from text is rare, starting Foedus is not

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it warns of is reported as a problem, with its line
    library = bibtexparser.parse_string(content)
    for failed in library.failed_blocks:
        line = (failed.start_line or 0) + 1
        reason = getattr(failed.error, "abort_reason", "") or str(failed.error) or "its braces do not match"
        text.problems.append(Problem("sources.bib", line, f"is not a readable entry: {reason.strip().rstrip('.')}"))
    for entry in library.entries:
        line = (entry.start_line or 0) + 1
        fields = {key.lower(): str(item.value).replace("{", "").replace("}", "") for key, item in entry.fields_dict.items()}
        for needed in ("title", "url"):
            if not fields.get(needed):
                text.problems.append(Problem("sources.bib", line, f"source {entry.key}: '{needed}' is missing"))
        text.source_lines[entry.key] = line
        text.sources[entry.key] = Source(
            entry.key, fields.get("title", ""), fields.get("publisher") or fields.get("author", ""), fields.get("date", ""),
            fields.get("url", ""), fields.get("series", ""), fields.get("edition", ""),
        )  # fmt: skip


# --- lists -------------------------------------------------------------------------------------------------------------


def _csv_rows(text: Text, folder: str, name: str, columns: Sequence[str]) -> Iterator[Row]:
    content = _content(text, folder, name)
    if content is None:
        return
    reader = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    line = 1
    try:
        for column in reader.fieldnames or ():
            if column not in columns:
                text.problems.append(Problem(name, 1, f"unknown key '{column}': expected one of {', '.join(columns)}"))
        line = reader.line_num + 1
        for values in reader:
            label = next((value for value in values.values() if isinstance(value, str) and value), "line")
            row = Row(text, name, line, values, f"{name.removesuffix('.csv').rpartition('/')[2]} {label}")
            if None in values:
                row.fault("more fields than the header names: is a comma not quoted?")
            else:
                yield row
            line = reader.line_num + 1
    except csv.Error as error:
        text.problems.append(Problem(name, line, f"is not well-formed CSV: {error}: is every quotation mark closed, and doubled inside a field?"))


def _state(text: Text, row: Row) -> Fact:
    return State(
        **row.base(row.moment("from"), row.moment("until", NEVER)), id=row.need("id"), name=row.need("name"),
        formal_name=row.get("formal_name"), iso2=row.get("iso2"), cow=row.get("cow"), gw=row.get("gw"), region=row.get("region"),
    )  # fmt: skip


def _succession(text: Text, row: Row) -> Fact:
    return Succession(
        **row.base(row.moment("from", ALWAYS), row.moment("until")), predecessor=row.need("predecessor"),
        successor=row.need("successor"), how=row.need("kind"),
    )  # fmt: skip


def _name(text: Text, row: Row) -> None:
    since, until = row.moment("from", ALWAYS), row.moment("until", NEVER)
    text.names.append(
        Name(row.need("name"), row.need("type"), row.need("id"), row.get("use", "name"), since.earliest, until.earliest, row.get("note"))
    )


def _region(text: Text, row: Row) -> None:
    region = row.need("region")
    if row.get("cite"):
        text.cited.update(citation.source for citation in row.citations())
    text.regions[region] = (*text.regions.get(region, ()), row.need("state"))


def _title(text: Text, row: Row) -> None:
    text.titles.append((row.need("title"), row.need("role")))


def _topic(text: Text, row: Row) -> None:
    phrases = tuple(phrase.strip() for phrase in row.need("phrases").split(";") if phrase.strip())
    text.topics.append(Topic(row.need("topic"), row.need("name"), phrases))


def _border(text: Text, row: Row) -> Fact:
    a, b = row.need("a"), row.need("b")
    if a >= b:
        row.fault(f"{a} must come before {b}: a border is written once, its states in alphabetical order")
        raise _Skip
    return BorderLength(**row.base(row.moment("from"), row.moment("until", NEVER)), a=a, b=b, km=row.number("km"))


def _office(text: Text, row: Row) -> Fact:
    return Office(
        **row.base(row.moment("from"), row.moment("until", NEVER)), person=row.need("person"), role=row.need("role"), of=row.need("of")
    )


def _statement(text: Text, row: Row) -> Fact:
    return Statement(
        **row.base(row.moment("on")), id=row.need("id"), speaker=row.need("speaker"), about=row.need("about"), gist=row.need("gist"),
        words=row.get("words"), terms=row.get("terms"), via=row.get("via"), role_of=row.get("role_of"),
    )  # fmt: skip


def _deployment(text: Text, row: Row) -> Fact:
    return Deployment(
        **row.base(row.moment("from"), row.moment("until", NEVER)), actor=row.need("actor"), host=row.need("host"),
        n=int(row.number("n")) if row.get("n") else 0, hedge=row.get("hedge", "="), gist=row.need("gist"),
    )  # fmt: skip


def _aid(text: Text, row: Row) -> Fact:
    return Aid(
        **row.base(row.moment("on")), donor=row.need("donor"), recipient=row.need("recipient"), aid=row.need("kind"),
        gist=row.need("gist"), amount=row.get("amount"), currency=row.get("currency"), act=row.need("act"),
    )  # fmt: skip


def _control(text: Text, row: Row) -> Fact:
    return Control(
        **row.base(row.moment("from"), row.moment("until", NEVER)), place=row.need("place"), holder=row.need("holder"),
        asserted_by=row.need("asserted_by"), gist=row.need("gist"),
    )  # fmt: skip


def _posture(text: Text, row: Row) -> Fact:
    return Posture(
        **row.base(row.moment("from"), row.moment("until", NEVER)), state=row.need("state"), posture=row.need("posture"),
        toward=row.get("toward"), basis=row.need("basis"), gist=row.need("gist"),
    )  # fmt: skip


@lru_cache(maxsize=512)
def _new_year(year: int) -> Moment:
    return on(date(year, 1, 1))


def _measure(text: Text, row: Row) -> Fact:
    year = int(row.number("year"))
    if not MINYEAR <= year < MAXYEAR:
        row.fault(f"'year': {year} is not a year of the calendar")
        raise _Skip
    series = row.file.rpartition("/")[2].removesuffix(".csv")
    span = (_new_year(year), _new_year(year + 1))
    return Measure(**row.base(*span), series=series, state=row.need("state"), year=year, value=row.number("value"), unit=row.need("unit"))


def _coverage(text: Text, row: Row) -> Fact:
    values = {"known_from": "event", **row.values}
    row = Row(text, row.file, row.line, values, row.label)
    after = row.need("after")
    if after not in ("stands", "unknown"):
        row.fault(f"'after': “{after}”: expected stands or unknown")
        raise _Skip
    return Coverage(
        **row.base(row.moment("since", ALWAYS)), covers=row.need("list"), about=row.need("subject"),
        through=row.moment("through").earliest, after=after,
    )  # fmt: skip


@dataclass(frozen=True)
class _List:
    build: Callable[[Text, Row], Fact | None]
    columns: tuple[str, ...]


_SERIES = _List(_measure, ("state", "year", "value", "unit", "cite", "known_from", "note"))
_LISTS: dict[str, _List] = {
    "states.csv": _List(_state, ("id", "name", "formal_name", "iso2", "cow", "gw", "region", *_COMMON)),
    "successions.csv": _List(_succession, ("predecessor", "successor", "kind", *_COMMON)),
    "names.csv": _List(_name, ("name", "type", "id", "use", "from", "until", "note")),
    "regions.csv": _List(_region, ("region", "state", "cite", "note")),
    "roles.csv": _List(_title, ("role", "title")),
    "topics.csv": _List(_topic, ("topic", "name", "phrases")),
    "borders.csv": _List(_border, ("a", "b", "km", *_COMMON)),
    "offices.csv": _List(_office, ("person", "role", "of", *_COMMON)),
    "statements.csv": _List(_statement, ("id", "speaker", "role_of", "about", "gist", "words", "terms", "via", *_COMMON)),
    "deployments.csv": _List(_deployment, ("actor", "host", "n", "hedge", "gist", *_COMMON)),
    "aid.csv": _List(_aid, ("donor", "recipient", "kind", "gist", "amount", "currency", "act", *_COMMON)),
    "control.csv": _List(_control, ("place", "holder", "asserted_by", "gist", *_COMMON)),
    "postures.csv": _List(_posture, ("state", "posture", "toward", "basis", "gist", *_COMMON)),
    "series/area.csv": _SERIES,
    "series/population.csv": _SERIES,
    "coverage.csv": _List(_coverage, ("list", "subject", "since", "through", "after", "cite", "note")),
}


# --- treaties and accessions -------------------------------------------------------------------------------------------


def _read_toml(text: Text, folder: str, name: str, build: Callable[[Text, str, str, dict[str, Any]], None]) -> None:
    content = _content(text, folder, name)
    if content is None:
        return
    try:
        document = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        text.problems.append(Problem(name, int(line[1]) if line else 1, f"is not well-formed TOML: {error}"))
        return
    build(text, name, content, document)


def _entries(content: str, key: str) -> list[int]:
    """The line of each entry of a top-level array that holds one inline table a line."""
    lines, inside = [], False
    for number, line in enumerate(content.splitlines(), 1):
        if re.match(rf"{key}\s*=\s*\[", line):
            inside = True
        if inside and "{" in line.split("#")[0]:
            lines.append(number)
        if inside and re.match(r"\s*\]|.*\}\s*\]\s*$", line):
            break
    return lines


def _array(
    text: Text, name: str, content: str, document: dict[str, Any], key: str, noun: str, by: str, keys: Sequence[str]
) -> Iterator[Row]:
    lines, found = _entries(content, key), document.get(key, [])
    if not isinstance(found, list) or not all(isinstance(values, dict) for values in found):
        text.problems.append(Problem(name, _line_of(content, key), f"'{key}' is not a list of tables: write [ and ] around lines such as {{ {by} = \"…\", cite = \"…\" }},"))
        return
    for index, values in enumerate(found):
        line = lines[index] if index < len(lines) else 1
        row = Row(text, name, line, values, f"{noun} {values.get(by, index + 1)}")
        row.check_keys(keys)
        yield row


def _line_of(content: str, key: str) -> int:
    """The line on which a top-level key or table of a TOML file stands."""
    found = re.search(rf"^\[*{re.escape(key)}\b", content, re.M)
    return content[: found.start()].count("\n") + 1 if found else 1


def _top(text: Text, name: str, content: str, document: dict[str, Any], noun: str, allowed: Sequence[str]) -> Row:
    row = Row(text, name, 1, document, f"{noun} {document.get('id') or document.get('state') or name}")
    for key in document:
        if key not in allowed:
            row.line = _line_of(content, key)
            row.fault(f"unknown key '{key}': expected one of {', '.join(allowed)}")
    row.line = 1
    return row


_TREATY_KEYS = (
    "id", "name", "alliance", "alliance_name", "signed", "place", "in_force", "until", "cite", "known_from", "until_known", "note",
    "coverage", "articles", "events", "members",
)  # fmt: skip


def _treaty_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    top = _top(text, name, content, document, "treaty", _TREATY_KEYS)
    treaty, alliance = str(document.get("id", "")), str(document.get("alliance", ""))
    _attempt(
        lambda text, row: Treaty(
            **row.base(row.moment("in_force"), row.moment("until", NEVER)), id=row.need("id"), name=row.need("name"), alliance=alliance,
            alliance_name=row.get("alliance_name"), signed=row.moment("signed", row.moment("in_force")), place=row.get("place"),
        ), text, top,
    )  # fmt: skip
    _coverage_table(text, name, content, document, "members", alliance)
    for row in _array(text, name, content, document, "articles", "article", "number", ("number", "content", "gist", "conditions", *_COMMON)):
        _attempt(
            lambda text, row: Article(
                **row.base(row.moment("from", top.moment("in_force")), row.moment("until", top.moment("until", NEVER))), treaty=treaty,
                number=row.need("number"), content=row.need("content"), gist=row.need("gist"), conditions=row.get("conditions"),
            ), text, row,
        )  # fmt: skip
    for row in _array(text, name, content, document, "events", "event", "on", ("article", "what", "by", "gist", *_COMMON)):
        _attempt(
            lambda text, row: TreatyEvent(
                **row.base(row.moment("on")), treaty=treaty, article=row.get("article"), what=row.need("what"), by=row.need("by"), gist=row.need("gist")
            ), text, row,
        )  # fmt: skip
    for row in _array(
        text, name, content, document, "members", "member", "state", ("state", "signed", "ratified", "deposited", "disputes", *_COMMON)
    ):
        _attempt(
            lambda text, row: Membership(
                **row.base(row.moment("from"), row.moment("until", top.moment("until", NEVER))), state=row.need("state"), alliance=alliance or treaty,
                signed=row.dated("signed"), ratified=row.dated("ratified"), deposited=row.dated("deposited"), disputes=row.dated("disputes"),
            ), text, row,
        )  # fmt: skip


def _coverage_table(text: Text, name: str, content: str, document: dict[str, Any], covers: str, about: str) -> None:
    if "coverage" not in document:
        return
    line = _line_of(content, "coverage")
    if not isinstance(document["coverage"], dict):
        text.problems.append(Problem(name, line, "'coverage' is not a table: write [coverage] on a line of its own, and its keys below"))
        return
    row = Row(text, name, line, {"list": covers, "subject": about, **document["coverage"]}, f"coverage of {about}")
    row.check_keys(_LISTS["coverage.csv"].columns)
    _attempt(_coverage, text, row)


def _accession_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    top = _top(text, name, content, document, "accession", ("state", "alliance", "treaty", "steps", "note", "coverage"))
    try:
        state, alliance = top.need("state"), top.need("alliance")
    except _Skip:
        return
    _coverage_table(text, name, content, document, "accessions", f"{state} {alliance}")
    for row in _array(text, name, content, document, "steps", "step", "stage", ("stage", "by", "act", "gist", *_COMMON)):
        if row.get("by"):
            row.label += f" {row.get('by')}"
        _attempt(
            lambda text, row: AccessionStep(
                **row.base(row.moment("on")), state=state, alliance=alliance, stage=row.need("stage"), by=row.get("by"),
                act=row.get("act"), gist=row.get("gist"),
            ), text, row,
        )  # fmt: skip
