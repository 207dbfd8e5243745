"""Who belongs to an alliance, and who must defend whom: questions about members."""

from __future__ import annotations

from datetime import date

from foedus.dates import BEGINNING, NEVER
from foedus.facts import Article, Membership, State, Treaty
from foedus.record import Record, find
from foedus.timeline import Step, Timeline, combine
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Count, Truth, all_of, any_of, count_listed, lasting, presence


def member(record: Record, state: str, alliance: str) -> Truth:
    """Whether *state* is a member of *alliance*, day by day."""
    return record.once(
        ("member", state, alliance),
        lambda: presence(record.of(Membership, state=state, alliance=alliance), record.coverage("members", alliance)),
    )


def ever_members(record: Record, alliance: str) -> tuple[str, ...]:
    """Every state with a spell in the alliance, past, present or to come, in the order of the record."""
    return tuple(dict.fromkeys(fact.state for fact in record.of(Membership, alliance=alliance)))


def members(record: Record, alliance: str) -> Timeline[frozenset[str]]:
    """The states that are surely members, day by day."""

    def build() -> Timeline[frozenset[str]]:
        states = ever_members(record, alliance)
        if not states:
            return Timeline.constant(frozenset())
        truths = [member(record, state, alliance) for state in states]
        return combine(lambda *values: frozenset(s for s, value in zip(states, values, strict=True) if value is SUPPORTED), *truths)

    return record.once(("members", alliance), build)


def member_count(record: Record, alliance: str, among: frozenset[str] | None = None) -> Timeline[Count]:
    """How many members the alliance has, day by day; of those *among* a set of states, if one is given."""

    def build() -> Timeline[Count]:
        truths = [member(record, state, alliance) for state in ever_members(record, alliance) if among is None or state in among]
        return count_listed(truths, record.coverage("members", alliance))

    return record.once(("member_count", alliance, among), build)


def duties(record: Record) -> tuple[tuple[Treaty, Article], ...]:
    """Every obligation to defend, in ATOP's sense, with its treaty."""

    def build() -> tuple[tuple[Treaty, Article], ...]:
        treaties = {treaty.id: treaty for treaty in record.of(Treaty)}
        return tuple((treaties[article.treaty], article) for article in record.of(Article, content="defense") if article.treaty in treaties)

    return record.once("duties", build)


def bound(record: Record, defender: str, defended: str) -> Truth:
    """Whether *defender* is bound by treaty to defend *defended*, day by day."""
    parts = [truth for *_, truth in bonds(record, defender, defended)]
    return any_of(parts) if parts else Timeline.constant(NOT_ENOUGH_INFO)


def bonds(record: Record, defender: str, defended: str) -> list[tuple[Treaty, Article, Truth]]:
    """The treaties and articles that may bind *defender* to defend *defended*, and when each does.

    Both are parties to a defence treaty, or a treaty to which *defender* is a party guarantees *defended*; where an article binds only some, or toward
    some, they are among them. An alliance to which only one of the two ever belonged binds on no day for which its members are known.
    """
    found = []
    for treaty, article in duties(record):
        own, other = (bool(record.of(Membership, state=state, alliance=treaty.bond)) for state in (defender, defended))
        if not article.obliges(defender, defended) or not (own or other):
            continue
        if own and (other or article.toward):
            # What is owed to a state by name is owed whether or not it signed.
            states = (defender,) if article.toward else (defender, defended)
            alive = [exists(record, state) for state in (defender, defended)]
            truth = all_of([*(member(record, state, treaty.bond) for state in states), *alive, lasting(article)])
        elif treaty.alliance:
            truth = all_of([member(record, state, treaty.bond) for state in (defender, defended)])
        else:
            continue
        found.append((treaty, article, truth))
    return found


def exists(record: Record, state: str) -> Truth:
    """Whether a state has come to its end by a day: an obligation ends with the state that owes it, or to which it is owed."""

    def build() -> Truth:
        spells = record.of(State, id=state)
        last = max((spell.until for spell in spells), default=NEVER)
        if last == NEVER:
            return Timeline.constant(SUPPORTED)
        return Timeline.of(
            [Step(BEGINNING, SUPPORTED), Step(last.latest, REFUTED, tuple(spell for spell in spells if spell.until == last))]
        )

    return record.once(("exists", state), build)


def state(record: Record, id: str) -> State:
    """The state with this id; raises :class:`~foedus.errors.FoedusError` if the record has none."""
    return find(record, State, id=id)


def treaty_of(record: Record, alliance: str) -> Treaty | None:
    """The treaty that founds the alliance."""
    for fact in record.of(Treaty, alliance=alliance):
        return fact
    return None


def forerunner(record: Record, alliance: str) -> str:
    """The alliance whose place this one took, or ``""``."""
    founding = treaty_of(record, alliance)
    return founding.continues if founding else ""


def checked_through(record: Record, *alliances: str) -> date | None:
    """The last day through which the members of all *alliances* were checked; ``None`` where one is not covered."""
    found = [record.coverage("members", alliance) for alliance in alliances]
    days = [coverage.through for coverage in found if coverage]
    return min(days) if days and len(days) == len(found) else None


def spells(record: Record, state: str, alliance: str) -> list[list[Membership]]:
    """The spells of a state in an alliance, each with the accounts of it: the first line, then those that date it otherwise."""
    groups: dict[str, list[Membership]] = {}
    for fact in sorted(record.of(Membership, state=state, alliance=alliance), key=lambda fact: bool(fact.disputes)):
        groups.setdefault(fact.disputes or fact.since.text, []).append(fact)
    return list(groups.values())
