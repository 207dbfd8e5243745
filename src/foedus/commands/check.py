"""``foedus check``: pages against the record, here on all cores or beyond one machine on Spark, and what is written of them."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

from foedus.check import check_page
from foedus.commands.check_text import text_of_many, text_of_one
from foedus.commands.output import console, day_option, print_json, record_of, to_file, waiting
from foedus.errors import BadInput, BadPage
from foedus.layers import layers_on
from foedus.reading.formats import Columns, markup, raw, read
from foedus.reading.page import Passed
from foedus.record import Record
from foedus.scale.batch import Answer, Inquiry, Item, answers

if TYPE_CHECKING:
    from foedus.reading.extractor import Extractor

_LONG = 100_000
"""Bytes of a page that takes long enough for people to wonder."""


def run(options: Namespace, today: date) -> int:
    if options.engine == "spark":
        return _on_spark(options, today)
    record = record_of(options)
    with to_file(options.output) if options.output else nullcontext():
        wrong = _marked(options, record, today) if options.format == "html" else _here(options, record, today)
    return 1 if wrong and not options.exit_zero else 0


def _inquiry(options: Namespace, today: date, one: bool) -> Inquiry:
    from foedus.writing.parts import EMPTY, PARTS

    part = PARTS.get(options.format) or (text_of_one if one else text_of_many)
    empty = b"" if part is text_of_many else EMPTY.get(options.format)
    published = day_option(options.published, date.min) if options.published else None
    updated = day_option(options.updated, date.min) if options.updated else None
    return Inquiry(day_option(options.today, today), part, published, updated, columns_of(options.column), _extractor(options), empty)


def _extractor(options: Namespace) -> Extractor | None:
    if bool(options.extractor) != bool(options.extractor_model):
        raise BadInput("--extractor and --extractor-model go together: expected the address of an endpoint and the name of its model")
    if not options.extractor:
        return None
    from foedus.reading.extractor import Extractor

    return Extractor(options.extractor, options.extractor_model)


def columns_of(given: list[str]) -> dict[str, str]:
    """The columns of a table as options name them."""
    from foedus.reading.formats.table import COLUMNS

    chosen = {}
    for option in given:
        part, equals, name = option.partition("=")
        if part not in COLUMNS or not equals or not name:
            raise BadInput(f"--column {option}: expected PART=NAME, where PART is one of {', '.join(COLUMNS)}")
        chosen[part] = name
    return chosen


def _here(options: Namespace, record: Record, today: date) -> bool:
    """Check on this machine and write what was found; whether anything is wrong."""
    one = len(options.pages) == 1 and not _holds_many(options.pages[0])
    inquiry = _inquiry(options, today, one)
    write, tally = _WRITERS[options.format], _Tally(one)
    items = items_of(options.pages, inquiry.columns)
    if one:
        with waiting(f"checking {options.pages[0]}", when=_is_long(options.pages[0])):
            found = list(tally.of(answers(items, record, inquiry)))
        write(iter(found), one)
        return tally.wrong
    from foedus.scale import processes
    from foedus.scale.place import Place

    place = Place.of(options.record, layers_on())
    with processes.started(items, record, place, inquiry, options.jobs or processes.cores()) as every:
        write(_with_progress(tally.of(every)), one)
    return tally.wrong


def _holds_many(source: str) -> bool:
    """Whether a source is a folder or a file of many pages, by its name."""
    return os.path.isdir(source) or source.lower().endswith(
        (".jsonl", ".ndjson", ".csv", ".parquet", ".warc", ".warc.gz", ".wet", ".wet.gz", ".xml", ".rss", ".atom")
    )


def _is_long(source: str) -> bool:
    return os.path.isfile(source) and os.path.getsize(source) > _LONG


def items_of(sources: list[str], columns: Columns) -> Iterator[Item]:
    """The pages of all sources, as they are kept; one of several that cannot be read is passed over."""
    for source in sources:
        try:
            yield from raw(source, columns)
        except BadPage as error:
            if len(sources) == 1:
                raise
            yield Passed(source, str(error))


class _Tally:
    """What came of the pages, as their answers pass by; those that were passed over are named on standard error, or end the run where one page was asked for."""

    def __init__(self, one: bool) -> None:
        self.one, self.wrong = one, False

    def of(self, found: Iterator[Answer]) -> Iterator[Answer]:
        for answer in found:
            if answer.passed is None:
                self.wrong = self.wrong or answer.wrong
                yield answer
            elif self.one:
                raise BadPage(answer.passed)
            else:
                print(f"foedus: passed over: {answer.passed}", file=sys.stderr)


def _with_progress(found: Iterator[Answer]) -> Iterator[Answer]:
    """The same answers, counted on the terminal as they come."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} pages, {task.fields[claims]} claims  {task.fields[page]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task, claims = progress.add_task("checking", total=None, claims=0, page=""), 0
        for answer in found:
            claims += answer.claims
            progress.update(task, advance=1, claims=claims, page=answer.page[-60:])
            yield answer


