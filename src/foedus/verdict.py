"""Verdicts, and timelines of them: what facts and the coverage of their list say of a day.

The four labels are FEVER's and AVeriTeC's. They double as truth values: a claim is a timeline of verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from foedus.dates import BEGINNING, END
from foedus.fact import Fact
from foedus.facts import AccessionStep, Coverage, Membership
from foedus.timeline import Evidence, Step, Timeline, combine, merge_evidence


class Verdict(StrEnum):
    """What the record says of a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_INFO = "not_enough_info"


SUPPORTED, REFUTED = Verdict.SUPPORTED, Verdict.REFUTED
CONFLICTING, NOT_ENOUGH_INFO = Verdict.CONFLICTING, Verdict.NOT_ENOUGH_INFO

Truth = Timeline[Verdict]

_ANY_ORDER = (SUPPORTED, CONFLICTING, NOT_ENOUGH_INFO, REFUTED)
_ALL_ORDER = (REFUTED, NOT_ENOUGH_INFO, CONFLICTING, SUPPORTED)
_OPPOSITE = {SUPPORTED: REFUTED, REFUTED: SUPPORTED}


def verdict(is_so: bool) -> Verdict:
    """The verdict of something that is plainly so or not."""
    return SUPPORTED if is_so else REFUTED


def negate(truth: Truth) -> Truth:
    """What is supported becomes refuted and the other way round; doubt stays doubt."""
    return truth.map(lambda value: _OPPOSITE.get(value, value))


def any_of(truths: Sequence[Truth]) -> Truth:
    """Supported where one is; its step rests on the parts that decide it."""
    return _decided(truths, _ANY_ORDER)


def all_of(truths: Sequence[Truth]) -> Truth:
    """Supported where all are; its step rests on the parts that decide it."""
    return _decided(truths, _ALL_ORDER)


def _decided(truths: Sequence[Truth], order: tuple[Verdict, ...]) -> Truth:
    def pick(*values: Verdict) -> Verdict:
        return min(values, key=order.index)

    def evidence(*steps: Step[Verdict]) -> Evidence:
        value = pick(*(step.value for step in steps))
        deciding = [step.evidence for step in steps if step.value == value]
        # One part is enough to settle an "any" that holds or an "all" that fails; otherwise every part has a say.
        return deciding[0] if value == order[0] else merge_evidence(deciding)

    return combine(pick, *truths, evidence=evidence)


def ever(truth: Truth) -> Truth:
    """Whether it has been so at any time up to a day: once supported, always supported from then on."""
    first = next((step for step in truth.steps if step.value is SUPPORTED), None)
    if first is None:
        return truth
    before = [step for step in truth.steps if step.since < first.since]
    return Timeline.of([*before, Step(first.since, SUPPORTED, first.evidence)])


def presence(facts: Iterable[Fact], coverage: Coverage | None) -> Truth:
    """Whether one of *facts* holds, day by day.

    Supported where a fact surely holds; ``not_enough_info`` inside the uncertainty of a bound; ``conflicting`` between the
    starts that disputing sources give to one spell; refuted where no fact holds and the list is covered (after its
    last day only if it ``stands``); ``not_enough_info`` outside coverage.
    """
    parts = [absence(coverage), *(_one(group, coverage) for group in _by_dispute(facts))]
    return any_of(parts) if len(parts) > 1 else parts[0]


def lasting(fact: Fact) -> Truth:
    """Whether a fact that settles all days by itself holds, day by day: a treaty has no force outside its span."""
    marks: dict[date, Verdict] = {BEGINNING: REFUTED, fact.since.earliest: NOT_ENOUGH_INFO, fact.since.latest: SUPPORTED}
    marks |= {fact.until.earliest: NOT_ENOUGH_INFO, fact.until.latest: REFUTED}
    return Timeline.of(Step(day, value, (fact,)) for day, value in marks.items() if day < END)


def absence(coverage: Coverage | None) -> Truth:
    """What a list says of a thing that is not on it: refuted while the list is complete, else not enough info."""
    if coverage is None:
        return Timeline.constant(NOT_ENOUGH_INFO)
    steps = [Step(BEGINNING, NOT_ENOUGH_INFO)] if coverage.since.latest > BEGINNING else []
    steps.append(Step(coverage.since.latest, REFUTED, (coverage,)))
    if coverage.after == "unknown":
        steps.append(Step(_day_after(coverage.through), NOT_ENOUGH_INFO))
    return Timeline.of(steps)


