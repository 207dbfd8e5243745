"""Lines of the record's text: CSV rows and TOML tables, each with its file and number, their fields asked for by name.

Nothing here raises for a faulty line: every fault becomes a :class:`~foedus.errors.Problem`, so that an editor sees all of them at once.
What the fields of each list mean is said in :mod:`foedus.record_text`.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import Any

from foedus.dates import ALWAYS, BEGINNING, END, NEVER, Moment, parse_moment
from foedus.errors import BadDate, Problem
from foedus.fact import Citation, Fact, Source
from foedus.lexicon import Lexicon, Name, Topic

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


class Skip(Exception):
    """This line cannot become a fact; its problems are already noted."""


class Row:
    """One line's fields, asked for by name; faults are noted with file, line and a label such as ``member FIN``."""

    def __init__(self, text: Text, file: str, line: int, values: Mapping[str, Any], label: str) -> None:
        self.text, self.file, self.line, self.values, self.label = text, file, line, values, label

    def fault(self, message: str) -> None:
        """Note that something is wrong with this line."""
        self.text.problems.append(Problem(self.file, self.line, f"{self.label}: {message}"))

    def check_keys(self, allowed: Sequence[str]) -> None:
        """Note every key that this kind of line does not have."""
        for key in self.values:
            if key is None:
                self.fault("more fields than the header names: is a comma not quoted?")
            elif key not in allowed:
                self.fault(f"unknown key '{key}': expected one of {', '.join(allowed)}")

    def get(self, key: str, default: str = "") -> str:
        """A field as text, or the default."""
        value = self.values.get(key)
        return default if value is None or value == "" else str(value).strip()

    def need(self, key: str) -> str:
        """A field that must be there."""
        value = self.get(key)
        if not value:
            self.fault(f"'{key}' is missing")
            raise Skip
        return value

    def moment(self, key: str, default: Moment | None = None) -> Moment:
        """A date, exact or within bounds; the default where the field is empty."""
        value = self.get(key)
        if not value and default is not None:
            return default
        if value == "..":
            return NEVER if key == "until" else ALWAYS
        try:
            return parse_moment(value or self.need(key))
        except BadDate as error:
            self.fault(f"'{key}': {error}")
            raise Skip from None

    def dated(self, key: str) -> str:
        """A further date of a line, as written, if it has one."""
        return self.moment(key).text if self.get(key) else ""

    def number(self, key: str) -> float:
        """A finite number."""
        value = self.need(key)
        try:
            found = float(value)
            if not isfinite(found):
                raise ValueError(value)
            return found
        except ValueError:
            self.fault(f"'{key}': “{value}” is not a number: write digits with a decimal point, without separators")
            raise Skip from None

    def citations(self) -> tuple[Citation, ...]:
        """The places in sources that the line cites."""
        found = []
        for part in re.split(r";\s+(?=[a-z0-9][\w.:-]*\[)", self.need("cite")):
            match = _CITATION.match(part.strip())
            if not match:
                self.fault(f"'cite': “{part}” is not a citation: write key[locator], such as nato-2023-fin[par. 2]")
                raise Skip
            found.append(Citation(match[1], match[2]))
        return tuple(found)

    def _known(self, since: Moment) -> date:
        """The day from which the fact was public; ``event`` is that of the event, or always where only its first day is known."""
        if self.need("known_from") != "event":
            return self.moment("known_from").latest
        return since.latest if since.latest < END else BEGINNING

    def base(self, since: Moment, until: Moment = NEVER) -> dict[str, Any]:
        """The fields that every fact has."""
        if until.latest <= since.earliest:
            self.fault(f"ends on {until}, before it begins on {since}: expected 'until' to be later (spans are half open)")
            raise Skip
        known, until_known = self._known(since), self.get("until_known")
        return {
            "since": since,
            "until": until,
            "citations": self.citations(),
            "known": known,
            "until_known": self.moment("until_known").latest if until_known else until.latest,
            "note": self.get("note"),
            "origin": (self.text.layer, self.file, self.line),
        }


def attempt(build: Callable[[Text, Row], Fact | None], text: Text, row: Row) -> None:
    """Add the fact that a line makes, unless it is faulty."""
    try:
        fact = build(text, row)
    except Skip:
        return
    if fact is not None:
        text.facts.append(fact)


def content(text: Text, folder: str, name: str) -> str | None:
    """The text of a file, or ``None`` where there is none that can be read."""
    try:
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        text.problems.append(Problem(name, line, f"is not UTF-8 text (byte 0x{error.object[error.start]:02x}): save the file as UTF-8"))
        return None


def csv_rows(text: Text, folder: str, name: str, columns: Sequence[str]) -> Iterator[Row]:
    """The lines of a CSV file, with the columns that it may have."""
    written = content(text, folder, name)
    if written is None:
        return
    reader = csv.DictReader(io.StringIO(written, newline=""), strict=True)
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
        text.problems.append(
            Problem(name, line, f"is not well-formed CSV: {error}: is every quotation mark closed, and doubled inside a field?")
        )


def read_toml(text: Text, folder: str, name: str, build: Callable[[Text, str, str, dict[str, Any]], None]) -> None:
    """Read a TOML file and hand it to what knows its kind."""
    written = content(text, folder, name)
    if written is None:
        return
    try:
        document = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        text.problems.append(Problem(name, int(line[1]) if line else 1, f"is not well-formed TOML: {error}"))
        return
    build(text, name, written, document)


def bibtex(written: str) -> Any:
    """The library of entries that BibTeX text holds, those that cannot be read among its failed blocks."""
    import logging

    from bibtexparser.entrypoint import parse_string  # only here: reading from text is rare, starting Foedus is not

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it warns of is reported as a problem, with its line
    return parse_string(written)


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


def array(
    text: Text, name: str, content: str, document: dict[str, Any], key: str, noun: str, by: str, keys: Sequence[str]
) -> Iterator[Row]:
    """The inline tables of an array, one a line."""
    lines, found = _entries(content, key), document.get(key, [])
    if not isinstance(found, list) or not all(isinstance(values, dict) for values in found):
        text.problems.append(
            Problem(
                name,
                line_of(content, key),
                f'\'{key}\' is not a list of tables: write [ and ] around lines such as {{ {by} = "…", cite = "…" }},',
            )
        )
        return
    for index, values in enumerate(found):
        line = lines[index] if index < len(lines) else 1
        row = Row(text, name, line, values, f"{noun} {values.get(by, index + 1)}")
        row.check_keys(keys)
        yield row


def line_of(content: str, key: str) -> int:
    """The line on which a top-level key or table of a TOML file stands."""
    found = re.search(rf"^\[*{re.escape(key)}\b", content, re.M)
    return content[: found.start()].count("\n") + 1 if found else 1


def top(text: Text, name: str, content: str, document: dict[str, Any], noun: str, allowed: Sequence[str]) -> Row:
    """The file's own fields, those outside its lists."""
    row = Row(text, name, 1, document, f"{noun} {document.get('id') or document.get('state') or name}")
    for key in document:
        if key not in allowed:
            row.line = line_of(content, key)
            row.fault(f"unknown key '{key}': expected one of {', '.join(allowed)}")
    row.line = 1
    return row
