"""Archigos: who effectively led each state, whatever the office was called."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.crosswalk import state_of
from foedus.datasets.tables import Tables, covered, day_after, rows
from foedus.dates import parse_day
from foedus.record import Record

ROLE = "effective leader"
_CENSORED = "2015-12-31"


def tables(texts: Mapping[str, str], edition: Record, key: str) -> Tables:
    """Leaders as lines of the list of offices."""
    offices = []
    for row in rows(texts["archigos_v4.1_spells.csv"]):
        found = state_of(edition, "gw", row["gwcode"], parse_day(row["startdate"]))
        offices.append(
            {
                "person": row["leader"], "role": ROLE, "of": found.id if found else row["gwcode"], "from": row["startdate"],
                "until": "" if row["enddate"] == _CENSORED else day_after(row["enddate"]), "cite": f"{key}[{row['obsid']}]", "known_from": "event",
            }
        )  # fmt: skip
    states = dict.fromkeys(office["of"] for office in offices)
    coverage = [covered("offices", f"{ROLE} of {state}", "", _CENSORED, f"{key}[all lines]") for state in states]
    return {"coverage.csv": coverage, "offices.csv": offices, "roles.csv": [{"role": ROLE, "title": ROLE}]}