def _parts(found: Iterator[Answer]) -> Iterator[bytes]:
    return (answer.part for answer in found)


def _text(found: Iterator[Answer], one: bool) -> None:
    count = silent = 0
    for answer in found:
        count += 1
        silent += not answer.claims
        sys.stdout.write(answer.part.decode())
    if not one:
        console().print(f"[bold]{count} page{'s' * (count != 1)}[/bold] read, {silent} without a claim about alliances")


def _json(found: Iterator[Answer], one: bool) -> None:
    from foedus.writing.parts import as_array

    parts = list(_parts(found)) if one else _parts(found)
    if isinstance(parts, list) and len(parts) == 1:
        print(parts[0].decode())
    else:
        sys.stdout.writelines(as_array(parts))


def _jsonl(found: Iterator[Answer], one: bool) -> None:
    for part in _parts(found):
        print(part.decode())


def _csv(found: Iterator[Answer], one: bool) -> None:
    from foedus.writing.table import HEADER

    sys.stdout.write(HEADER)
    sys.stdout.writelines(part.decode() for part in _parts(found))


def _sarif(found: Iterator[Answer], one: bool) -> None:
    from foedus import claims
    from foedus.writing.annotations import sarif_log
    from foedus.writing.parts import listed

    kinds = {name: (claims.kind(name).__doc__ or name).strip().splitlines()[0] for name in claims.NAMES}
    print_json(sarif_log(listed(_parts(found)), kinds))


def _rdjson(found: Iterator[Answer], one: bool) -> None:
    from foedus.writing.annotations import rdjson_result
    from foedus.writing.parts import listed

    print_json(rdjson_result(listed(_parts(found))))


def _graph(found: Iterator[Answer], one: bool) -> None:
    from foedus.writing.linked_data import graph
    from foedus.writing.parts import listed

    print_json(graph(listed(_parts(found))))


def _parquet(found: Iterator[Answer], one: bool) -> None:
    from foedus.writing.columns import write_parquet

    if sys.stdout.isatty():
        raise BadInput("--format parquet is not for a terminal: say where to write it with -o FILE")
    write_parquet(_parts(found), sys.stdout.buffer)


_WRITERS: dict[str, Callable[[Iterator[Answer], bool], None]] = {
    "text": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "sarif": _sarif, "rdjson": _rdjson, "claimreview": _graph, "correction": _graph,
    "parquet": _parquet,
}  # fmt: skip


def _marked(options: Namespace, record: Record, today: date) -> bool:
    """Print the one page with marks; whether anything on it is wrong."""
    from foedus.writing.marked import marked

    if len(options.pages) > 1:
        raise BadInput(f"--format html marks one page, and {len(options.pages)} were given: give one page")
    asked = _inquiry(options, today, one=True)
    [source] = options.pages
    report = check_page(
        read(source, asked.columns), record, today=asked.today, published=asked.published, updated=asked.updated, extractor=asked.extractor
    )
    print(marked(report, markup(source) if report.blocks else None))
    return report.wrong


def _on_spark(options: Namespace, today: date) -> int:
    """Check on Spark; the findings are written by its tasks, where they were found."""
    from foedus.scale import spark
    from foedus.scale.place import Place

    if options.format not in spark.FORMS or not options.output:
        raise BadInput(
            f"--engine spark writes a folder of {' or '.join(spark.FORMS)}: say which and where with --format {spark.FORMS[0]} -o FOLDER"
        )
    record_of(options)  # a record that is invalid is told of before anything is sent anywhere
    outcome = spark.check(
        options.pages,
        Place.of(options.record, layers_on()),
        _inquiry(options, today, one=False),
        options.format,
        options.output,
        options.jobs,
    )
    for reason in outcome.reasons:
        print(f"foedus: passed over: {reason}", file=sys.stderr)
    if outcome.passed > len(outcome.reasons):
        print(f"foedus: passed over: {outcome.passed - len(outcome.reasons)} more", file=sys.stderr)
    print(f"{outcome.pages} page{'s' * (outcome.pages != 1)} read, {outcome.claims} claims; written to {options.output}", file=sys.stderr)
    return 1 if outcome.wrong and not options.exit_zero else 0
