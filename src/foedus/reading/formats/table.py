"""Tables of pages: Parquet, CSV and JSON Lines, by named columns, a batch at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import IO, TYPE_CHECKING, Any

from foedus.errors import BadPage
from foedus.reading.formats.article import from_ans, from_ninjs, is_ans, is_ninjs
from foedus.reading.formats.raw import Raw
from foedus.reading.page import MAX_BYTES, NOT_ONE_PAGE, Page, Passed, iso_day

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "url", "uri", "address", "id", "path"),
    "text": ("text", "body", "content", "article"),
    "html": ("html", "body_html", "content_html"),
    "published": ("published", "published_at", "publish_date", "date", "pubdate"),
    "updated": ("updated", "updated_at", "modified", "last_updated"),
}
"""What a page is made of, and the columns in which it is looked for when none is named."""

Row = Mapping[str, Any]
_BATCH = 64
"""Rows of a Parquet file that are held at a time: pages may be large."""


def from_parquet(name: str, stream: IO[bytes], columns: Mapping[str, str] | None = None) -> Iterator[Raw | Passed]:
    """The pages of a Parquet file; only the columns that are asked for are read.

    Raises :class:`~foedus.errors.BadPage` before anything is read where the cells are too large to be pages.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(stream)
        chosen = chosen_columns(name, table.schema_arrow.names, columns)
        _require_cells(name, table.metadata, set(chosen.values()))
        batches = table.iter_batches(batch_size=_BATCH, columns=sorted(set(chosen.values())))
        rows = (row for batch in batches for row in batch.to_pylist())
        yield from raw_pages(name, enumerate(rows, 1), chosen)
    except (pa.ArrowException, OSError) as error:
        raise BadPage(f"{name} is no Parquet file that can be read: {error}") from None


def _require_cells(name: str, metadata: FileMetaData, chosen: set[str]) -> None:
    """Refuse a file whose cells are, on average, larger than a page may be: a cell is held whole, whatever is done with it."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        for column in (group.column(index) for index in range(group.num_columns)):
            size = column.total_uncompressed_size / max(group.num_rows, 1)
            if column.path_in_schema in chosen and size > MAX_BYTES:
                raise BadPage(
                    f"{name}, row group {number}, column “{column.path_in_schema}”: {NOT_ONE_PAGE} (the cells have {size / 2**20:,.0f} MB)"
                )


def from_csv(name: str, stream: IO[bytes], columns: Mapping[str, str] | None = None) -> Iterator[Raw | Passed]:
    """The pages of a CSV file with a header, in UTF-8."""
    csv.field_size_limit(MAX_BYTES)
    rows = csv.DictReader(_lines(name, io.TextIOWrapper(stream, "utf-8-sig", newline="")))
    try:
        chosen = chosen_columns(name, list(rows.fieldnames or ()), columns)
        yield from raw_pages(name, enumerate(rows, 1), chosen)
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadPage(f"{name}:{rows.line_num} is no line of CSV in UTF-8 that can be read: {error}") from None


def _lines(name: str, text: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a text, none of which is longer than a page may be."""
    while line := text.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            raise BadPage(f"{name} has a line that is too long: {NOT_ONE_PAGE}")
        yield line


def from_jsonl(name: str, stream: IO[bytes]) -> Iterator[Raw | Passed]:
    """The lines of a JSON Lines file: rows with named columns, or articles in ANS or ninjs."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            yield Passed(where, f"{where} is too large: {NOT_ONE_PAGE}")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            continue
        if not line.strip():
            continue
        try:
            yield Raw(where, "json", line.decode())
        except UnicodeDecodeError as error:
            yield Passed(where, f"{where} is no line of JSON: {error}")


def from_json(name: str, item: Any, columns: Mapping[str, str] | None = None) -> Iterator[Page | Passed]:
    """The page of one JSON value: an article in ANS or ninjs, or an object with the columns of a row."""
    if is_ans(item):
        yield from_ans(name, item)
    elif is_ninjs(item):
        yield from_ninjs(name, item)
    elif isinstance(item, Mapping):
        rows = raw_pages(name, [(1, item)], chosen_columns(name, list(item), columns))
        yield from (row if isinstance(row, Passed) else row.page() for row in rows)
    else:
        raise BadPage(f"{name} is JSON, but no article: expected ANS, ninjs or an object with a text")


def chosen_columns(name: str, given: list[str], columns: Mapping[str, str] | None) -> dict[str, str]:
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


def raw_pages(table: str, rows: Iterable[tuple[int, Row]], chosen: Mapping[str, str]) -> Iterator[Raw | Passed]:
    """The pages of numbered rows, as they are kept; a row without a text is none."""
    for number, row in rows:
        page = raw_page(table, number, {part: row.get(column) for part, column in chosen.items()})
        if page is not None:
            yield page


def raw_page(table: str, number: int, part: Row) -> Raw | Passed | None:
    """The page that the parts of one row make, if it has a text."""
    name, dates = str(part.get("name") or f"{table}#{number}"), (_day(part.get("published")), _day(part.get("updated")))
    for form in ("html", "text"):
        content = part.get(form)
        if isinstance(content, str) and len(content) > MAX_BYTES:
            return Passed(name, f"{name} is too large: {NOT_ONE_PAGE}")
        if isinstance(content, str) and content.strip():
            return Raw(name, form, content, *dates)
    return None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        # A time stamp with a zone is an instant, whoever reads the table: its day is that of UTC.
        return (value.astimezone(UTC) if value.tzinfo else value).date()
    return value if isinstance(value, date) else iso_day(value)
