"""What is spent on defence: each source's newest figure on a day, and how many allies reach two per cent of their economy.

Estimates of one year are revised in the next edition, so a figure counts from the day on which it was published until its source publishes another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from foedus.border import source_name
from foedus.dates import BEGINNING
from foedus.facts import Measure
from foedus.record import Record
from foedus.timeline import Step, Timeline

Figures = tuple[Measure, ...]
"""The figures that count on a day, one a source."""

_STALE_AFTER = 2
"""Of a year further back than this, a figure says nothing of the present."""


def figures(record: Record, series: str, who: str, year: int | None = None) -> Timeline[Figures]:
    """The newest figure of each source for *who* (a state or an alliance), day by day: of a *year*, or of the newest that any source then had."""

    def build() -> Timeline[Figures]:
        facts = [fact for fact in record.of(Measure, series=series, state=who) if year in (None, fact.year)]

        def on(day: date) -> Figures:
            newest: dict[str, Measure] = {}
            for fact in facts:
                if fact.known > day or (year is None and not day.year - _STALE_AFTER <= fact.year <= day.year):
                    continue
                name = source_name(record, fact)
                if name not in newest or (newest[name].year, newest[name].known) < (fact.year, fact.known):
                    newest[name] = fact
            # Of the present, only those sources tell that have the newest year: what another has of the year before is no other account of it.
            last = max((fact.year for fact in newest.values()), default=None)
            return tuple(fact for fact in newest.values() if fact.year == last)

        # A figure grows stale at a turn of the year.
        turns = {date(fact.year + _STALE_AFTER + 1, 1, 1) for fact in facts} if year is None else set()
        return _steps(on, {fact.known for fact in facts} | turns)

    return record.once(("figures", series, who, year), build)


def meeting_target(record: Record, alliance: str) -> Timeline[Figures]:
    """How many allies reach two per cent, by what was published last, day by day."""

    def build() -> Timeline[Figures]:
        facts = record.of(Measure, series="allies-meeting-2-percent", state=alliance)

        def on(day: date) -> Figures:
            known = [fact for fact in facts if fact.known <= day]
            newest = max(((fact.year, fact.known) for fact in known), default=None)
            return tuple(fact for fact in known if (fact.year, fact.known) == newest)

        return _steps(on, {fact.known for fact in facts})

    return record.once(("meeting target", alliance), build)


def _steps(on: Callable[[date], Figures], days: Iterable[date]) -> Timeline[Figures]:
    return Timeline.of(Step(day, found, found) for day in sorted({BEGINNING, *days}) for found in [on(day)])
