"""The record's text files, read into facts: what each list, treaty and accession file holds.

Only ``record.load`` calls this module, through :func:`read`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from foedus.dates import ALWAYS, NEVER, Moment, on
from foedus.errors import Problem
from foedus.fact import Fact, Source
from foedus.facts import Coverage
from foedus.lexicon import Name, Topic
from foedus.lists import ARTICLES, COVERAGE, EVENTS, LISTS, MEASURES, MEMBERS, PROCEDURE, STEPS, TREATY, List, year_of
from foedus.rows import Row, Skip, Text, array, attempt, bibtex, content, csv_rows, line_of, read_toml, top


def read(folder: str, layer: str) -> Text:
    """Read every file of a record's folder."""
    text = Text(layer)
    if not os.path.isdir(folder):
        text.problems.append(Problem(folder, 0, "is not a folder: expected a record (sources.bib, states.csv, treaties/, …)"))
        return text
    _read_sources(text, folder)
    for name, columns, build in _csv_files(folder):
        for row in csv_rows(text, folder, name, columns):
            attempt(build, text, row)
    for subfolder, read_file in (("treaties", _treaty_file), ("accessions", _accession_file)):
        directory = os.path.join(folder, subfolder)
        for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else ():
            if name.endswith(".toml"):
                read_toml(text, folder, f"{subfolder}/{name}", read_file)
    return text


# --- sources -----------------------------------------------------------------------------------------------------------


def _read_sources(text: Text, folder: str) -> None:
    written = content(text, folder, "sources.bib")
    if written is None:
        text.problems.append(Problem("sources.bib", 1, "is missing: every record needs its sources"))
        return
    library = bibtex(written)
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


def _line(which: List, check: Callable[[Row], None] | None = None) -> Callable[[Text, Row], Fact]:
    def build(text: Text, row: Row) -> Fact:
        if check is not None:
            check(row)
        return which.fact(row)

    return build


def _in_order(row: Row) -> None:
    a, b = row.need("a"), row.need("b")
    if a >= b:
        row.fault(f"{a} must come before {b}: a border is written once, its states in alphabetical order")
        raise Skip


@lru_cache(maxsize=512)
def _new_year(year: int) -> Moment:
    return on(date(year, 1, 1))


def _measure(text: Text, row: Row) -> Fact:
    year = year_of(row.get("year"))
    since, until = (_new_year(year), _new_year(year + 1)) if year is not None else (ALWAYS, NEVER)
    return MEASURES.fact(row, {"series": row.file.rpartition("/")[2].removesuffix(".csv")}, since, until)


def _coverage(text: Text, row: Row) -> Fact:
    row = Row(text, row.file, row.line, {"known_from": "event", **row.values}, row.label)
    after = row.need("after")
    if after not in ("stands", "unknown"):
        row.fault(f"'after': “{after}”: expected stands or unknown")
        raise Skip
    fact = COVERAGE.fact(row)
    if isinstance(fact, Coverage) and fact.through < fact.since.earliest:
        row.fault(f"'through': {fact.through} lies before 'since', {fact.since}")
        raise Skip
    return fact


_CHECKS = {"borders.csv": _in_order, "sea_neighbours.csv": _in_order}
WORDS = {
    "names.csv": ("name", "type", "id", "use", "from", "until", "note"),
    "regions.csv": ("region", "state", "cite", "note"),
    "roles.csv": ("role", "title"),
    "topics.csv": ("topic", "name", "phrases"),
}
"""The lists of words, which are language and no facts, with their columns."""
_WORD_READERS = {"names.csv": _name, "regions.csv": _region, "roles.csv": _title, "topics.csv": _topic}


def _csv_files(folder: str) -> Iterator[tuple[str, tuple[str, ...], Callable[[Text, Row], Fact | None]]]:
    """Every CSV file that a record may have: its name, its columns, and what makes a fact or a word of its lines."""
    for name, listed in LISTS.items():
        yield name, listed.columns, _line(listed, _CHECKS.get(name))
    for name, columns in WORDS.items():
        yield name, columns, _WORD_READERS[name]
    series = os.path.join(folder, "series")
    for name in sorted(os.listdir(series)) if os.path.isdir(series) else ():
        if name.endswith(".csv"):
            yield f"series/{name}", MEASURES.columns, _measure
    yield "coverage.csv", COVERAGE.columns, _coverage


# --- treaties and accessions -------------------------------------------------------------------------------------------


def _treaty_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    head = top(text, name, content, document, "treaty", (*TREATY.columns, "coverage", "articles", "events", "members", "procedure"))
    treaty, bond = str(document.get("id", "")), str(document.get("alliance") or document.get("id", ""))
    attempt(lambda text, row: TREATY.fact(row), text, head)
    _coverage_table(text, name, content, document, "members", bond)

    def lines(key: str, noun: str, by: str, which: List, given: dict[str, Any], whole_life: bool = False) -> None:
        # What is written without dates holds as long as the treaty; a member's entry must be written.
        def build(text: Text, row: Row) -> Fact:
            since = head.moment("in_force") if whole_life else None
            return which.fact(row, given, since, head.moment("until", NEVER))

        for row in array(text, name, content, document, key, noun, by, which.columns):
            attempt(build, text, row)

    lines("articles", "article", "number", ARTICLES, {"treaty": treaty}, whole_life=True)
    lines("events", "event", "on", EVENTS, {"treaty": treaty})
    lines("members", "member", "state", MEMBERS, {"alliance": bond})
    lines("procedure", "procedure step", "number", PROCEDURE, {"alliance": bond}, whole_life=True)


def _coverage_table(text: Text, name: str, content: str, document: dict[str, Any], covers: str, about: str) -> None:
    if "coverage" not in document:
        return
    line = line_of(content, "coverage")
    if not isinstance(document["coverage"], dict):
        text.problems.append(Problem(name, line, "'coverage' is not a table: write [coverage] on a line of its own, and its keys below"))
        return
    row = Row(text, name, line, {"list": covers, "subject": about, **document["coverage"]}, f"coverage of {about}")
    row.check_keys(COVERAGE.columns)
    attempt(_coverage, text, row)


def _accession_file(text: Text, name: str, content: str, document: dict[str, Any]) -> None:
    head = top(text, name, content, document, "accession", ("state", "alliance", "treaty", "steps", "note", "coverage"))
    try:
        journey = {"state": head.need("state"), "alliance": head.need("alliance")}
    except Skip:
        return
    _coverage_table(text, name, content, document, "accessions", f"{journey['state']} {journey['alliance']}")
    for row in array(text, name, content, document, "steps", "step", "stage", STEPS.columns):
        if row.get("by"):
            row.label += f" {row.get('by')}"
        attempt(lambda text, row: STEPS.fact(row, journey), text, row)
