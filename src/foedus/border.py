"""How long a land border is, by each source on its own, and how an alliance's border adds up.

Lengths of one border differ between sources by a fifth and more, so they are never averaged or mixed: a sum over several borders
is made source by source, and a source that lacks one of them gives no sum. Of a source with editions, only the newest
that was known counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from foedus.alliance import members
from foedus.dates import BEGINNING
from foedus.facts import BorderLength, Fact
from foedus.record import Record
from foedus.timeline import Step, Timeline, merge_evidence
from foedus.verdict import SUPPORTED, presence


class Length(NamedTuple):
    """A length in kilometres, and the facts it is the sum of."""

    km: float
    facts: tuple[Fact, ...]


BySource = Mapping[str, Length]
"""Lengths by source (a series of editions counts as one source)."""


def neighbours(record: Record, state: str, day: date) -> frozenset[str]:
    """The states with which *state* shares a land border on *day*."""
    found = set()
    for fact in (*record.of(BorderLength, a=state), *record.of(BorderLength, b=state)):
        if presence([fact], None).at(day) is SUPPORTED:
            found.add(fact.b if fact.a == state else fact.a)
    return frozenset(found)


def lengths(record: Record, one: str, other: str, day: date) -> BySource:
    """The length of the border between two states on *day*, by source."""
    newest: dict[str, BorderLength] = {}
    for fact in record.of(BorderLength, a=min(one, other), b=max(one, other)):
        if not fact.since.latest <= day < fact.until.earliest:
            continue
        name = source_name(record, fact)
        if name not in newest or newest[name].known < fact.known:
            newest[name] = fact
    return {name: Length(fact.km, (fact,)) for name, fact in newest.items()}


def source_name(record: Record, fact: Fact) -> str:
    """The source that a fact's figure comes from: its series, if it is one edition of several."""
    key = fact.citations[0].source
    source = record.sources.get(key)
    return source.series if source and source.series else key


def total(record: Record, states: Iterable[str], other: str, day: date) -> BySource:
    """The summed length of the borders of *states* with *other* on *day*, by every source that has all of them."""
    parts = [lengths(record, state, other, day) for state in sorted(states) if other in neighbours(record, state, day)]
    if not parts:
        return {}
    common = set(parts[0]).intersection(*parts[1:])
    return {
        name: Length(sum(part[name].km for part in parts), tuple(fact for part in parts for fact in part[name].facts))
        for name in sorted(common)
    }


def days_of_change(record: Record, side: str, other: str) -> list[date]:
    """The days on which the border between *side* (a state or an alliance) and *other* can change."""
    pairs = (*record.of(BorderLength, a=other), *record.of(BorderLength, b=other))
    days = {day for fact in pairs for day in (fact.since.latest, fact.until.earliest) if day != date.max}
    if _is_alliance(record, side):
        neighbouring = {fact.a if fact.b == other else fact.b for fact in pairs}
        timeline = members(record, side).map(lambda states: states & neighbouring)
        days.update(timeline.edges())
    return sorted(days - {BEGINNING})


def between(record: Record, side: str, other: str) -> Timeline[BySource]:
    """The length of the border between *side* (a state or an alliance) and *other*, by source, day by day."""

    def build() -> Timeline[BySource]:
        steps = [Step[BySource](BEGINNING, {})]
        for day in days_of_change(record, side, other):
            value = total(record, members(record, side).at(day), other, day) if _is_alliance(record, side) else lengths(record, side, other, day)
            evidence = merge_evidence(length.facts for length in value.values())
            steps.append(Step(day, value, evidence))
        return Timeline.of(steps)

    return record.once(("border", side, other), build)  # type: ignore[no-any-return]


def _is_alliance(record: Record, id: str) -> bool:
    return bool(members(record, id).edges())
