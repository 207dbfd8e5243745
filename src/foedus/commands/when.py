"""``foedus when``: the spans over which a claim holds, and the facts at each edge.

Printed without rich: this verb answers in the time of a bare interpreter and a little.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from foedus.commands.output import day_option, print_json, record_of, source_lines, spans_words, verdict_words
from foedus.dates import long_form
from foedus.facts import Coverage
from foedus.holding import Holding, when
from foedus.record import Record
from foedus.verdict import SUPPORTED, Verdict

_MOST_EDGES = 12


def run(options: Namespace, today: date) -> int:
    record = record_of(options)
    today = day_option(options.today, today)
    holdings = when(options.claim, record, today)
    if options.format == "json":
        answers = [holding.json() for holding in holdings]
        print_json(answers[0] if len(answers) == 1 else answers)
        return 0
    for number, holding in enumerate(holdings):
        if number:
            print()
        _print(holding, record, today)
    return 0


def _print(holding: Holding, record: Record, today: date) -> None:
    print(_bold(holding.wording))
    print(f"  holds {spans_words(holding.spans, {edge.day: edge.bound for edge in holding.edges})}")
    asked = f"in the period asked for, {holding.period}" if holding.period else f"today, {long_form(today)}"
    print(
        f"  {asked}: {verdict_words(holding.now)}"
        + (f"; checked through {long_form(holding.checked_through)}" if holding.checked_through else "")
    )
    around = [edge for edge in holding.edges if SUPPORTED in (edge.verdict, *_before(holding, edge.day))] or list(holding.edges)
    for edge in around[:_MOST_EDGES]:
        day = f"{edge.day} {edge.bound}".rstrip()
        print(f"\n  {day}  {verdict_words(edge.verdict)}")
        for fact in edge.facts:
            if isinstance(fact, Coverage) and len(edge.facts) > 1:
                continue
            print(f"    {fact.describe()}")
            for line in source_lines(fact, record):
                print(f"      {line}")
    if len(around) > _MOST_EDGES:
        print(f"\n  … and {len(around) - _MOST_EDGES} more edges: --format json lists them all")


def _before(holding: Holding, day: date) -> list[Verdict]:
    earlier = [edge.verdict for edge in holding.edges if edge.day < day]
    return earlier[-1:]


def _bold(text: str) -> str:
    import os

    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
