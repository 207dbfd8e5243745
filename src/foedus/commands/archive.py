"""``foedus archive``: many pages kept with their findings; which of their sentences a new fact, or a new day, has made untrue."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from foedus.archive import adding, listing, updating
from foedus.archive.store import Archive
from foedus.commands.check import columns_of, items_of
from foedus.commands.check_text import print_finding, underlined
from foedus.commands.output import console, day_option, print_json, record_of, waiting
from foedus.dates import long_form
from foedus.errors import BadInput, BadPage
from foedus.layers import layers_on
from foedus.record import Record
from foedus.scale import processes
from foedus.scale.place import Place

if TYPE_CHECKING:
    from rich.console import Console

_FORMATS = {
    "add": ("text", "json"),
    "status": ("text", "json"),
    "stale": ("text", "json", "jsonl"),
    "export": ("parquet", "csv", "jsonl"),
}
"""The formats in which each of the actions answers, the usual one first."""


def run(options: Namespace, today: date) -> int:
    what, forms = options.what, _FORMATS[options.what]
    form = options.format or _by_name(options.output) or forms[0]
    if form not in forms:
        raise BadInput(f"foedus archive {what} does not answer as {form}: expected {' or '.join(forms)}")
    if (what == "add") != bool(options.sources):
        raise BadInput(
            "name the pages to add: files, folders, addresses" if what == "add" else f"foedus archive {what} takes no {options.sources[0]}"
        )
    if what == "status":
        with Archive(options.archive) as archive:
            return _status(archive, form)
    with Archive(options.archive, made=what == "add") as archive:
        record = record_of(options)
        update = _update(archive, record, day_option(options.today, today))
        if what == "add":
            return _add(archive, record, options, form, update)
        if what == "stale":
            return _stale(archive, record, options, form)
        return _export(archive, record, options, form)


def _by_name(output: str | None) -> str | None:
    """The format that a file's name asks for."""
    endings = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
    return endings.get(os.path.splitext(output)[1].lower()) if output else None


def _update(archive: Archive, record: Record, today: date) -> updating.Update:
    """Bring the archive up to date, with a bar on the terminal when that takes a while."""
    with _bar("judging again") as watch:
        return updating.update(archive, record, today, watch)


@contextmanager
def _bar(what: str) -> Iterator[updating.Watch]:
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _add(archive: Archive, record: Record, options: Namespace, form: str, update: updating.Update) -> int:
    day = archive_day(archive)
    published = day_option(options.published, day) if options.published else None
    updated = day_option(options.updated, day) if options.updated else None
    columns = columns_of(options.column)
    items = items_of(options.sources, columns)
    counts: Counter[str] = Counter()
    claims = 0
    place, jobs = Place.of(options.record, layers_on()), options.jobs or processes.cores()
    with (
        _counting() as count,
        adding.adding(archive, items, record, adding.Days(day, published, updated), place, jobs, columns) as found,
    ):
        for added in found:
            counts[added.what] += 1
            claims += added.findings
            count(sum(counts.values()), claims, added.address)
            if added.what == "passed":
                if options.sources == [added.address]:
                    raise BadPage(added.reason)
                print(f"foedus: passed over: {added.reason}", file=sys.stderr)
    if form == "json":
        print_json({name: counts[name] for name in ("added", "replaced", "unchanged", "passed")} | {"claims": claims})
        return 0
    told = [f"{counts[name]:,} {name}" for name in ("added", "replaced", "unchanged") if counts[name]]
    told += [f"{counts['passed']:,} passed over"] if counts["passed"] else []
    print(f"{', '.join(told) or 'no pages'}; {claims:,} claim{'s' * (claims != 1)} found")
    touched = listing.naming(archive, update.run)
    if update.new and touched:
        print(f"meanwhile sentences of {len(touched):,} page{'s' * (len(touched) != 1)} went stale: foedus archive stale lists them")
    return 0


def archive_day(archive: Archive) -> date:
    """The day on which an archive is judged."""
    with archive.engine.connect() as connection:
        state = archive.state(connection)
    assert state is not None
    return state.day


