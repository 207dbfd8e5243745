"""Findings as an Arrow table: one row a finding, with the columns of the public JSON and the page before them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from foedus.check import Report
from foedus.dates import BEGINNING, END

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema


@cache
def schema() -> Schema:
    """The columns. ``args`` is JSON, because each kind has its own; days are dates, an open bound is null."""
    import pyarrow as pa

    text, day = pa.string(), pa.date32()
    span = pa.struct([("since", day), ("until", day)])
    cited = pa.struct([(name, text) for name in ("fact", "for", "source", "locator", "url")])
    return pa.schema([
        ("page", text), ("published", day), ("updated", day), ("sentence", text), ("quote", text), ("start", pa.int64()), ("end", pa.int64()),
        ("kind", text), ("args", text), ("claim", text), ("as_of", day), ("on_publication", text), ("today", text), ("holds", pa.list_(span)),
        ("stale_since", day), ("overtaken_by", text), ("attributed_to", text), ("evidence", pa.list_(cited)), ("checked_through", day),
        ("correction", text),
    ])  # fmt: skip


def batch(report: Report) -> RecordBatch:
    """The findings of a report."""
    import pyarrow as pa

    rows = [
        finding.json()
        | {
            "page": report.page, "published": report.published, "updated": report.updated,
            "args": json.dumps(finding.claim.args(), ensure_ascii=False), "as_of": finding.as_of, "stale_since": finding.stale_since,
            "checked_through": finding.checked_through,
            "holds": [{"since": span.since if span.since != BEGINNING else None, "until": span.until if span.until != END else None} for span in finding.holds],
        }
        for finding in report.findings
    ]  # fmt: skip
    return pa.RecordBatch.from_pylist(rows, schema=schema())


def packed(report: Report) -> bytes:
    """The findings of a report as one Arrow message, to be sent to another process; nothing for none."""
    content: bytes = batch(report).serialize().to_pybytes() if report.findings else b""
    return content


def unpacked(content: bytes) -> RecordBatch:
    """The findings in an Arrow message."""
    import pyarrow as pa

    return pa.ipc.read_record_batch(pa.py_buffer(content), schema())


_ROWS = 16384


def write_parquet(parts: Iterable[bytes], out: BinaryIO) -> None:
    """Write packed findings as a Parquet file, group by group."""
    from pyarrow import parquet

    with parquet.ParquetWriter(out, schema()) as writer:
        for group in _groups(unpacked(part) for part in parts if part):
            writer.write_table(group)


def _groups(batches: Iterator[RecordBatch]) -> Iterator[object]:
    """Batches put together to groups of rows that are worth a place of their own in a file."""
    import pyarrow as pa

    held: list[RecordBatch] = []
    rows = 0
    for batch in batches:
        held.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS:
            yield pa.Table.from_batches(held)
            held, rows = [], 0
    if held:
        yield pa.Table.from_batches(held)
