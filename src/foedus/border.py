"""How long a land border is, by each source on its own, and how an alliance's border adds up.

Lengths of one border differ between sources by a fifth and more, so they are never averaged or mixed: a sum over several borders
is made source by source, and a source that lacks one of them gives no sum. Of a source with editions, only the newest
that was known counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from foedus.alliance import member, members
from foedus.dates import BEGINNING
from foedus.errors import ContradictsRecord
from foedus.fact import Fact
from foedus.facts import BorderLength, Membership
from foedus.record import Record
from foedus.scenario import Edit, suppose
from foedus.timeline import Evidence, Step, Timeline, merge_evidence
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, all_of, any_of, presence


class Length(NamedTuple):
    """A length in kilometres, and the facts it is the sum of."""

    km: float
    facts: tuple[Fact, ...]


BySource = Mapping[str, Length]
"""Lengths by source (a series of editions counts as one source)."""


class Growth(NamedTuple):
    """By what factor a border grows, by source, and the facts that both lengths are sums of."""

    ratio: float
    facts: tuple[Fact, ...]


def neighbours(record: Record, state: str, day: date) -> frozenset[str]:
    """The states with which *state* shares a land border on *day*."""
    found = set()
    for fact in (*record.of(BorderLength, a=state, view=""), *record.of(BorderLength, b=state, view="")):
        if fact.since.latest <= day < fact.until.earliest:
            found.add(fact.b if fact.a == state else fact.a)
    return frozenset(found)


def lengths(record: Record, one: str, other: str, day: date) -> BySource:
    """The length of the border between two states on *day*, by source."""
    newest: dict[str, BorderLength] = {}
    for fact in record.of(BorderLength, a=min(one, other), b=max(one, other), basis="", view=""):
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
    pairs = (*record.of(BorderLength, a=other, view=""), *record.of(BorderLength, b=other, view=""))
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
            value = (
                total(record, members(record, side).at(day), other, day)
                if _is_alliance(record, side)
                else lengths(record, side, other, day)
            )
            evidence = merge_evidence(length.facts for length in value.values())
            steps.append(Step(day, value, evidence))
        return Timeline.of(steps)

    return record.once(("border", side, other), build)


def touch(record: Record, side: str, other: str) -> Truth:
    """Whether *side* (a state or an alliance) has a land border with *other*, day by day."""

    def build() -> Truth:
        coverage = record.coverage("borders", "*")
        pairs = _pairs(record)
        if not _is_alliance(record, side):
            spans = {(fact.since.text, fact.until.text): fact for fact in reversed(pairs.get(frozenset((side, other)), ()))}
            return presence(spans.values(), coverage)
        near = {fact.a if fact.b == other else fact.b for pair, facts in pairs.items() if other in pair for fact in facts}
        spells = dict.fromkeys(fact.state for fact in record.of(Membership, alliance=side) if fact.state in near)
        parts = [all_of([member(record, state, side), touch(record, state, other)]) for state in spells]
        return any_of(parts) if parts else presence((), coverage)

    return record.once(("touch", side, other), build)


def _pairs(record: Record) -> Mapping[frozenset[str], tuple[BorderLength, ...]]:
    """The recorded lengths by pair, whenever they were published: that two states are neighbours was public before any figure."""

    def build() -> Mapping[frozenset[str], tuple[BorderLength, ...]]:
        pairs: dict[frozenset[str], tuple[BorderLength, ...]] = {}
        for fact in record.whenever_known().of(BorderLength, view=""):
            key = frozenset((fact.a, fact.b))
            pairs[key] = (*pairs.get(key, ()), fact)
        return pairs

    return record.once("border pairs", build)


def judged(values: Iterable[bool]) -> Verdict:
    """Sources, each on its own: right by all, wrong by all, or mixed."""
    outcomes = set(values)
    return NOT_ENOUGH_INFO if not outcomes else CONFLICTING if len(outcomes) == 2 else SUPPORTED if outcomes.pop() else REFUTED


def growth(record: Record, scenario: Record, alliance: str, other: str, day: date, before: date) -> Mapping[str, Growth]:
    """The alliance's border with *other* on *day* in a scenario to that on the day *before* in the record, by source."""
    old, new = members(record, alliance).at(before), members(scenario, alliance).at(day)
    short, long = total(record, old, other, day), total(record, new, other, day)
    added = sorted(state for state in new if other in neighbours(record, state, day))
    spells = tuple(next(iter(record.of(Membership, state=state, alliance=alliance)), None) for state in added)
    joined = tuple(spell for spell in spells if spell is not None and spell.since.latest <= day)
    return {
        name: Growth(long[name].km / short[name].km, (*long[name].facts, *joined))
        for name in long if name in short and short[name].km
    }  # fmt: skip


def supposed_growth(
    record: Record, alliance: str, joiners: tuple[str, ...], other: str
) -> Timeline[Mapping[str, Growth] | Membership | None]:
    """By what factor the alliance's border with *other* would grow if *joiners* joined that day, day by day.

    A membership where it is already so; ``None`` where it cannot be supposed (there is no such state or alliance on the day).
    """

    def build() -> Timeline[Mapping[str, Growth] | Membership | None]:
        spells = [spell for joiner in joiners for spell in record.of(Membership, state=joiner, alliance=alliance)]
        days = {
            BEGINNING,
            *days_of_change(record, alliance, other),
            *(day for joiner in joiners for day in member(record, joiner, alliance).edges()),
        }
        days.update(day for joiner in joiners for day in days_of_change(record, joiner, other))
        steps: list[Step[Mapping[str, Growth] | Membership | None]] = []
        for day in sorted(days):
            already = next((spell for spell in spells if spell.since.latest <= day < spell.until.earliest), None)
            if already is not None:
                steps.append(Step(day, already, (already,)))
                continue
            try:
                scenario = suppose(record, [Edit(joiner, "joins", alliance, day) for joiner in joiners]) if day > BEGINNING else None
            except ContradictsRecord:
                scenario = None
            value = growth(record, scenario, alliance, other, day, day) if scenario else None
            steps.append(Step(day, value, _evidence(value)))
        return Timeline.of(steps)

    return record.once(("supposed growth", alliance, joiners, other), build)


def come_growth(record: Record, alliance: str, joiners: tuple[str, ...], other: str) -> Timeline[Mapping[str, Growth] | None] | None:
    """By what factor the alliance's border with *other* grew when the last of *joiners* had joined, against the day before the first did.

    ``None`` up to that day; no timeline at all if one of them never joined.
    """
    spells = [next(iter(record.of(Membership, state=joiner, alliance=alliance)), None) for joiner in joiners]
    joined = tuple(spell for spell in spells if spell is not None)
    if len(joined) < len(joiners) or not joined:
        return None
    first, last = (pick(spell.since.latest for spell in joined) for pick in (min, max))
    value = growth(record, record, alliance, other, last, date.fromordinal(first.toordinal() - 1))
    return Timeline.of([Step(BEGINNING, None, joined), Step(last, value, merge_evidence([joined, _evidence(value)]))])


def _evidence(value: Mapping[str, Growth] | None) -> Evidence:
    return merge_evidence(part.facts for part in value.values()) if value else ()


def _is_alliance(record: Record, id: str) -> bool:
    return bool(members(record, id).edges())
