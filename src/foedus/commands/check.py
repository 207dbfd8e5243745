"""``foedus check``: a page's claims, underlined where they stand, with what the record says of each."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from foedus.check import Finding, Report, check_page
from foedus.commands.output import COLOURS, console, day_option, line, print_json, record_of, spans_words, verdict_words, waiting
from foedus.dates import long_form
from foedus.errors import BadInput, BadPage
from foedus.reading.formats import markup, pages
from foedus.reading.page import Page, Passed

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MOST_FACTS, _MOST_SOURCES = 4, 2
_LONG = 100_000
"""Characters of a page that takes long enough for people to wonder."""


def run(options: Namespace, today: date) -> int:
    published = day_option(options.published, date.min) if options.published else None
    updated = day_option(options.updated, date.min) if options.updated else None
    today = day_option(options.today, today)
    record, columns = record_of(options), columns_of(options.column)
    wrong = passed = False
    one = len(options.pages) == 1 and not _holds_many(options.pages[0])

    def reports() -> Iterator[Report]:
        nonlocal wrong, passed
        for page in _read(options.pages, columns, one):
            try:
                if isinstance(page, Passed):
                    raise BadPage(page.reason)
                with waiting(f"checking {page.name}", when=one and len(page.text) > _LONG):
                    report = check_page(page, record, today=today, published=published, updated=updated)
            except BadInput as error:
                if one:
                    raise
                passed = True
                print(f"foedus: passed over: {error}", file=sys.stderr)
                continue
            wrong = wrong or report.wrong
            yield report

    found = reports() if one else _with_progress(reports())
    _WRITERS.get(options.format, _text)(found, options, one)
    return 1 if wrong and not options.exit_zero else 0


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


def _holds_many(source: str) -> bool:
    """Whether a source is a folder or a file of many pages, by its name."""
    return os.path.isdir(source) or source.lower().endswith(
        (".jsonl", ".ndjson", ".csv", ".parquet", ".warc", ".warc.gz", ".wet", ".wet.gz", ".xml", ".rss", ".atom")
    )


def _read(sources: list[str], columns: dict[str, str], one: bool) -> Iterator[Page | Passed]:
    for source in sources:
        try:
            yield from pages(source, columns)
        except BadPage as error:
            if one or len(sources) == 1:
                raise
            yield Passed(source, str(error))


def _with_progress(reports: Iterator[Report]) -> Iterator[Report]:
    """The same reports, counted on the terminal as they come."""
    if not sys.stderr.isatty():
        yield from reports
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
        for report in reports:
            claims += len(report.findings)
            progress.update(task, advance=1, claims=claims, page=report.page[-60:])
            yield report


def _text(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    out, count, silent = console(), 0, 0
    for report in reports:
        count += 1
        if one or report.findings:
            _print(report, out)
            if not one:
                out.print()
        else:
            silent += 1
    if not one:
        out.print(f"[bold]{count} page{'s' * (count != 1)}[/bold] read, {silent} without a claim about alliances")


def _json(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    answers = [report.json() for report in reports]
    print_json(answers[0] if one and len(answers) == 1 else answers)


def _jsonl(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    for report in reports:
        print(json.dumps(report.json(), ensure_ascii=False))


def _csv(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus.writing.table import write_csv

    write_csv(reports, sys.stdout)


def _html(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus.writing.marked import marked

    found = list(reports)
    if len(found) != 1:
        raise BadInput(f"--format html marks one page, and {len(found)} were read: give one page")
    print(marked(found[0], markup(options.pages[0]) if found[0].blocks else None))


def _sarif(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus import claims
    from foedus.writing.annotations import sarif

    print_json(sarif(reports, {name: (claims.kind(name).__doc__ or name).strip().splitlines()[0] for name in claims.NAMES}))


def _rdjson(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus.writing.annotations import rdjson

    print_json(rdjson(reports))


def _claimreview(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus.writing.linked_data import claim_reviews

    print_json(claim_reviews(reports))


def _correction(reports: Iterator[Report], options: Namespace, one: bool) -> None:
    from foedus.writing.linked_data import correction_comments

    print_json(correction_comments(reports))


_WRITERS: dict[str, Callable[[Iterator[Report], Namespace, bool], None]] = {
    "json": _json, "jsonl": _jsonl, "csv": _csv, "html": _html, "sarif": _sarif, "rdjson": _rdjson, "claimreview": _claimreview,
    "correction": _correction,
}  # fmt: skip


def _print(report: Report, out: Console) -> None:
    from rich.markup import escape

    updated = f", updated {long_form(report.updated)}" if report.updated else ""
    out.print(
        f"[bold]{escape(report.page)}[/bold]  published {long_form(report.published)}{updated}; judged on {long_form(report.today)} as well\n"
    )
    by_sentence: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_sentence.setdefault(finding.sentence, []).append(finding)
    for sentence, findings in by_sentence.items():
        out.print(underlined(sentence, findings, report.text.find(sentence)), soft_wrap=not out.is_terminal)
        for finding in findings:
            print_finding(finding, out)
        out.print()
    _print_summary(report, out)


def underlined(sentence: str, findings: list[Finding], start: int) -> Text:
    """The sentence that begins at *start* as people read it, without Markdown's marks, its claims underlined in the colour of their verdict."""
    from rich.text import Text

    kept = [index for index, character in enumerate(sentence) if character not in "*`"]
    marked = Text("".join(" " if sentence[index].isspace() else sentence[index] for index in kept))
    for finding in findings:
        first, last = bisect_left(kept, finding.start - start), bisect_left(kept, finding.end - start)
        marked.stylize(f"underline {COLOURS[_worst(finding)]}", first, last)
    return marked


