"""Lists of states as membership of a state system: who counted it, from which day to which."""

from __future__ import annotations

from collections.abc import Iterable

from foedus.crosswalk import states_over
from foedus.datasets.tables import Tables, covered, day_after
from foedus.dates import parse_day
from foedus.record import Record


def system_tables(
    spells: Iterable[tuple[str, str, str]], edition: Record, key: str, system: str, name: str, censored: str, known: str
) -> Tables:
    """The lists of a system whose *spells* are (number, first day, last day); a last day that is *censored* is the end of the list, not of a state."""
    id = f"{system}-system"
    members: list[dict[str, str]] = []
    for number, first, last in spells:
        pieces = states_over(edition, system, number, parse_day(first), parse_day(last))
        for state, begins, ends in pieces:
            starts, until = begins.isoformat(), "" if ends.isoformat() == censored else day_after(ends.isoformat())
            line = {"alliance": id.upper(), "state": state.id, "cite": f"{key}[{number}, {first}]", "known_from": known}
            if members and members[-1]["state"] == state.id and members[-1]["until"] == starts:
                members[-1]["until"] = until  # the record has two spells where the list has one
            else:
                members.append(line | {"from": f"../{starts}" if starts == "1816-01-01" else starts, "until": until})
    treaty = {
        "id": id, "name": f"list of {name}", "alliance": id.upper(), "alliance_name": name, "form": "arrangement", "in_force": "../1816-01-01", "cite": f"{key}[all lines]",
        "known_from": known, "note": "No treaty: the list of a research project.",
    }  # fmt: skip
    coverage = covered("members", id.upper(), "1816-01-01", censored, f"{key}[all lines]")
    return {"treaties.csv": [treaty], "members.csv": members, "coverage.csv": [coverage]}
