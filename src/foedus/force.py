"""Forces sent abroad and aid given: what the record's announcements say, one by one and added up.

The record's lists of deployments and of aid are selections, so that what is not in them is not known, never "no". A sum of announcements
is therefore a lower bound; and only rows that cannot count the same troops twice are added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from foedus.alliance import members
from foedus.dates import BEGINNING, END, ONE_DAY, Moment
from foedus.fact import Fact
from foedus.facts import Aid, Deployment
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, any_of

F = TypeVar("F", bound=Fact)


class Figure(NamedTuple):
    """A number that the record gives from a day on: one announcement's, or a running sum of several."""

    day: date
    n: float
    hedge: str
    facts: tuple[Fact, ...]


def begun(fact: Fact) -> date:
    """The first day by which it had surely happened: its last possible day, or the day on which it was public, if that came before."""
    if fact.since.earliest == BEGINNING:
        return fact.since.latest
    return max(fact.since.earliest, min(fact.since.latest, fact.known))


def within(facts: Iterable[F], written: Moment | None) -> tuple[F, ...]:
    """Those of *facts* that surely happened in the written period, by day."""
    found = [fact for fact in facts if written is None or written.earliest <= begun(fact) <= written.latest]
    return tuple(sorted(found, key=begun))


def deployments(record: Record, actor: str, host: str) -> tuple[Deployment, ...]:
    """What *actor* (a state, an alliance with its members of the day, or anybody: ``""``) sent to *host*, a state or region."""

    def build() -> tuple[Deployment, ...]:
        rows = record.of(Deployment)
        return tuple(row for row in rows if _belongs(record, row.actor, actor, begun(row)) and _lies_in(record, row.host, host))

    return record.once(("deployments", actor, host), build)


def aid(record: Record, donor: str, recipient: str) -> tuple[Aid, ...]:
    """What *donor* (a state, or an alliance with its members of the day) gave or pledged to *recipient*."""

    def build() -> tuple[Aid, ...]:
        return tuple(row for row in record.of(Aid, recipient=recipient) if _belongs(record, row.donor, donor, begun(row)))

    return record.once(("aid", donor, recipient), build)


def _belongs(record: Record, one: str, whole: str, day: date) -> bool:
    return whole in ("", one) or one in members(record, whole).at(day)


def _lies_in(record: Record, one: str, whole: str) -> bool:
    regions = record.lexicon.regions
    inside = regions.get(whole, ())
    return one == whole or one in inside or (one in regions and bool(inside) and set(regions[one]) <= set(inside))


def troop_figures(record: Record, rows: Sequence[Deployment], actor: str) -> list[Figure]:
    """Every number of troops that *rows* (by day) give: each row's own, and running sums.

    Levels (how many were there) are never added, and only single states' rows are, as a region's row sums up others; those of an alliance and those of its members apart, as they may
    count the same troops; and of two rows of one actor and host, not the one whose open date allows the other's day.
    """
    figures = [Figure(begun(row), row.n, row.hedge, (row,)) for row in rows if row.n]
    regions = record.lexicon.regions
    rows = [row for row in rows if row.counts != "level"]
    single = [row for row in rows if row.n and row.host not in regions and not _rival(row, rows)]
    for part in ([row for row in single if row.actor == actor], [row for row in single if row.actor != actor]):
        for end in range(2, len(part) + 1):
            added = part[:end]
            figures.append(Figure(begun(added[-1]), sum(row.n for row in added), _loosest(row.hedge for row in added), tuple(added)))
    return sorted(figures, key=lambda figure: figure.day)


def _rival(row: Deployment, rows: Sequence[Deployment]) -> bool:
    return any(
        (other.actor, other.host) == (row.actor, row.host) and other is not row
        and row.since.earliest <= other.since.earliest and other.since.latest <= row.since.latest and row.since != other.since
        for other in rows
    )  # fmt: skip


def _loosest(hedges: Iterable[str]) -> str:
    found = set(hedges)
    return ">=" if found & {">", ">="} else "~" if found - {"="} else "="


def amount_figures(rows: Sequence[Aid], currency: str) -> list[Figure]:
    """Every sum of money that *rows* (by day) give in a currency: each announcement's, and running sums as lower bounds.

    A source that counts month by month is added up on its own, as it counts the same announcements again; totals and parts of others are not added at all.
    """
    rows = [row for row in rows if row.amount and row.currency == currency]
    figures = [Figure(begun(row), float(row.amount), "=", (row,)) for row in rows]
    rows = [row for row in rows if not row.counts]
    by_source: dict[str, list[Aid]] = {}
    for row in rows:
        by_source.setdefault(row.citations[0].source, []).append(row)
    announced = [row for row in rows if len(by_source[row.citations[0].source]) == 1]
    for part in (announced, *(found for found in by_source.values() if len(found) > 1)):
        for end in range(2, len(part) + 1):
            added = part[:end]
            figures.append(Figure(begun(added[-1]), sum(float(row.amount) for row in added), ">=", tuple(added)))
    return sorted(figures, key=lambda figure: figure.day)


def from_first(days: Iterable[tuple[date, tuple[Fact, ...]]]) -> Truth:
    """Supported from the first of *days* on; not known before, as the lists are selections."""
    first = min(days, key=lambda pair: pair[0], default=None)
    steps = [Step(BEGINNING, NOT_ENOUGH_INFO)]
    if first is not None:
        steps.append(Step(first[0], SUPPORTED, first[1]))
    return Timeline.of(steps)


def _end(record: Record, row: Deployment) -> date:
    """The first day on which a row may have ended. An end that was told later still shows that the row held until then."""
    same = record.whenever_known().of(Deployment, actor=row.actor, host=row.host)
    return next((one.until.earliest for one in same if (one.n, one.since, one.gist) == (row.n, row.since, row.gist)), row.until.earliest)


def in_place(record: Record, rows: Sequence[Deployment], reached: Callable[[Sequence[Deployment]], tuple[Fact, ...]]) -> Truth:
    """On which days the rows then in place reach something: *reached* gives the facts that do, or none.

    A row without an end is in place through the last day of its actor's coverage; what came after is not known.
    """
    spans = []
    for row in rows:
        coverage = record.coverage("deployments", row.actor)
        until = _end(record, row)
        if until < END:
            spans.append((begun(row), until, row))
        elif coverage is not None:
            spans.append((begun(row), coverage.through + ONE_DAY if coverage.through < END else END, row))
    steps = [Step(BEGINNING, NOT_ENOUGH_INFO)]
    for day in sorted({day for since, until, _ in spans if since < until for day in (since, until)} - {END, BEGINNING}):
        facts = reached([row for since, until, row in spans if since <= day < until])
        steps.append(Step(day, SUPPORTED if facts else NOT_ENOUGH_INFO, facts))
    return Timeline.of(steps)


_LEADS = re.compile(r"\bleads the (?:\w+ )*battle ?group")
"""How the record's summaries of deployments say that the sender commands the battle group."""


def leads(record: Record, actor: str, host: str) -> Truth:
    """Whether *actor* leads the battle group in *host*: refuted while another is known to."""

    def lead(rows: Sequence[Deployment]) -> tuple[Fact, ...]:
        return tuple(row for row in rows if _LEADS.search(row.gist))

    rows = record.of(Deployment, host=host)
    own = in_place(record, [row for row in rows if row.actor == actor], lead)
    others = in_place(record, [row for row in rows if row.actor != actor], lead).map(lambda value: REFUTED if value is SUPPORTED else value)
    return any_of([own, others]) if own.when(SUPPORTED) else others
