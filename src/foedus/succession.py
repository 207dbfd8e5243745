"""What states were part of before: unions that fell apart, and alliances that they left or outlived."""

from __future__ import annotations

from datetime import date

from foedus.alliance import member
from foedus.dates import BEGINNING, END
from foedus.fact import Fact
from foedus.facts import Membership, Succession
from foedus.record import Record
from foedus.timeline import Evidence, Step, Timeline
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, all_of, negate

_INHERITING = ("dissolution", "continuation", "secession")
"""Kinds of succession in which the successor is spoken of as having been a member where its predecessor was."""


def parts(record: Record, union: str) -> tuple[str, ...]:
    """The states that were part of a union (``SUN``, ``YUG``, …), in the order of the record."""
    return tuple(dict.fromkeys(fact.successor for fact in record.of(Succession, predecessor=union)))


def once_part(record: Record, state: str, of: str) -> Truth:
    """Whether *state* was once part of *of* (a union of states or an alliance) and no longer is, day by day."""
    return record.once(("once_part", state, of), lambda: _once_part(record, state, of))


def _once_part(record: Record, state: str, of: str) -> Truth:
    if record.of(Membership, alliance=of):
        return _once_member(record, state, of)
    facts = record.of(Succession, predecessor=of, successor=state)
    coverage = record.coverage("successions", of)
    if not facts:
        return Timeline.constant(REFUTED if coverage else NOT_ENOUGH_INFO, (coverage,) if coverage else ())
    return _since_end(facts)


def _once_member(record: Record, state: str, alliance: str) -> Truth:
    coverage = record.coverage("members", alliance)
    own = record.of(Membership, state=state, alliance=alliance)
    if any(spell.until.latest < END for spell in own):
        first = min(spell.until.latest for spell in own)
        spells = tuple(spell for spell in own if spell.until.earliest <= first)
        return all_of([_since_end(spells), negate(member(record, state, alliance))])
    if own:
        return negate(member(record, state, alliance)).map(lambda value: REFUTED if value is SUPPORTED else value)
    doubtful = False
    for succession in record.of(Succession, successor=state):
        inherited = [
            spell for spell in record.of(Membership, state=succession.predecessor, alliance=alliance)
            if spell.until.latest < END and spell.until.earliest > succession.since.earliest and spell.since.earliest < succession.until.latest
        ]  # fmt: skip
        if inherited and succession.how in _INHERITING:
            truth = _since_end(inherited)
            return Timeline.of(Step(step.since, step.value, (*step.evidence, succession)) for step in truth.steps)
        # Whether a state that was occupied, or one that took another in, "was a member" is a matter of words.
        doubtful = doubtful or bool(inherited)
    if doubtful or coverage is None:
        return Timeline.constant(NOT_ENOUGH_INFO)
    return Timeline.constant(REFUTED, (coverage,))


def _since_end(facts: tuple[Fact, ...] | list[Membership]) -> Truth:
    """Refuted until the span ended, supported since; between the ends that sources give, conflicting."""
    ends = sorted({fact.until.latest for fact in facts})
    if ends[0] == END:
        return Timeline.constant(REFUTED, tuple(facts))
    marks: dict[date, tuple[Verdict, Evidence]] = {BEGINNING: (REFUTED, tuple(facts)[:1])}
    marks[ends[0]] = (CONFLICTING, tuple(facts))
    last = ends[-1] if ends[-1] < END else ends[0]
    marks[last] = (SUPPORTED, tuple(fact for fact in facts if fact.until.latest == last)[:1])
    return Timeline.of(Step(day, value, why) for day, (value, why) in marks.items())
