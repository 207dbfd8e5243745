"""Who said what: the statements on record, and those of a state through the people who speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from foedus.dates import Moment
from foedus.facts import Office, Statement
from foedus.record import Record

SAME_OCCASION = timedelta(days=14)
"""A report whose date is further from a statement's own is a report of something else."""


def speakers(speaker: str, offices: Iterable[Office]) -> tuple[tuple[str, Moment, Moment], ...]:
    """Those whose words count as *speaker*'s, with the span for which they do.

    A state speaks through the holders of its offices, and a holder of an office speaks for the state.
    """
    found = []
    for office in offices:
        if office.of == speaker:
            found.append((office.person, office.since, office.until))
        elif office.person == speaker:
            found.append((office.of, office.since, office.until))
    return tuple(found)


def statements_of(speaker: str, statements: Iterable[Statement], offices: Iterable[Office]) -> tuple[Statement, ...]:
    """The statements that are *speaker*'s own, then those made for him, by or through a state."""
    everything = tuple(statements)
    own = [fact for fact in everything if fact.speaker == speaker]
    others = speakers(speaker, offices)
    for fact in everything:
        if fact.speaker != speaker and any(fact.speaker == other and _overlap(fact.since, since, until) for other, since, until in others):
            own.append(fact)
    return tuple(own)


def _overlap(moment: Moment, since: Moment, until: Moment) -> bool:
    return since.earliest <= moment.latest and moment.earliest < until.latest


def made_by(record: Record, speaker: str) -> tuple[Statement, ...]:
    """The statements on record that count as *speaker*'s, found once."""
    return record.once(("statements", speaker), lambda: statements_of(speaker, record.of(Statement), record.of(Office)))


def by_topic(record: Record, speaker: str) -> dict[str, tuple[Statement, ...]]:
    """The statements that count as *speaker*'s by what they are about, found once."""

    def build() -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {}
        for fact in made_by(record, speaker):
            found.setdefault(fact.about, []).append(fact)
        return {topic: tuple(facts) for topic, facts in found.items()}

    return record.once(("statements by topic", speaker), build)


_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|untrue|not true|disput\w*|refut\w*|contradict\w*|false)\b", re.I)


def contrary(record: Record, statement: Statement) -> tuple[Statement, ...]:
    """What the other side said to the contrary on the same occasion: its denials of a statement, or what a denial denies; the nearest one a side."""

    def build() -> tuple[Statement, ...]:
        denies, own = _DENIES.search(statement.gist) is not None, _sides(record, statement.speaker)
        nearest: dict[str, Statement] = {}
        for fact in record.of(Statement, about=statement.about):
            sides = _sides(record, fact.speaker)
            if sides & own or (_DENIES.search(fact.gist) is not None) == denies or not on_occasion(fact, statement.since):
                continue
            side = min(sides, key=lambda one: (len(one), one))  # a state's id is shorter than the name of who speaks for it
            if side not in nearest or _apart(fact, statement) < _apart(nearest[side], statement):
                nearest[side] = fact
        return tuple(nearest.values())

    return record.once(("contrary", statement.id), build)


def _sides(record: Record, speaker: str) -> frozenset[str]:
    """A speaker, and those for whom he speaks or who speak for him."""
    return record.once(("sides", speaker), lambda: frozenset([speaker, *(side for side, _, _ in speakers(speaker, record.of(Office)))]))


def _apart(one: Statement, other: Statement) -> timedelta:
    return abs(one.since.latest - other.since.latest)


def on_occasion(fact: Statement, written: Moment | None) -> bool:
    """Whether a report with this date may be of this statement, rightly or wrongly dated."""
    if written is None:
        return True
    return fact.since.earliest - written.latest <= SAME_OCCASION and written.earliest - fact.since.latest <= SAME_OCCASION
