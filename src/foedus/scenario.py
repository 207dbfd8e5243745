"""Suppose that something were otherwise: a record plus edits, which *is* a record.

An edit holds from its day on and changes nothing before it, neither in valid time nor in what was known. Edits that undo each
other cancel; the order of independent edits does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from foedus.alliance import member, treaty_of
from foedus.dates import NEVER, long_form, on
from foedus.errors import ContradictsRecord
from foedus.fact import Citation, Fact
from foedus.facts import Membership, State
from foedus.record import Layer, Record, find
from foedus.values import Value
from foedus.verdict import SUPPORTED

SUPPOSITION = Citation("supposition", "not so in the record; supposed for the question")


class Edit(Value):
    """*state* joins or leaves *alliance* on *day*."""

    state: str
    change: Literal["joins", "leaves"]
    alliance: str
    day: date

    def reverse(self) -> Edit:
        """The edit that undoes this one."""
        return self.but(change="leaves" if self.change == "joins" else "joins")

    def __str__(self) -> str:
        return f"{self.state} {self.change} {self.alliance} on {self.day}"


def suppose(record: Record, edits: Iterable[Edit]) -> Record:
    """The record in which *edits* come about.

    Raises :class:`~foedus.errors.ContradictsRecord` when an edit supposes what is already so, or what cannot be: a state joining that does not
    exist on the day, or an alliance before its treaty.
    """
    pending: list[Edit] = []
    for edit in edits:
        if edit.reverse() in pending:
            pending.remove(edit.reverse())
        else:
            pending.append(edit)
    for edit in sorted(pending, key=lambda edit: (edit.day, edit.alliance, edit.state)):
        record = record.overlay(_layer(record, edit))
    return record


def _layer(record: Record, edit: Edit) -> Layer:
    _check(record, edit)
    if edit.change == "joins":
        spell = Membership(
            since=on(edit.day), citations=(SUPPOSITION,), known=edit.day, origin=("scenario", str(edit), 0), state=edit.state,
            alliance=edit.alliance, supposed=True,
        )  # fmt: skip
        return Layer("scenario", lambda kind: (spell,) if kind is Membership else ())
    changes: dict[Fact, Fact | None] = {}
    for fact in record.of(Membership, state=edit.state, alliance=edit.alliance):
        if fact.since.latest <= edit.day < fact.until.earliest:
            ended = fact.but(until=on(edit.day), until_known=edit.day, supposed=True, citations=(*fact.citations, SUPPOSITION))
            changes[fact] = ended if fact.since.latest < edit.day else None
    return Layer("scenario", lambda kind: (), changes)


def _check(record: Record, edit: Edit) -> None:
    state = find(record, State, id=edit.state)
    lives = record.of(State, id=edit.state)
    treaty = treaty_of(record, edit.alliance)
    if not any(life.since.latest <= edit.day < life.until.earliest for life in lives):
        span = ", and ".join(f"from {life.since}" + ("" if life.until == NEVER else f" until {life.until}") for life in lives)
        raise ContradictsRecord(f"{state.name} cannot have {_past(edit)} {edit.alliance} on {edit.day}: in the record it is a state {span}")
    if treaty is not None and not treaty.since.latest <= edit.day < treaty.until.earliest:
        span = f"from {treaty.since}" + ("" if treaty.until == NEVER else f" until {treaty.until}")
        raise ContradictsRecord(
            f"{state.name} cannot have {_past(edit)} {edit.alliance} on {edit.day}: its treaty, the {treaty.name}, is in force {span}"
        )
    step = member(record, edit.state, edit.alliance).step(edit.day)
    if (edit.change == "joins") == (step.value is SUPPORTED):
        raise ContradictsRecord(_already(record, state, edit))


def _past(edit: Edit) -> str:
    return "joined" if edit.change == "joins" else "left"


def _already(record: Record, state: State, edit: Edit) -> str:
    if edit.change == "leaves":
        return f"{state.name} is not a member of {edit.alliance} on {edit.day}, so it cannot leave: `foedus show {state.id}` says what it belongs to"
    spell = next(
        fact
        for fact in record.of(Membership, state=edit.state, alliance=edit.alliance)
        if fact.since.latest <= edit.day < fact.until.latest
    )
    citation = spell.citations[0]
    return (
        f"already so: {state.name} has been a member of {edit.alliance} since {long_form(spell.since.latest)} "
        f"({citation}); give an earlier day with --on to suppose that it had joined before"
    )
