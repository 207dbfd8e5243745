"""States by the numbers of other systems: Correlates of War (``cow``) and Gleditsch-Ward (``gw``)."""

from __future__ import annotations

from datetime import date, timedelta

from foedus.errors import BadInput
from foedus.facts import State
from foedus.record import Record

SYSTEMS = ("cow", "gw")


def state_of(record: Record, system: str, number: str, day: date) -> State | None:
    """The state that a system's number stands for on *day*; outside its spells, the one whose spell is nearest.

    A number is reused where a system counts a successor as the same state (255: Prussia, then Germany); treaties are now and then dated before the
    system admits their parties. Raises :class:`~foedus.errors.BadInput` for a system that is not known; ``None`` for a number that is not.
    """
    if system not in SYSTEMS:
        raise BadInput(f"“{system}” is not a system of states: expected one of {', '.join(SYSTEMS)}")
    spells = record.of(State, **{system: number})
    return min(spells, key=lambda spell: _distance(spell, day), default=None)


def states_over(record: Record, system: str, number: str, first: date, last: date) -> list[tuple[State, date, date]]:
    """The states that a number stands for from *first* through *last*, each with its own first and last day in that span.

    One state takes over where the next spell of the record begins: 365 is the Russian Empire, then the Soviet Union, then Russia.
    """
    spells = sorted(record.of(State, **{system: number}), key=lambda spell: spell.since.earliest)
    within = [spell for spell in spells if spell.since.earliest <= last and spell.until.latest > first]
    if not within:
        found = state_of(record, system, number, first)
        return [(found, first, last)] if found else []
    starts = [first, *(max(first, spell.since.earliest) for spell in within[1:])]
    ends = [*(day - timedelta(days=1) for day in starts[1:]), last]
    return [piece for piece in zip(within, starts, ends, strict=True) if piece[1] <= piece[2]]


def number_of(record: Record, system: str, state: str, day: date) -> str:
    """The number of a state in a system on *day*; empty where it has none."""
    spells = record.of(State, id=state)
    found = next((spell for spell in spells if _distance(spell, day) == 0), None)
    return str(getattr(found, system)) if found else ""


def _distance(spell: State, day: date) -> int:
    if day < spell.since.earliest:
        return (spell.since.earliest - day).days
    return max(0, (day - spell.until.latest).days + 1) if day >= spell.until.latest else 0
