"""An archive's findings as files for other programs: Parquet in bulk, CSV, JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import IO, Any

from foedus.archive.listing import COLUMNS
from foedus.writing.table import harmless

_GROUP = 50_000
"""Findings that are written to Parquet at a time."""
_DAYS = frozenset(("published", "updated", "as_of", "stale_since", "checked_through", "next_edge", "noticed"))
_NUMBERS = frozenset(("start", "end"))


def to_parquet(rows: Iterable[dict[str, Any]], out: IO[bytes]) -> int:
    """Write findings as Parquet, in bounded memory; returns how many."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {name: pa.date32() if name in _DAYS else pa.int64() if name in _NUMBERS else pa.string() for name in COLUMNS}
    schema, count = pa.schema(list(types.items())), 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist(group, schema))
            count += len(group)
    return count


def to_jsonl(rows: Iterable[dict[str, Any]], out: IO[str]) -> int:
    """Write findings as JSON Lines; returns how many."""
    count = 0
    for row in rows:
        json.dump({name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()} | {"args": json.loads(row["args"])}, out, ensure_ascii=False)  # fmt: skip
        out.write("\n")
        count += 1
    return count


def to_csv(rows: Iterable[dict[str, Any]], out: IO[str]) -> int:
    """Write findings as CSV; returns how many."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(COLUMNS)
    count = 0
    for row in rows:
        lines.writerow("" if value is None else harmless(" ".join(str(value).split())) for value in row.values())
        count += 1
    return count


def _groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    source = iter(rows)
    while group := list(islice(source, _GROUP)):
        yield group
