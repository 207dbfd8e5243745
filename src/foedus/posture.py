"""What a state declares itself to be: nonaligned, neutral, aspiring to an alliance or rejecting its growth."""

from __future__ import annotations

from datetime import date

from foedus.dates import BEGINNING, Moment
from foedus.facts import Coverage, Membership, Posture
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, any_of, presence

ADOPTED_BEFORE = 800
"""How many days before it took effect a stance may have been adopted: constitutions are amended years before the change is in force."""


def postures(record: Record, state: str, posture: str, toward: str = "", basis: str = "") -> tuple[Posture, ...]:
    """The recorded stances of a state, of one kind, toward an alliance and on a basis, if these are given.

    A mere statement makes no state nonaligned or neutral: such a line counts only where a statement is asked for.
    """
    return tuple(
        fact
        for fact in record.of(Posture, state=state, posture=posture)
        if (not toward or fact.toward in ("", toward))
        and (fact.basis == basis if basis else fact.basis != "statement" or posture not in ("nonaligned", "neutral"))
    )


def held(record: Record, state: str, posture: str, toward: str = "", basis: str = "") -> Truth:
    """Whether the state takes the stance, day by day."""
    coverage = record.coverage("postures", state)
    found = postures(record, state, posture, toward, basis)
    truth = presence(found, coverage)
    if posture == "nonaligned" and not basis:
        # A neutral state is in no alliance either.
        truth = presence((*found, *postures(record, state, "neutral")), coverage)
    elif posture == "neutral" and not basis:
        truth = any_of([truth, _unclear(record, state, "nonaligned", coverage)])
    elif not found:
        truth = Timeline.constant(NOT_ENOUGH_INFO) if not record.of(Posture, state=state, posture=posture) else truth
    if basis:
        # The stance on another basis does not make the claim wrong for certain: a policy may be written into a law that is not listed.
        truth = any_of([truth, _unclear(record, state, posture, coverage)])
    return _ended_by_accession(record, state, truth) if posture in ("nonaligned", "neutral") else truth


def _ended_by_accession(record: Record, state: str, truth: Truth) -> Truth:
    """The same timeline; where a stance ends on the day on which the state joined an alliance, that membership is why."""
    joined = {fact.since.latest: fact for fact in record.of(Membership, state=state)}
    return Timeline.of(
        Step(
            step.since,
            step.value,
            (joined[step.since], *step.evidence) if step.value is REFUTED and step.since in joined else step.evidence,
        )
        for step in truth.steps
    )


def _unclear(record: Record, state: str, posture: str, coverage: Coverage | None) -> Truth:
    """What a neighbouring stance makes of a claim: not known while it is held, and no help otherwise."""
    return presence(postures(record, state, posture), coverage).map(lambda value: NOT_ENOUGH_INFO if value is SUPPORTED else value)


def adopted(record: Record, state: str, posture: str, written: Moment, toward: str = "", basis: str = "") -> Truth:
    """Whether the state took the stance in the written period: an event, dated by the start of a recorded stance.

    Adoption precedes effect, so that a period not long before the start is not known to be wrong.
    """
    found = postures(record, state, posture, toward, basis)
    if not found:
        return Timeline.constant(NOT_ENOUGH_INFO)
    inside = [fact for fact in found if written.earliest <= fact.since.earliest and fact.since.latest <= written.latest]
    if inside:
        first = min(inside, key=lambda fact: fact.since.latest)
        return Timeline.of([Step(BEGINNING, REFUTED), Step(first.since.latest, SUPPORTED, (first,))])
    near = [
        fact
        for fact in found
        if _days(written.earliest, fact.since.latest) >= 0 and _days(written.latest, fact.since.earliest) <= ADOPTED_BEFORE
    ]
    value: Verdict = NOT_ENOUGH_INFO if near or record.coverage("postures", state) is None else REFUTED
    return Timeline.constant(value, tuple(near or found))


def _days(earlier: date, later: date) -> int:
    return later.toordinal() - earlier.toordinal()
