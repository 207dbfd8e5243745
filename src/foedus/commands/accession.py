"""``foedus accession``: the steps of an accession, who has ratified, and how long it has taken."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import Any

from foedus.accession import Progress, progress, steps
from foedus.commands.output import console, day_option, line, print_json, record_of
from foedus.dates import long_form
from foedus.errors import UnknownName
from foedus.facts import AccessionStep
from foedus.language.names import names_of


def run(options: Namespace, today: date) -> int:
    record = record_of(options)
    names = names_of(record)
    state, alliance = names.lookup(options.state, ("state",)).id, names.lookup(options.alliance, ("alliance",)).id
    if not steps(record, state, alliance):
        known = sorted({step.state for step in record.of(AccessionStep, alliance=alliance)})
        others = f"it has those of {', '.join(known)}" if known else "nor of any other state"
        raise UnknownName(f"the record has no accession of {names.say(state)} to {alliance}; {others}")
    found = progress(record, state, alliance, day_option(options.on, today))
    if options.format == "json":
        print_json(_json(found))
        return 0
    from rich.markup import escape

    out = console()

    out.print(f"[bold]{names.say(state)} to {alliance}[/bold], on {long_form(found.on)}\n")
    for step in found.done:
        gist = f": {step.gist}" if step.gist else ""
        line(out, f"[green]✓[/green] {step.since}  {step.stage.replace('_', ' ')}{escape(gist)} [dim]{escape(_keys(step))}[/dim]", 2)
    for stage in found.open_stages:
        line(out, f"[dim]· {stage.replace('_', ' ')}: open[/dim]", 2)
    if found.ratified or found.not_ratified or found.undated:
        total = len(found.ratified) + len(found.not_ratified) + len(found.undated)
        out.print(f"\n[bold]Ratified by {len(found.ratified)} of {total}[/bold]")
        for step in found.ratified:
            line(out, f"{step.since}  {names.say(step.by)} [dim]({step.act}) {escape(_keys(step))}[/dim]", 2)
        if found.undated:
            line(out, f"on a day that no source seen gives: {', '.join(map(names.say, found.undated))}", 2)
        if found.not_ratified:
            line(out, f"[yellow]not yet:[/yellow] {', '.join(map(names.say, found.not_ratified))}", 2)
    if found.days is not None:
        against = (
            f"; the median of {len(found.earlier)} earlier accessions is {found.median_days:.0f}" if found.median_days is not None else ""
        )
        out.print(
            f"\n{found.days} days since the protocol was signed{against}"
            if "acceded" in found.open_stages
            else f"\n{found.days} days from protocol to accession{against}"
        )
    return 0


def _keys(step: AccessionStep) -> str:
    return "; ".join(map(str, step.citations))


def _json(found: Progress) -> dict[str, Any]:
    def step(step: AccessionStep) -> dict[str, Any]:
        sources = [{"source": citation.source, "locator": citation.locator} for citation in step.citations]
        return {
            "stage": step.stage,
            "by": step.by or None,
            "act": step.act or None,
            "on": step.since.text,
            "gist": step.gist or None,
            "sources": sources,
        }

    return {
        "state": found.state, "alliance": found.alliance, "on": found.on.isoformat(), "done": [step(one) for one in found.done],
        "open": list(found.open_stages), "ratified": [step(one) for one in found.ratified], "not_ratified": list(found.not_ratified),
        "undated": list(found.undated), "days": found.days, "median_days": found.median_days, "earlier": dict(found.earlier),
    }  # fmt: skip
