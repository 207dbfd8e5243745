"""What treaties say and what was done under them: force, articles, invocations, signatures."""

from __future__ import annotations

from foedus.dates import BEGINNING, Moment
from foedus.facts import Article, Coverage, Membership, Treaty, TreatyEvent
from foedus.record import Record
from foedus.timeline import Step, Timeline, merge_evidence
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, any_of, count, lasting, presence, verdict

INVOKING = ("invoked", "requested")
"""Events by which an article is invoked: consultations are requested, a defence clause is invoked."""


def treaty(record: Record, id: str) -> Treaty | None:
    """The treaty with this id."""
    found = record.of(Treaty, id=id)
    return found[0] if found else None


def in_force(record: Record, id: str) -> Truth:
    """Whether the treaty is in force, day by day. Its own fact settles all days: it has no force outside its span."""
    fact = treaty(record, id)
    if fact is None:
        return Timeline.constant(NOT_ENOUGH_INFO)
    return lasting(fact)


def only_signed(record: Record, id: str) -> Truth:
    """Open between signature and entry into force: what the treaty provides for is agreed, and nobody is obliged to it yet. Refuted on all other days."""
    fact = treaty(record, id)
    if fact is None or fact.signed.latest >= fact.since.earliest:
        return Timeline.constant(REFUTED)
    return Timeline.of([Step(BEGINNING, REFUTED), Step(fact.signed.latest, NOT_ENOUGH_INFO, (fact,)), Step(fact.since.earliest, REFUTED)])


def articles(record: Record, id: str, content: str) -> tuple[Article, ...]:
    """The articles of a treaty whose content is of this sort (``defense``, ``consultation``, …)."""
    return record.of(Article, treaty=id, content=content)


def obliges(record: Record, id: str, number: str, content: str) -> Truth:
    """Whether the treaty's article *number* (any, if empty) holds an obligation of this sort, day by day."""
    if number:
        found = record.of(Article, treaty=id, number=number)
        if found and all(article.content != content for article in found):
            return Timeline.constant(REFUTED, found)
    right = [article for article in articles(record, id, content) if number in ("", article.number)]
    return any_of([lasting(article) for article in right]) if right else Timeline.constant(NOT_ENOUGH_INFO)


def invocations(record: Record, id: str, number: str) -> tuple[TreatyEvent, ...]:
    """The recorded invocations of an article, by day."""
    found = [event for event in record.of(TreatyEvent, treaty=id, article=number) if event.what in INVOKING]
    return tuple(sorted(found, key=lambda event: (event.since.latest, event.since.earliest)))


def invocations_covered(record: Record, id: str, number: str) -> Coverage | None:
    """The coverage declared for the invocations of an article, or for all that is done under the treaty."""
    return record.coverage("treaty events", f"article {number} of {id}") or record.coverage("treaty events", id)


def invoked_times(record: Record, id: str, number: str, times: int) -> Truth:
    """Whether the article had been invoked exactly so many times, day by day.

    Where the list of invocations is not declared complete, the recorded ones are a lower bound: they can refute, never support.
    """
    events, coverage = invocations(record, id, number), invocations_covered(record, id, number)
    if coverage is None:
        steps: list[Step[Verdict]] = [Step(BEGINNING, NOT_ENOUGH_INFO)]
        if len(events) > times:
            steps.append(Step(events[times].since.latest, REFUTED, events[: times + 1]))
        return Timeline.of(steps)
    totals = count([presence([event], coverage) for event in events], (coverage,))
    begins = coverage.since.latest
    steps = [Step(BEGINNING, NOT_ENOUGH_INFO)] if begins > BEGINNING else []
    for day in (begins, *(edge for edge in totals.edges() if edge > begins)):
        # A count rests on every invocation so far, not on the last alone.
        done = tuple(event for event in events if event.since.latest <= day)
        steps.append(Step(day, totals.at(day).compare(lambda true: true == times), (*done, coverage)))
    return Timeline.of(steps)


def invoked(record: Record, id: str, number: str, written: Moment) -> Truth:
    """Whether the article was invoked in the day, month or year written: from that invocation on."""
    events, coverage = invocations(record, id, number), invocations_covered(record, id, number)
    fitting = [event for event in events if event.since.earliest <= written.latest and event.since.latest >= written.earliest]
    absent: Verdict = REFUTED if coverage else NOT_ENOUGH_INFO
    if not fitting:
        return Timeline.constant(absent, merge_evidence([events, (coverage,)]) if coverage else ())
    first = fitting[0]
    sure = written.earliest <= first.since.earliest and first.since.latest <= written.latest
    before = Step(BEGINNING, absent, (coverage,) if coverage else ())
    return Timeline.of([before, Step(first.since.latest, SUPPORTED if sure else NOT_ENOUGH_INFO, (first,))])


def signers(record: Record, id: str) -> tuple[Membership, ...]:
    """The spells of the states that signed the treaty on the day of its signature, one a state."""
    fact = treaty(record, id)
    if fact is None:
        return ()
    found = record.of(Membership, alliance=fact.alliance or fact.id, signed=fact.signed.text)
    return tuple({spell.state: spell for spell in reversed(found)}.values())


def signed_by(record: Record, id: str, states: tuple[str, ...] | int) -> Truth:
    """Whether these states, or so many, signed the treaty: from the day of signature on."""
    fact, spells = treaty(record, id), signers(record, id)
    if fact is None or not spells:
        return Timeline.constant(NOT_ENOUGH_INFO)
    so = len(spells) == states if isinstance(states, int) else set(states) <= {spell.state for spell in spells}
    evidence = spells if isinstance(states, int) else tuple(spell for spell in spells if spell.state in states) or spells
    if not so:
        return Timeline.constant(REFUTED, (fact, *evidence))
    return Timeline.of([Step(BEGINNING, REFUTED, (fact,)), Step(fact.signed.latest, verdict(so), evidence)])
