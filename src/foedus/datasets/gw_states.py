"""Gleditsch and Ward's list of independent states."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.datasets.system import system_tables
from foedus.datasets.tables import Tables, rows
from foedus.record import Record


def tables(texts: Mapping[str, str], edition: Record, key: str) -> Tables:
    """Spells of independence as lines of the record's lists."""
    spells = ((row["gwcode"], row["start"], row["end"]) for row in rows(texts["gw_system_isard.csv"]))
    return system_tables(spells, edition, key, "gw", "the independent states of Gleditsch and Ward", "2020-12-31", "2026-06-25")
