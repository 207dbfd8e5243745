"""A batch of pages against a record: one answer a page, finished, so that nothing larger travels between processes.

:func:`answers` is what every engine runs. :func:`checked` is the same over Arrow record batches, pages in and findings out, for Spark's ``mapInArrow``
and any other engine that speaks Arrow.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from foedus.check import Report, check_page
from foedus.errors import BadInput
from foedus.reading.formats import opened
from foedus.reading.formats.raw import Raw
from foedus.reading.page import Page, Passed
from foedus.reading.scan import Scanner, scanner_of
from foedus.record import Record
from foedus.scale.place import Place

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

    from foedus.reading.extractor import Extractor

_log = logging.getLogger(__name__)

Item = Raw | Page | Passed
Part = Callable[[Report], bytes]
"""What a report is written as. It travels by its name: a function of a module."""


class Inquiry(NamedTuple):
    """What is asked of every page: the days to judge on (those of the page where none is given), and what its report is written as."""

    today: date
    part: Part
    published: date | None = None
    updated: date | None = None
    columns: Mapping[str, str] | None = None
    extractor: Extractor | None = None
    empty: bytes | None = None
    """What the part is of a page without findings, where that does not depend on the page: then one that cannot have any need not be parsed."""


class Answer(NamedTuple):
    """What came of a page: its report as written, how many claims it makes and whether one is wrong; or why it was *passed* over."""

    page: str
    part: bytes = b""
    claims: int = 0
    wrong: bool = False
    passed: str | None = None


def answers(items: Iterable[Item], record: Record, inquiry: Inquiry, *, scans: bool = False) -> Iterator[Answer]:
    """The answer to every page of every item, in order. What is wrong with one page is that page's answer; the others are read all the same.

    It *scans* for the pages that cannot have a finding, which pays where there are many; what an extractor proposes, no scan foresees.
    """
    scanner = scanner_of(record) if scans and inquiry.extractor is None else None
    for item in items:
        try:
            if scanner is not None and inquiry.empty is not None and not scanner.wants(item):
                yield Answer(item.name, inquiry.empty)
                continue
            for page in opened(item, inquiry.columns):
                yield Answer(page.name, passed=page.reason) if isinstance(page, Passed) else _answer(page, record, inquiry, scanner)
        except BadInput as error:
            yield Answer(item.name, passed=str(error))
        except Exception as error:
            yield Answer(item.name, passed=_unexpected(item.name, error))


def _answer(page: Page, record: Record, inquiry: Inquiry, scanner: Scanner | None) -> Answer:
    try:
        report = check_page(
            page,
            record,
            today=inquiry.today,
            published=inquiry.published,
            updated=inquiry.updated,
            extractor=inquiry.extractor,
            scanner=scanner,
        )
        return Answer(page.name, inquiry.part(report), len(report.findings), report.wrong)
    except BadInput as error:
        return Answer(page.name, passed=str(error))
    except Exception as error:  # one page of a million must not cost the others theirs
        return Answer(page.name, passed=_unexpected(page.name, error))


def _unexpected(name: str, error: Exception) -> str:
    return f"{name} cannot be checked: {type(error).__name__}: {error}; this is a fault of foedus: please report it with the page"


def answers_schema() -> Schema:
    """The columns of a batch of answers: those of :class:`Answer`."""
    import pyarrow as pa

    return pa.schema([("page", pa.string()), ("part", pa.binary()), ("claims", pa.int32()), ("wrong", pa.bool_()), ("passed", pa.string())])


def checked(batches: Iterable[RecordBatch], place: Place, today: date, columns: Mapping[str, str] | None = None) -> Iterator[RecordBatch]:
    """Batches of pages in, batches of findings out, one row a finding (:func:`foedus.writing.columns.schema`); pages that are passed over are logged.

    A page's parts are found in the columns that a table of pages has (:data:`foedus.reading.formats.table.COLUMNS`), or that *columns* names.
    """
    from foedus.reading.formats.table import chosen_columns, raw_pages
    from foedus.writing.columns import unpacked
    from foedus.writing.parts import EMPTY, parquet_part

    inquiry, first = Inquiry(today, parquet_part, empty=EMPTY["parquet"]), 1
    for batch in batches:
        chosen = chosen_columns("the table", batch.schema.names, columns)
        rows = enumerate(batch.select(sorted(set(chosen.values()))).to_pylist(), first)
        for answer in answers(raw_pages("row", rows, chosen), place.load(), inquiry, scans=True):
            if answer.passed:
                _log.warning("foedus: passed over: %s", answer.passed)
            elif answer.part:
                yield unpacked(answer.part)
        first += batch.num_rows


def table(found: Iterable[Answer]) -> RecordBatch:
    """Answers as an Arrow record batch."""
    import pyarrow as pa

    schema = answers_schema()
    columns = zip(*found, strict=True)
    arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=False)]
    return pa.RecordBatch.from_arrays(arrays or [pa.array([], kind) for kind in schema.types], schema=schema)


def findings(batches: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
    """The findings in batches of answers whose parts are :func:`~foedus.writing.columns.packed`: one row a finding."""
    from foedus.writing.columns import unpacked

    for batch in batches:
        for part in batch.column("part").to_pylist():
            if part:
                yield unpacked(part)
