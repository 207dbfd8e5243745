"""``foedus suppose``: the record and a scenario, side by side."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from foedus.alliance import treaty_of
from foedus.border import source_name
from foedus.commands.output import console, day_option, line, print_json, record_of
from foedus.comparison import Comparison, Duty, Figure, compare
from foedus.dates import long_form
from foedus.language.names import Names, names_of
from foedus.record import Record

if TYPE_CHECKING:
    from rich.console import Console


def run(options: Namespace, today: date) -> int:
    record = record_of(options)
    names = names_of(record)
    neighbour = names.lookup(options.border_with, ("state",)).id
    comparison = compare(options.change, record, day_option(options.on, today), neighbour)
    if options.format == "json":
        print_json(comparison.json())
    else:
        _print(comparison, record, names, console())
    return 0


def _print(found: Comparison, record: Record, names: Names, out: Console) -> None:
    from rich.markup import escape
    from rich.table import Table

    title = "; ".join(f"{names.say(edit.state)} {edit.change} {edit.alliance}" for edit in found.edits)
    out.print(f"[bold]Suppose {title}[/bold] on {long_form(found.on)}\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("", "record", "scenario", "change"):
        table.add_column(column, overflow="fold")
    before, after = found.before, found.after
    table.add_row(
        f"members of {found.alliance}", str(len(before.members)), str(len(after.members)), f"{len(after.members) - len(before.members):+}"
    )
    neighbour = names.say(found.neighbour)
    ratios = found.ratios()
    for name in sorted({*before.border, *after.border}):
        one, other = before.border.get(name), after.border.get(name)
        ratio = f"× {ratios[name]:.2f}" if name in ratios else "the source lacks a part"
        table.add_row(
            f"land border with {neighbour}, {name}", f"{one.km:,.0f} km" if one else "—", f"{other.km:,.0f} km" if other else "—", ratio
        )
    if not before.border and not after.border:
        table.add_row(f"land border with {neighbour}", "none on record", "none on record", "")
    gained = [names.say(state) for state in after.neighbours if state not in before.neighbours]
    lost = [names.say(state) for state in before.neighbours if state not in after.neighbours]
    change = "; ".join(filter(None, (f"new: {', '.join(gained)}" if gained else "", f"no more: {', '.join(lost)}" if lost else "")))
    table.add_row("neighbouring states", str(len(before.neighbours)), str(len(after.neighbours)), change or "the same")
    table.add_row("area", _figure(before.area, "km²"), _figure(after.area, "km²"), _growth(before.area, after.area))
    table.add_row(
        _population_label(before.population),
        _figure(before.population, ""),
        _figure(after.population, ""),
        _growth(before.population, after.population),
    )
    out.print(table)
    treaty = treaty_of(record, found.alliance)
    for duties, verb in ((found.new_duties, "become bound"), (found.ended_duties, "are no longer bound")):
        for state in dict.fromkeys(edit.state for edit in found.edits):
            _print_duties(
                state, [duty for duty in duties if duty.defended == state], verb, treaty.name if treaty else found.alliance, names, out
            )
    for spell in found.since_come_about:
        out.print(f"\nIt has come about since: {spell.describe()} ({escape(str(spell.citations[0]))})")
    if found.checked_through:
        line(out, f"[dim]members checked through {long_form(found.checked_through)}[/dim]")
    facts = {fact for side in (before, after) for length in side.border.values() for fact in length.facts}
    out.print("\n[bold]Border lengths, by source[/bold]" if facts else "")
    for fact in sorted(facts, key=lambda fact: (source_name(record, fact), fact.describe())):
        line(out, f"[dim]{escape(fact.describe())}: {escape('; '.join(map(str, fact.citations)))}[/dim]", 2)


def _print_duties(state: str, duties: list[Duty], verb: str, treaty: str, names: Names, out: Console) -> None:
    """Who must defend *state*, and the other way round: duties of a mutual treaty come in pairs."""
    if not duties:
        return
    name = names.say(state)
    line(out, f"\n[bold]{len(duties)}[/bold] states {verb} by the {treaty} to defend {name}, and {name} to defend them:")
    line(out, ", ".join(names.say(duty.defender) for duty in duties), 2)
    for other in dict.fromkeys(other for duty in duties for other in duty.otherwise):
        both = [names.say(duty.defender) for duty in duties if other in duty.otherwise]
        line(out, f"[dim]{len(both)} of them are bound to {name} by {names.say(other)} as well: {', '.join(both)}[/dim]", 2)


def _figure(figure: Figure | None, unit: str) -> str:
    if figure is None:
        return "not in the record"
    missing = f" (without {', '.join(figure.missing)})" if figure.missing else ""
    return f"{figure.value:,.0f} {unit}".strip() + missing


def _population_label(figure: Figure | None) -> str:
    return f"population, {figure.year}" if figure else "population"


def _growth(before: Figure | None, after: Figure | None) -> str:
    if before is None or after is None or before.year != after.year:
        return ""
    return f"{(after.value / before.value - 1) * 100:+.1f} %"
