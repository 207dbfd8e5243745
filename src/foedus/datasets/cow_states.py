"""The Correlates of War Project's membership of the state system."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.datasets.system import system_tables
from foedus.datasets.tables import Tables, day_of, rows
from foedus.record import Record


def tables(texts: Mapping[str, str], edition: Record, key: str) -> Tables:
    """Spells of membership as lines of the record's lists."""
    spells = (
        (row["ccode"], day_of(row["styear"], row["stmonth"], row["stday"]), day_of(row["endyear"], row["endmonth"], row["endday"]))
        for row in rows(texts["cow_states2016.csv"])
    )
    return system_tables(spells, edition, key, "cow", "the state system of the Correlates of War", "2016-12-31", "2017")
