"""The record's text files, read into facts: what each list, treaty and accession file holds.

Only ``record.load`` calls this module, through :func:`read`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import Any

from foedus.dates import ALWAYS, NEVER, Moment, on
from foedus.errors import Problem
from foedus.facts import (
    AccessionStep,
    Aid,
    Article,
    BorderLength,
    Control,
    Coverage,
    Deployment,
    Fact,
    Measure,
    Membership,
    Name,
    Office,
    Posture,
    Source,
    State,
    Statement,
    Succession,
    Topic,
    Treaty,
    TreatyEvent,
)  # fmt: skip
from foedus.rows import Row, Skip, Text, array, attempt, content, csv_rows, line_of, read_toml, top

_COMMON = ("from", "until", "on", "cite", "known_from", "until_known", "note")


def read(folder: str, layer: str) -> Text:
    """Read every file of a record's folder."""
    text = Text(layer)
    if not os.path.isdir(folder):
        text.problems.append(Problem(folder, 0, "is not a folder: expected a record (sources.bib, states.csv, treaties/, …)"))
        return text
    _read_sources(text, folder)
    for name, reader in _LISTS.items():
        for row in csv_rows(text, folder, name, reader.columns):
            attempt(reader.build, text, row)
    for subfolder, build in (("treaties", _treaty_file), ("accessions", _accession_file)):
        directory = os.path.join(folder, subfolder)
        for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else ():
            if name.endswith(".toml"):
                read_toml(text, folder, f"{subfolder}/{name}", build)
    return text


# --- sources -----------------------------------------------------------------------------------------------------------


def _read_sources(text: Text, folder: str) -> None:
    bibtex = content(text, folder, "sources.bib")
    if bibtex is None:
        text.problems.append(Problem("sources.bib", 1, "is missing: every record needs its sources"))
        return
    import logging

    from bibtexparser.entrypoint import parse_string  # only here: reading from text is rare, starting Foedus is not

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it warns of is reported as a problem, with its line
    library = parse_string(bibtex)
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
        raise Skip
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
        raise Skip
    series = row.file.rpartition("/")[2].removesuffix(".csv")
    span = (_new_year(year), _new_year(year + 1))
    return Measure(**row.base(*span), series=series, state=row.need("state"), year=year, value=row.number("value"), unit=row.need("unit"))


def _coverage(text: Text, row: Row) -> Fact:
    values = {"known_from": "event", **row.values}
    row = Row(text, row.file, row.line, values, row.label)
    after = row.need("after")
    if after not in ("stands", "unknown"):
        row.fault(f"'after': “{after}”: expected stands or unknown")
        raise Skip
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


_TREATY_KEYS = (
    "id", "name", "alliance", "alliance_name", "signed", "place", "in_force", "until", "cite", "known_from", "until_known", "note",
    "coverage", "articles", "events", "members",
)  # fmt: skip


def _treaty_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    head = top(text, name, content, document, "treaty", _TREATY_KEYS)
    treaty, alliance = str(document.get("id", "")), str(document.get("alliance", ""))
    attempt(
        lambda text, row: Treaty(
            **row.base(row.moment("in_force"), row.moment("until", NEVER)), id=row.need("id"), name=row.need("name"), alliance=alliance,
            alliance_name=row.get("alliance_name"), signed=row.moment("signed", row.moment("in_force")), place=row.get("place"),
        ), text, head,
    )  # fmt: skip
    _coverage_table(text, name, content, document, "members", alliance)
    for row in array(text, name, content, document, "articles", "article", "number", ("number", "content", "gist", "conditions", *_COMMON)):
        attempt(
            lambda text, row: Article(
                **row.base(row.moment("from", head.moment("in_force")), row.moment("until", head.moment("until", NEVER))), treaty=treaty,
                number=row.need("number"), content=row.need("content"), gist=row.need("gist"), conditions=row.get("conditions"),
            ), text, row,
        )  # fmt: skip
    for row in array(text, name, content, document, "events", "event", "on", ("article", "what", "by", "gist", *_COMMON)):
        attempt(
            lambda text, row: TreatyEvent(
                **row.base(row.moment("on")), treaty=treaty, article=row.get("article"), what=row.need("what"), by=row.need("by"), gist=row.need("gist")
            ), text, row,
        )  # fmt: skip
    for row in array(
        text, name, content, document, "members", "member", "state", ("state", "signed", "ratified", "deposited", "disputes", *_COMMON)
    ):
        attempt(
            lambda text, row: Membership(
                **row.base(row.moment("from"), row.moment("until", head.moment("until", NEVER))), state=row.need("state"), alliance=alliance or treaty,
                signed=row.dated("signed"), ratified=row.dated("ratified"), deposited=row.dated("deposited"), disputes=row.dated("disputes"),
            ), text, row,
        )  # fmt: skip


def _coverage_table(text: Text, name: str, content: str, document: dict[str, Any], covers: str, about: str) -> None:
    if "coverage" not in document:
        return
    line = line_of(content, "coverage")
    if not isinstance(document["coverage"], dict):
        text.problems.append(Problem(name, line, "'coverage' is not a table: write [coverage] on a line of its own, and its keys below"))
        return
    row = Row(text, name, line, {"list": covers, "subject": about, **document["coverage"]}, f"coverage of {about}")
    row.check_keys(_LISTS["coverage.csv"].columns)
    attempt(_coverage, text, row)


def _accession_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    head = top(text, name, content, document, "accession", ("state", "alliance", "treaty", "steps", "note", "coverage"))
    try:
        state, alliance = head.need("state"), head.need("alliance")
    except Skip:
        return
    _coverage_table(text, name, content, document, "accessions", f"{state} {alliance}")
    for row in array(text, name, content, document, "steps", "step", "stage", ("stage", "by", "act", "gist", *_COMMON)):
        if row.get("by"):
            row.label += f" {row.get('by')}"
        attempt(
            lambda text, row: AccessionStep(
                **row.base(row.moment("on")), state=state, alliance=alliance, stage=row.need("stage"), by=row.get("by"),
                act=row.get("act"), gist=row.get("gist"),
            ), text, row,
        )  # fmt: skip
