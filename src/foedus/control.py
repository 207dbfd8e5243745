"""Who held a place: what the parties and observers said of it, day by day, none of them taken for the world."""

from __future__ import annotations

from datetime import date, timedelta

from foedus.dates import BEGINNING, END, Moment
from foedus.fact import Fact
from foedus.facts import Control, Coverage
from foedus.record import Record
from foedus.timeline import Evidence, Step, Timeline, merge_evidence
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict

ONE_DAY = timedelta(days=1)

CONTESTED = "contested"
"""Stands for a holder where the speaker said that fighting went on."""


def accounts(record: Record, place: str) -> Timeline[tuple[Control, ...]]:
    """The accounts of who holds the place that are in force, day by day; those of uncertain start count from its last possible day."""

    def build() -> Timeline[tuple[Control, ...]]:
        facts = record.of(Control, place=place)
        edges = {day for fact in facts for day in (fact.since.latest, fact.until.earliest) if day < END}
        steps: list[Step[tuple[Control, ...]]] = [Step(BEGINNING, ())]
        for day in sorted(edges - {BEGINNING}):
            said = tuple(fact for fact in facts if fact.since.latest <= day < fact.until.earliest)
            steps.append(Step(day, said, said))
        return Timeline.of(steps)

    return record.once(("accounts", place), build)


def holds(record: Record, place: str, holder: str) -> Truth:
    """Whether *holder* holds the place: conflicting on every day on which the accounts contradict each other."""

    def build() -> Truth:
        coverage = record.coverage("control", place)
        truth: Truth = Timeline.of(Step(step.since, *_judge(step.value, holder)) for step in accounts(record, place).steps)
        if coverage is not None and coverage.after == "unknown" and coverage.through < END - ONE_DAY:
            unknown: Truth = Timeline.constant(NOT_ENOUGH_INFO)
            truth = unknown.cut(coverage.through + ONE_DAY, truth)
        return truth

    return record.once(("control", place, holder), build)


def held_in(record: Record, place: str, holder: str, period: Moment) -> Truth:
    """Whether *holder* held the place at some time in a period: unknown before it, and from its end on what was so in it."""
    parts = holds(record, place, holder).between(period.earliest, min(period.latest, END - ONE_DAY) + ONE_DAY)
    order = (SUPPORTED, CONFLICTING, NOT_ENOUGH_INFO, REFUTED)
    span, step = min(parts, key=lambda part: order.index(part[1].value))
    since = max(span.since, period.earliest)
    if step.value is CONFLICTING:
        # What the sides said by then, not what first made them contradict each other.
        step = Step(step.since, step.value, _judge(accounts(record, place).at(since), holder)[1])
    if since == BEGINNING:
        return Timeline.constant(step.value, step.evidence)
    return Timeline.of([Step(BEGINNING, NOT_ENOUGH_INFO), Step(since, step.value, step.evidence)])


def settled(record: Record, place: str, after: date) -> tuple[Fact, ...]:
    """The accounts that ended a dispute: those of the first day after *after* on which all agree, that were not yet given before."""
    before: tuple[Control, ...] = accounts(record, place).at(after)
    for step in accounts(record, place).steps:
        if step.since > after and step.value and len({fact.holder for fact in step.value}) == 1 and step.value[0].holder != CONTESTED:
            new = [fact for fact in step.value if fact.since.latest == step.since and fact not in before]
            return tuple(new or step.value[:1])
        if step.since > after:
            before = step.value
    return ()


def other_side(record: Record, place: str, loser: str) -> str:
    """To whom *loser* lost the place: the one other party that ever held it by the accounts, or ``""``."""
    holders = {fact.holder for fact in record.of(Control, place=place)} - {CONTESTED, loser}
    return holders.pop() if len(holders) == 1 else ""


_CALLED = {
    "isis": "Islamic State", "isil": "Islamic State", "daesh": "Islamic State", "rsf": "Rapid Support Forces", "sdf": "Syrian Democratic Forces",
    "wagner": "RUS", "democratic forces": "Syrian Democratic Forces", "support forces": "Rapid Support Forces",
}  # fmt: skip
"""Other names of armed groups, and whose an army is that bears a name of its own."""


def faction(record: Record, place: str, words: str) -> str:
    """The armed group that is meant by *words*: by its name, or, for "the rebels", the one such group that ever held the place; or ``""``."""
    called = next((party for name, party in _CALLED.items() if words.startswith(name)), None)
    if called is not None:
        return called
    groups = record.once("factions", lambda: tuple(sorted({fact.holder for fact in record.of(Control)} - {CONTESTED})))
    for group in groups:
        if not _is_state(group) and words.startswith(group.casefold()):
            return group
    here = {fact.holder for fact in record.of(Control, place=place) if not _is_state(fact.holder)} - {CONTESTED}
    return here.pop() if len(here) == 1 else ""


def state_of(record: Record, place: str) -> str:
    """The one state that ever held the place by the accounts, whose "the government" is there; or ``""``."""
    states = {fact.holder for fact in record.of(Control, place=place) if _is_state(fact.holder)}
    return states.pop() if len(states) == 1 else ""


def _is_state(holder: str) -> bool:
    return len(holder) == 3 and holder.isalpha() and holder.isupper()


def known_at_all(record: Record, place: str) -> Coverage | None:
    """The coverage of accounts of a place."""
    return record.coverage("control", place)


def _judge(said: tuple[Control, ...], holder: str) -> tuple[Verdict, Evidence]:
    """The verdict on *holder* of the accounts in force, and of each side its newest account."""
    sides: dict[str, Control] = {}
    for fact in said:
        if fact.holder not in sides or fact.known >= sides[fact.holder].known:
            sides[fact.holder] = fact
    evidence = merge_evidence((fact,) for fact in sides.values())
    if not sides:
        return NOT_ENOUGH_INFO, ()
    if holder not in sides:
        return REFUTED, evidence[:1]
    return (SUPPORTED if len(sides) == 1 else CONFLICTING), evidence