def _by_dispute(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Facts that date the same spell differently, together; all others alone."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        if isinstance(fact, Membership):
            groups.setdefault((fact.state, fact.disputes or fact.since.text), []).append(fact)
        elif isinstance(fact, AccessionStep) and fact.by:
            # Two lines for one act of one ally are two accounts of it; different acts are different events.
            groups.setdefault((fact.state, fact.by, fact.act), []).append(fact)
        else:
            groups[id(fact)] = [fact]
    return list(groups.values())


def _one(group: Sequence[Fact], coverage: Coverage | None) -> Truth:
    """The truth of one spell, told by one or by several disagreeing facts."""
    first = min(fact.since.earliest for fact in group)
    sure = max(fact.since.latest for fact in group)
    end = min(fact.until.earliest for fact in group)
    gone = max(fact.until.latest for fact in group)
    doubt = CONFLICTING if len(group) > 1 else NOT_ENOUGH_INFO
    evidence: Evidence = tuple(group)
    # What is not yet certain is REFUTED here and yields to the list's absence in any_of; what has ended needs coverage to be "no".
    unknown_after = coverage is not None and coverage.after == "unknown"
    lapse = _day_after(coverage.through) if coverage is not None and unknown_after else END
    marks: list[tuple[date, Verdict, Evidence]] = [(BEGINNING, REFUTED, ())]
    if first < sure:
        marks.append((first, doubt, evidence))
    marks.append((sure, SUPPORTED, evidence if len(group) == 1 else evidence[:1]))
    if lapse < end:
        marks.append((max(lapse, sure), NOT_ENOUGH_INFO, evidence))
    elif end < END:
        if end < gone:
            marks.append((max(end, sure), doubt, evidence))
        marks.append((gone, REFUTED, evidence))
    latest = {day: (value, why) for day, value, why in marks if day < END}
    return Timeline.of(Step(day, value, why) for day, (value, why) in latest.items())


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1) if day < END else END


_UNCOUNTED = 1000
"""Stands for "nobody knows how many more": larger than any number of states."""


class Count(NamedTuple):
    """How many: between *low* and *high*, and why they differ, if they do."""

    low: int
    high: int
    doubt: Verdict = SUPPORTED

    def compare(self, test: Callable[[int], bool]) -> Verdict:
        """The verdict on a test of the number: certain only if the test comes out the same for every possible value."""
        outcomes = {test(n) for n in range(self.low, self.high + 1)}
        return verdict(outcomes.pop()) if len(outcomes) == 1 else self.doubt


def count(truths: Sequence[Truth], base: Evidence = ()) -> Timeline[Count]:
    """How many of *truths* hold, day by day.

    Each step rests on *base* (the coverage of the list) and on the facts of those parts that changed at its start: the
    smallest evidence for the number being this one and no longer the one before.
    """
    changes: dict[date, list[tuple[Verdict, Verdict, Evidence]]] = {BEGINNING: []}
    totals = dict.fromkeys(Verdict, 0)
    for truth in truths:
        previous = truth.steps[0]
        totals[previous.value] += 1
        for step in truth.steps[1:]:
            changes.setdefault(step.since, []).append((previous.value, step.value, step.evidence))
            previous = step
    steps = []
    for day in sorted(changes):
        for old, new, _ in changes[day]:
            totals[old] -= 1
            totals[new] += 1
        low = totals[SUPPORTED]
        doubtful = totals[CONFLICTING] + totals[NOT_ENOUGH_INFO]
        doubt = CONFLICTING if totals[CONFLICTING] else NOT_ENOUGH_INFO if doubtful else SUPPORTED
        evidence = merge_evidence([*(why for _, _, why in changes[day]), base])
        steps.append(Step(day, Count(low, low + doubtful, doubt), evidence))
    return Timeline.of(steps)


def count_listed(truths: Sequence[Truth], coverage: Coverage | None) -> Timeline[Count]:
    """How many of a list hold, day by day; on days for which the list is not complete, there may be any number more."""
    listed = count(truths, (coverage,) if coverage else ())

    def total(listed: Count, rest: Verdict) -> Count:
        return Count(listed.low, listed.high + _UNCOUNTED, NOT_ENOUGH_INFO) if rest is NOT_ENOUGH_INFO else listed

    return combine(total, listed, absence(coverage), evidence=lambda listed, rest: listed.evidence)
