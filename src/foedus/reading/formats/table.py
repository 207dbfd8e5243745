"""Tables of pages: Parquet, CSV and JSON Lines, by named columns, a batch at a time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import IO, Any

from foedus.errors import BadPage
from foedus.reading.formats.article import from_ans, from_ninjs, is_ans, is_ninjs
from foedus.reading.formats.html import from_html
from foedus.reading.page import MAX_BYTES, Page, Passed, from_text, iso_day

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "url", "uri", "address", "id", "path"),
    "text": ("text", "body", "content", "article"),
    "html": ("html", "body_html", "content_html"),
    "published": ("published", "published_at", "publish_date", "date", "pubdate"),
    "updated": ("updated", "updated_at", "modified", "last_updated"),
}
"""What a page is made of, and the columns in which it is looked for when none is named."""

Row = Mapping[str, Any]


def from_parquet(name: str, stream: IO[bytes], columns: Mapping[str, str] | None = None) -> Iterator[Page | Passed]:
    """The pages of a Parquet file; only the columns that are asked for are read."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(stream)
        chosen = _chosen(name, table.schema_arrow.names, columns)
        for batch in table.iter_batches(batch_size=256, columns=sorted(set(chosen.values()))):
            yield from _pages(name, batch.to_pylist(), chosen)
    except (pa.ArrowException, OSError) as error:
        raise BadPage(f"{name} is no Parquet file that can be read: {error}") from None


def from_csv(name: str, stream: IO[bytes], columns: Mapping[str, str] | None = None) -> Iterator[Page | Passed]:
    """The pages of a CSV file with a header, in UTF-8."""
    csv.field_size_limit(MAX_BYTES)
    rows = csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline=""))
    try:
        chosen = _chosen(name, list(rows.fieldnames or ()), columns)
        yield from _pages(name, rows, chosen)
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadPage(f"{name}:{rows.line_num} is no line of CSV in UTF-8 that can be read: {error}") from None


def from_jsonl(name: str, stream: IO[bytes], columns: Mapping[str, str] | None = None) -> Iterator[Page | Passed]:
    """The pages of a JSON Lines file: rows with named columns, or articles in ANS or ninjs."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            yield Passed(where, f"{where} is too large: more than {MAX_BYTES // 1024 // 1024} MB are not read as one page")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            continue
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            yield from from_json(where, item, columns)
        except (ValueError, RecursionError) as error:
            yield Passed(where, f"{where} is no line of JSON: {error}")
        except BadPage as error:
            yield Passed(where, str(error))


def from_json(name: str, item: Any, columns: Mapping[str, str] | None = None) -> Iterator[Page | Passed]:
    """The page of one JSON value: an article in ANS or ninjs, or an object with the columns of a row."""
    if is_ans(item):
        yield from_ans(name, item)
    elif is_ninjs(item):
        yield from_ninjs(name, item)
    elif isinstance(item, Mapping):
        yield from _pages(name, [item], _chosen(name, list(item), columns))
    else:
        raise BadPage(f"{name} is JSON, but no article: expected ANS, ninjs or an object with a text")


def _chosen(name: str, given: list[str], columns: Mapping[str, str] | None) -> dict[str, str]:
    """Which column holds which part of a page."""
    chosen = {}
    for part, usual in COLUMNS.items():
        named = (columns or {}).get(part)
        if named is not None and named not in given:
            raise BadPage(f"{name} has no column “{named}”: its columns are {', '.join(given)}")
        found = named or next((column for column in usual if column in given), None)
        if found:
            chosen[part] = found
    if "text" not in chosen and "html" not in chosen:
        raise BadPage(
            f"{name} has no column of texts: its columns are {', '.join(given) or 'none'}; name the one that holds them with --column text=NAME"
        )
    return chosen


def _pages(table: str, rows: Iterable[Row], chosen: Mapping[str, str]) -> Iterator[Page | Passed]:
    for number, row in enumerate(rows, 1):
        part = {key: row.get(column) for key, column in chosen.items()}
        name = str(part.get("name") or f"{table}#{number}")
        try:
            html, text = part.get("html"), part.get("text")
            if isinstance(html, str) and html.strip():
                page = from_html(name, html)
            elif isinstance(text, str) and text.strip():
                page = from_text(name, text)
            else:
                continue
        except BadPage as error:
            yield Passed(name, str(error))
            continue
        yield page.but(published=_day(part.get("published")) or page.published, updated=_day(part.get("updated")) or page.updated)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else iso_day(value)
