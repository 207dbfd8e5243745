"""Findings for people: a page's claims underlined where they stand, with what the record says of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from foedus.check import Finding, Report
from foedus.commands.output import COLOURS, console, line, spans_words, verdict_words
from foedus.dates import long_form

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MOST_FACTS, _MOST_SOURCES = 4, 2


def text_of_one(report: Report) -> bytes:
    """The report of the one page that was asked for."""
    out = console()
    with out.capture() as captured:
        _print(report, out)
    return captured.get().encode("utf-8", "replace")


def text_of_many(report: Report) -> bytes:
    """The report of one page among many: nothing where there are no claims."""
    return text_of_one(report) + b"\n" if report.findings else b""


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
