"""Who holds an office."""

from __future__ import annotations

from datetime import date

from foedus.facts import Office
from foedus.record import Record
from foedus.verdict import SUPPORTED, Truth, presence


def holds(record: Record, person: str, role: str, of: str) -> Truth:
    """Whether *person* is *role* of *of* (a state or an alliance), day by day."""
    return presence(record.of(Office, person=person, role=role, of=of), record.coverage("offices", f"{role} of {of}"))


def holders(record: Record, role: str, of: str, day: date) -> list[Office]:
    """The spells of those who hold the office on *day*."""
    return [fact for fact in record.of(Office, role=role, of=of) if presence([fact], None).at(day) is SUPPORTED]


def offices(record: Record, person: str, day: date) -> list[Office]:
    """The offices that *person* holds on *day*."""
    return [fact for fact in record.of(Office, person=person) if presence([fact], None).at(day) is SUPPORTED]


def speaks_for(record: Record, person: str) -> str:
    """The one state or alliance whose offices *person* holds or held, or ``""``."""
    served = {fact.of for fact in record.of(Office, person=person)}
    return served.pop() if len(served) == 1 else ""
