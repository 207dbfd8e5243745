"""``foedus show``: what is known of an alliance, a state or a pair, with sources."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from foedus.commands.output import console, day_option, line, print_json, record_of
from foedus.dates import long_form
from foedus.profile import show


def run(options: Namespace, today: date) -> int:
    on, known = day_option(options.on, today), day_option(options.known, today)
    record = record_of(options)
    profile = show(" ".join(options.what), record, on, known)
    if options.format == "json":
        print_json(profile.json())
        return 0
    from rich.markup import escape

    out = console()
    known_words = f", as it could be known on {long_form(known)}" if known != on else ""
    out.print(f"[bold]{escape(profile.title)}[/bold] on {long_form(on)}{known_words}")
    for section in profile.sections:
        out.print(f"\n[bold]{escape(section.title)}[/bold]")
        for found in section.lines:
            keys = dict.fromkeys(str(citation) for fact in found.facts[:2] for citation in fact.citations)
            line(out, f"{escape(found.text)} [dim]{escape('; '.join(keys))}[/dim]", 2)
    return 0
