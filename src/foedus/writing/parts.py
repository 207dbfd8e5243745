"""What each form of output makes of one report, as bytes, and how the parts of many pages are put together.

A part is made where its page was checked, which may be in another process; putting parts together is quick, and holds one at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from foedus.check import Report
from foedus.writing import annotations as notes
from foedus.writing import linked_data, table


def json_part(report: Report) -> bytes:
    """The report as JSON that people can read."""
    return _encoded(json.dumps(report.json(), ensure_ascii=False, indent=2))


def jsonl_part(report: Report) -> bytes:
    """The report on one line."""
    return _encoded(json.dumps(report.json(), ensure_ascii=False))


def csv_part(report: Report) -> bytes:
    """The report's findings, a line each."""
    return _encoded(table.lines(report))


def sarif_part(report: Report) -> bytes:
    """The report's results in a SARIF log."""
    return _listed(notes.results(report))


def rdjson_part(report: Report) -> bytes:
    """The report's diagnostics in reviewdog's format."""
    return _listed(notes.diagnostics(report))


def claimreview_part(report: Report) -> bytes:
    """The report's reviews in schema.org's terms."""
    return _listed(linked_data.reviews(report))


def correction_part(report: Report) -> bytes:
    """The report's corrections in schema.org's terms."""
    return _listed(linked_data.corrections(report))


def parquet_part(report: Report) -> bytes:
    """The report's findings as an Arrow message."""
    from foedus.writing.columns import packed

    return packed(report)


PARTS: dict[str, Callable[[Report], bytes]] = {
    "json": json_part, "jsonl": jsonl_part, "csv": csv_part, "sarif": sarif_part, "rdjson": rdjson_part,
    "claimreview": claimreview_part, "correction": correction_part, "parquet": parquet_part,
}  # fmt: skip
"""The part of a report, by the name of the form."""
EMPTY = {"csv": b"", "sarif": b"[]", "rdjson": b"[]", "claimreview": b"[]", "correction": b"[]", "parquet": b""}
"""The part of a page without findings, in the forms that say nothing else of a page."""


def as_array(parts: Iterable[bytes]) -> Iterator[str]:
    """The text of a JSON array of parts that are JSON with an indent of two."""
    empty = True
    for part in parts:
        yield ("[\n  " if empty else ",\n  ") + part.decode().replace("\n", "\n  ")
        empty = False
    yield "[]\n" if empty else "\n]\n"


def listed(parts: Iterable[bytes]) -> Iterator[Any]:
    """The items of parts that are lists."""
    return chain.from_iterable(json.loads(part) for part in parts)


def _listed(items: Iterable[Any]) -> bytes:
    return _encoded(json.dumps(list(items), ensure_ascii=False))


def _encoded(text: str) -> bytes:
    # Half of a surrogate pair is no character; JSON lets a page's text have one all the same.
    return text.encode("utf-8", "replace")
