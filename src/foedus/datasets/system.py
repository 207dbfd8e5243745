"""Lists of states as membership of a state system: who counted it, from which day to which."""

from __future__ import annotations

from collections.abc import Iterable

from foedus.crosswalk import state_of
from foedus.datasets.tables import Tables, day_after
from foedus.dates import parse_day
from foedus.record import Record


def system_tables(
    spells: Iterable[tuple[str, str, str]], edition: Record, key: str, system: str, name: str, censored: str, known: str
) -> Tables:
    """The lists of a system whose *spells* are (number, first day, last day); a last day that is *censored* is the end of the list, not of a state."""
    id = f"{system}-system"
    members = []
    for number, first, last in spells:
        found = state_of(edition, system, number, parse_day(first))
        members.append(
            {
                "alliance": id.upper(), "state": found.id if found else f"number {number}", "from": f"../{first}" if first == "1816-01-01" else first,
                "until": "" if last == censored else day_after(last), "cite": f"{key}[{number}, {first}]", "known_from": known,
            }
        )  # fmt: skip
    treaty = {
        "id": id, "name": name, "alliance": id.upper(), "alliance_name": name, "form": "arrangement", "in_force": "../1816-01-01", "cite": f"{key}[all lines]",
        "known_from": known, "note": "No treaty: the list of a research project.",
    }  # fmt: skip
    coverage = {
        "list": "members",
        "subject": id.upper(),
        "since": "1816-01-01",
        "through": censored,
        "after": "unknown",
        "cite": f"{key}[all lines]",
    }
    return {"treaties.csv": [treaty], "members.csv": members, "coverage.csv": [coverage]}