def _worst(finding: Finding) -> str:
    order = ("refuted", "conflicting", "not_enough_info", "supported")
    return min((str(finding.on_publication), str(finding.today)), key=order.index)


def print_finding(finding: Finding, out: Console) -> None:
    """A finding in a few lines, for people."""
    from rich.markup import escape

    then, now = str(finding.on_publication), str(finding.today)
    mark = {"refuted": "✗", "conflicting": "≠", "not_enough_info": "?", "supported": "✓"}[_worst(finding)]
    head = f"[{COLOURS[_worst(finding)]}]{mark} {escape(finding.wording)}[/]  [dim]“{escape(' '.join(finding.quote.split()))}”[/dim]"
    verdicts = f"{_coloured(then)} on {long_form(finding.as_of)}"
    verdicts += f", {_coloured(now)} today" if then == now else f" → [bold]{_coloured(now)}[/bold] today"
    if finding.stale_since:
        verdicts += f", stale since {long_form(finding.stale_since)}"
    details = [verdicts, f"holds {spans_words(finding.holds)}"]
    if finding.attributed_to:
        details.append(f"said by {escape(finding.attributed_to)}")
    if finding.overtaken_by:
        details.append(f"overtaken: {escape(finding.overtaken_by)}")
    details += _evidence(finding)
    if finding.correction:
        details.append(f"[bold]today it would read: “{escape(finding.correction)}”[/bold]")
    line(out, head, 2)
    for detail in details:
        line(out, detail, 4)


def _evidence(finding: Finding) -> list[str]:
    """The facts that a reader wants first: what made it so, what ended it, and where each can be looked up."""
    from rich.markup import escape

    facts: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    uses = {"on_publication": "then", "edge": "since", "today": "today"}
    for use in ("on_publication", "edge", "today"):
        for cited in finding.evidence:
            if cited.use == use:
                labels.setdefault(cited.fact, uses[use])
                facts.setdefault(cited.fact, []).append(f"{cited.source}[{cited.locator}] {cited.url}".strip())
    if len(facts) > 1:  # that a list is complete is worth saying only where nothing else is
        facts = {fact: sources for fact, sources in facts.items() if not fact.startswith("the list of ")} or facts
    lines = []
    for fact, sources in list(facts.items())[:_MOST_FACTS]:
        lines.append(f"[dim]{labels[fact]}:[/dim] {escape(fact)}")
        lines += [f"[dim]  {escape(source)}[/dim]" for source in list(dict.fromkeys(sources))[:_MOST_SOURCES]]
    if len(facts) > _MOST_FACTS:
        lines.append(f"[dim]… and {len(facts) - _MOST_FACTS} more facts: --format json lists them all[/dim]")
    return lines


def _coloured(verdict: str) -> str:
    return f"[{COLOURS[verdict]}]{verdict_words(verdict)}[/]"


def _print_summary(report: Report, out: Console) -> None:
    counts = Counter(str(finding.today) for finding in report.findings)
    parts = [f"{counts[name]} {_coloured(name)}" for name in COLOURS if counts[name]]
    stale = sum(finding.stale_since is not None for finding in report.findings)
    total = len(report.findings)
    if not total:
        out.print("No claims about alliances were found on this page.")
        return
    out.print(
        f"[bold]{total} claim{'s' * (total != 1)}[/bold] today: {', '.join(parts)}"
        + (f"; [bold]{stale} went stale[/bold] since the page was published" if stale else "")
    )