@contextmanager
def _counting() -> Iterator[Callable[[int, int, str], object]]:
    if not sys.stderr.isatty():
        yield lambda pages, claims, address: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    told = TextColumn("{task.completed:,.0f} pages, {task.fields[claims]:,} claims  {task.fields[page]}")
    with Progress(SpinnerColumn(), told, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("adding", total=None, claims=0, page="")
        yield lambda pages, claims, address: progress.update(task, completed=pages, claims=claims, page=address[-60:])


def _status(archive: Archive, form: str) -> int:
    found = listing.status(archive)
    if form == "json":
        print_json({name: value.isoformat() if isinstance(value, date) else value for name, value in found._asdict().items()})
        return 0
    out = console()
    out.print(f"[bold]{found.place}[/bold]", soft_wrap=True)
    out.print(f"{found.pages:,} page{'s' * (found.pages != 1)}, {found.findings:,} findings of {found.claims:,} distinct claims")
    out.print(f"{found.refuted_when_published:,} refuted when published, {found.stale:,} went stale since")
    if found.judged_on is not None:
        edge = f"; the next of its verdicts changes on {long_form(found.next_edge)}" if found.next_edge else ""
        out.print(f"judged on {long_form(found.judged_on)} by a record of {found.facts:,} facts{edge}")
    if found.pending:
        out.print(f"{found.pending:,} claims and pages are still to be judged again: foedus archive stale goes on")
    return 0


def _stale(archive: Archive, record: Record, options: Namespace, form: str) -> int:
    since = day_option(options.since, date.min) if options.since else None
    found = listing.stale(archive, record, since)
    any_found = False
    if form == "json":
        sentences = [one.json() for one in found]
        any_found = bool(sentences)
        print_json(sentences)
    elif form == "jsonl":
        import json

        for one in found:
            any_found = True
            print(json.dumps(one.json(), ensure_ascii=False))
    else:
        any_found = _print(found, console(), archive_day(archive), since)
    return 1 if any_found and not options.exit_zero else 0


def _print(found: Iterator[listing.Stale], out: Console, day: date, since: date | None) -> bool:
    """The sentences page by page, for people; returns whether there are any."""
    from rich.markup import escape

    page, on_page, sentences = None, 0, 0
    for one in found:
        if one.page != page:
            page, on_page = one.page, on_page + 1
            updated = f", updated {long_form(one.updated)}" if one.updated else ""
            out.print(f"[bold]{escape(_near(one.page))}[/bold]  published {long_form(one.published)}{updated}\n", soft_wrap=True)
        sentences += 1
        out.print(underlined(one.finding.sentence, [one.finding], one.sentence_start), soft_wrap=not out.is_terminal)
        print_finding(one.finding, out)
        out.print()
    when = f" since {long_form(since)}" if since else ""
    if not sentences:
        out.print(f"No sentence went stale{when}, by {long_form(day)}.")
        return False
    out.print(f"[bold]{sentences:,} sentence{'s' * (sentences != 1)}[/bold] on {on_page:,} page{'s' * (on_page != 1)} went stale{when}")
    return True


def _near(address: str) -> str:
    """A file's path as seen from here, where that is shorter."""
    if not os.path.isabs(address):
        return address
    here = os.path.relpath(address)
    return address if here.startswith("..") else here


def _export(archive: Archive, record: Record, options: Namespace, form: str) -> int:
    from foedus.archive import exporting

    rows = listing.rows(archive, record)
    if options.output:
        try:
            with waiting(f"writing {options.output}", when=True):
                if form == "parquet":
                    with open(options.output, "wb") as binary:
                        count = exporting.to_parquet(rows, binary)
                else:
                    with open(options.output, "w", encoding="utf-8", newline="") as file:
                        count = exporting.to_csv(rows, file) if form == "csv" else exporting.to_jsonl(rows, file)
        except OSError as error:
            raise BadInput(f"{options.output} cannot be written: {error.strerror}") from None
        print(f"{count:,} findings written to {options.output}")
    elif form == "parquet":
        if sys.stdout.isatty():
            raise BadInput("Parquet is not for the terminal: give a file with --output findings.parquet")
        exporting.to_parquet(rows, sys.stdout.buffer)
    elif form == "csv":
        exporting.to_csv(rows, sys.stdout)
    else:
        exporting.to_jsonl(rows, sys.stdout)
    return 0
