"""What if: a record and a scenario of it, side by side, as of one day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from foedus.alliance import bonds, checked_through, members
from foedus.border import BySource, neighbours, total
from foedus.errors import UnreadableClaim
from foedus.facts import Measure, Membership, Treaty
from foedus.language.names import names_of
from foedus.record import Record, find
from foedus.scenario import Edit, suppose
from foedus.values import Value
from foedus.verdict import SUPPORTED

_EDIT = re.compile(
    r"(?P<states>.+?)\s+(?:(?P<join>joins?|joined|joining|were to join|accedes? to|enters?)|(?P<leave>leaves?|left|quits?|were to leave|withdraws? from))\s+(?P<alliance>.+?)\.?\s*$", re.I
)  # fmt: skip


class Figure(Value):
    """A summed figure for an alliance: its value, the year it is of, and the members for which the record has none."""

    value: float
    year: int
    missing: tuple[str, ...]


class Side(Value):
    """What holds in one record on the day."""

    members: tuple[str, ...]
    border: BySource
    neighbours: tuple[str, ...]
    area: Figure | None
    population: Figure | None


class Duty(Value):
    """*defender* is bound to defend *defended* by the alliance's treaty; *otherwise* names the alliances that bind them beside it."""

    defender: str
    defended: str
    otherwise: tuple[str, ...] = ()


class Comparison(Value):
    """Record and scenario side by side; border lengths are with *neighbour*."""

    edits: tuple[Edit, ...]
    alliance: str
    on: date
    neighbour: str
    before: Side
    after: Side
    new_duties: tuple[Duty, ...]
    ended_duties: tuple[Duty, ...]
    since_come_about: tuple[Membership, ...]
    """Spells by which the supposition has come about since."""
    checked_through: date | None

    def ratios(self) -> dict[str, float]:
        """After to before, of the border with *neighbour*, by source."""
        return {name: length.km / self.before.border[name].km for name, length in self.after.border.items() if name in self.before.border}

    def json(self) -> dict[str, Any]:
        """The comparison as plain values."""

        def side(side: Side) -> dict[str, Any]:
            return {
                "members": list(side.members),
                "border": {
                    name: {"km": length.km, "facts": [{"fact": fact.describe(), "source": c.source, "locator": c.locator} for fact in length.facts for c in fact.citations]}
                    for name, length in side.border.items()
                },
                "neighbours": list(side.neighbours),
                "area": vars(side.area) | {"missing": list(side.area.missing)} if side.area else None,
                "population": vars(side.population) | {"missing": list(side.population.missing)} if side.population else None,
            }  # fmt: skip

        return {
            "suppose": [str(edit) for edit in self.edits],
            "on": self.on.isoformat(),
            "alliance": self.alliance,
            "neighbour": self.neighbour,
            "record": side(self.before),
            "scenario": side(self.after),
            "border_ratio": self.ratios(),
            "new_duties": [_duty(duty) for duty in self.new_duties],
            "ended_duties": [_duty(duty) for duty in self.ended_duties],
            "since_come_about": [fact.describe() for fact in self.since_come_about],
            "checked_through": self.checked_through.isoformat() if self.checked_through else None,
        }


def parse_edits(text: str, record: Record, day: date) -> list[Edit]:
    """``Finland joins NATO``, ``Finland and Sweden join NATO``, ``Hungary leaves the EU`` as edits of *day*."""
    match = _EDIT.match(text.strip())
    if not match:
        raise UnreadableClaim(
            f"“{text}” is not a supposition that can be computed: expected STATE joins ALLIANCE or STATE leaves ALLIANCE, such as “Finland joins NATO”"
        )
    names = names_of(record)
    change: Literal["joins", "leaves"] = "joins" if match["join"] else "leaves"
    found = names.lookup(match["alliance"].removeprefix("the "), ("alliance", "treaty"))
    alliance = find(record, Treaty, id=found.id).bond if found.type == "treaty" else found.id
    states = [part for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", match["states"]) if part]
    return [Edit(names.lookup(state.removeprefix("the "), ("state",)).id, change, alliance, day) for state in states]


def compare(text: str, record: Record, day: date, neighbour: str = "RUS") -> Comparison:
    """What would be otherwise on *day* if the change described in *text* had come about then.

    Raises :class:`~foedus.errors.ContradictsRecord` when it is already so or cannot be.
    """
    edits = parse_edits(text, record, day)
    scenario = suppose(record, edits)
    alliance = edits[0].alliance
    before, after = _side(record, alliance, neighbour, day), _side(scenario, alliance, neighbour, day)
    was, would_be = (_duties(side, alliance, {edit.state for edit in edits}, day) for side in (record, scenario))
    new = tuple(duty for duty in would_be if duty not in was)
    ended = tuple(duty for duty in was if duty not in would_be)
    later = tuple(
        spell
        for edit in edits
        if edit.change == "joins"
        for spell in record.of(Membership, state=edit.state, alliance=alliance)
        if spell.since.latest > day and not spell.disputes
    )
    return Comparison(tuple(edits), alliance, day, neighbour, before, after, new, ended, later, checked_through(record, alliance))


def _side(record: Record, alliance: str, neighbour: str, day: date) -> Side:
    states = members(record, alliance).at(day)
    around = {other for state in states for other in neighbours(record, state, day)} - states
    return Side(
        tuple(sorted(states)), total(record, states, neighbour, day), tuple(sorted(around)),
        _sum(record, "area", states, day), _sum(record, "population", states, day),
    )  # fmt: skip


def _sum(record: Record, series: str, states: frozenset[str], day: date) -> Figure | None:
    """The sum over *states* of the newest year, up to that of *day*, that has the most of them; areas do not age, so any year serves."""
    by_year: dict[int, dict[str, float]] = {}
    for fact in record.of(Measure, series=series):
        if fact.state in states:
            by_year.setdefault(fact.year, {})[fact.state] = fact.value
    if series == "area":
        merged = {state: value for year in sorted(by_year) for state, value in by_year[year].items()}
        return Figure(sum(merged.values()), max(by_year), tuple(sorted(states - merged.keys()))) if merged else None
    years = [year for year in by_year if year <= day.year and len(by_year[year]) * 10 >= len(states) * 9]
    if not years:
        return None
    year = max(years)
    return Figure(sum(by_year[year].values()), year, tuple(sorted(states - by_year[year].keys())))


def _duties(record: Record, alliance: str, concerned: set[str], day: date) -> tuple[Duty, ...]:
    """Who must defend whom by the alliance's treaty, as far as one of the *concerned* is one of the two."""
    belongs = members(record, alliance).at(day)
    pairs = [(a, b) for a in belongs for b in belongs if a != b and (a in concerned or b in concerned)]
    found = []
    for a, b in sorted(pairs):
        by = dict.fromkeys(treaty.bond for treaty, _, truth in bonds(record, a, b) if truth.at(day) == SUPPORTED)
        if alliance in by:
            found.append(Duty(a, b, tuple(name for name in by if name != alliance)))
    return tuple(found)


def _duty(duty: Duty) -> dict[str, Any]:
    return {"defender": duty.defender, "defended": duty.defended, "bound_otherwise_by": list(duty.otherwise)}
