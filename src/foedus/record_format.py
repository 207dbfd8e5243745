"""The canonical form of a record's text: one way to write each file, so that a change of one fact is a change of one line.

Lines are sorted by what they are about, columns and keys stand in the order of :mod:`foedus.lists`, a rare column that no line fills is left out,
and quotation marks stand only where they are needed. Formatting changes no fact, and what is formatted once stays as it is.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from foedus.errors import BadInput
from foedus.lists import ARTICLES, COVERAGE, EVENTS, LISTS, MEASURES, MEMBERS, PROCEDURE, STEPS, TREATY
from foedus.record_text import WORDS
from foedus.rows import bibtex

_BIB_FIELDS = ("title", "author", "publisher", "journal", "series", "edition", "date", "url", "urldate", "note")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_RARE = ("until_known", "view", "basis", "counts", "continues")
_TREATY_ARRAYS = {"articles": ARTICLES, "events": EVENTS, "members": MEMBERS, "procedure": PROCEDURE}
_ACCESSION_ARRAYS = {"steps": STEPS}
_WORD_ORDER = {"names.csv": ("type", "id"), "regions.csv": ("region",), "roles.csv": ("role",), "topics.csv": ()}


def formatted(name: str, text: str) -> str:
    """A file of a record in canonical form.

    Raises :class:`~foedus.errors.BadInput` where the file cannot be read, or holds comments, which would be lost.
    """
    if name == "sources.bib":
        return _bibtex(name, text)
    if name.endswith(".csv"):
        return _csv(name, text)
    return _toml(name, text)


def files(folder: str) -> Iterator[str]:
    """The text files of a record, by their names inside its folder."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".csv", ".toml")) or name == "sources.bib":
                yield os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], sort: Sequence[str]) -> str:
    """Lines as CSV text: sorted, the columns in their order, rare ones that no line fills left out."""
    lines = sorted(rows, key=lambda row: tuple(_natural(_field(row.get(name))) for name in (*sort, *columns)))
    filled = [name for name in columns if name not in _RARE or any(row.get(name) not in (None, "") for row in lines)]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(filled)
    writer.writerows([_field(row.get(name)) for name in filled] for row in lines)
    return out.getvalue()


def _field(value: Any) -> str:
    return "" if value is None else str(value).strip()


def write_source(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """A source as one line of BibTeX."""
    order = [name for name in _BIB_FIELDS if fields.get(name)] + sorted(name for name in fields if name not in _BIB_FIELDS and fields[name])
    return f"@{kind}{{{key}, {', '.join(f'{name} = {{{_one_line(fields[name])}}}' for name in order)}}}\n"


def _csv(name: str, text: str) -> str:
    columns, sort = shape(name)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise BadInput(f"{name}:{reader.line_num}: is not well-formed CSV: {error}: `foedus validate` says more") from None
    header = reader.fieldnames or ()
    unknown = [column for column in header if column not in columns or list(header).count(column) > 1]
    if unknown or any(None in row or None in row.values() for row in rows):
        raise BadInput(f"{name}: has columns or fields that its list does not: nothing is changed; `foedus validate` says which")
    return write_csv(rows, columns, sort)


def shape(name: str) -> tuple[Sequence[str], Sequence[str]]:
    """The columns of a list in canonical order, and those by which its lines are sorted."""
    if name in LISTS:
        return LISTS[name].columns, LISTS[name].sort
    if name.startswith("series/"):
        return MEASURES.columns, MEASURES.sort
    if name == "coverage.csv":
        return COVERAGE.columns, COVERAGE.sort
    if name in WORDS:
        return WORDS[name], _WORD_ORDER[name]
    raise BadInput(f"{name}: is no list of the record: expected one of {', '.join([*LISTS, *WORDS, 'coverage.csv', 'series/*.csv'])}")


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts 2 before 10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text) if part)


def _toml(name: str, text: str) -> str:
    commented = next((number for number, line in enumerate(text.splitlines(), 1) if "#" in _STRING.sub("", line)), None)
    if commented:
        raise BadInput(
            f"{name}:{commented}: a comment would be lost: write it as the 'note' of the fact that it speaks of; nothing is changed"
        )
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{name}: is not well-formed TOML: {error}") from None
    accession = "steps" in document
    head = ("state", "alliance", "treaty", "note") if accession else TREATY.columns
    arrays = _ACCESSION_ARRAYS if accession else _TREATY_ARRAYS
    unknown = [key for key in document if key not in (*head, *arrays, "coverage")]
    if unknown:
        raise BadInput(f"{name}: unknown key '{unknown[0]}': nothing is changed; expected one of {', '.join((*head, *arrays, 'coverage'))}")
    lines = [f"{key} = {_string(name, document[key])}" for key in head if key in document]
    for key, which in arrays.items():
        if key in document:
            if not isinstance(document[key], list) or not all(isinstance(entry, dict) for entry in document[key]):
                raise BadInput(f"{name}: '{key}' is not a list of tables: nothing is changed; `foedus validate` says more")
            entries = [_inline(name, entry, which.columns) for entry in document[key]]
            lines += ["", f"{key} = [", *(f"  {entry}," for entry in entries), "]"]
    if "coverage" in document:
        coverage = document["coverage"]
        strange = "coverage" if not isinstance(coverage, dict) else next((key for key in coverage if key not in COVERAGE.columns), None)
        if strange:
            raise BadInput(f"{name}: '{strange}' is no table or key of a coverage: nothing is changed; `foedus validate` says more")
        keys = [key for key in COVERAGE.columns if key in coverage]
        lines += ["", "[coverage]", *(f"{key} = {_string(name, coverage[key])}" for key in keys)]
    return "\n".join(lines) + "\n"


def _inline(name: str, entry: Mapping[str, Any], columns: Sequence[str]) -> str:
    unknown = [key for key in entry if key not in columns]
    if unknown:
        raise BadInput(f"{name}: unknown key '{unknown[0]}': nothing is changed; expected one of {', '.join(columns)}")
    return "{ " + ", ".join(f"{key} = {_string(name, entry[key])}" for key in columns if entry.get(key) not in (None, "")) + " }"


def _string(name: str, value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise BadInput(f"{name}: {value} stands where text is expected: nothing is changed; `foedus validate` says more")
    return json.dumps(str(value).strip(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _bibtex(name: str, text: str) -> str:
    library = bibtex(text)
    if library.failed_blocks:
        line = (library.failed_blocks[0].start_line or 0) + 1
        raise BadInput(f"{name}:{line}: is not a readable entry: nothing is changed; `foedus validate` says more")
    lost = [*library.comments, *library.strings, *library.preambles]
    if lost:
        line = (lost[0].start_line or 0) + 1
        raise BadInput(
            f"{name}:{line}: a comment, string or preamble would be lost: write it as the 'note' of the source that it speaks of; nothing is changed"
        )
    entries = sorted(library.entries, key=lambda entry: entry.key)
    return "".join(
        write_source(entry.entry_type, entry.key, {key.lower(): str(field.value) for key, field in entry.fields_dict.items()})
        for entry in entries
    )


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
