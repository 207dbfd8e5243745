"""The Kiel Institute's Ukraine Support Tracker: what each donor allocated, by month and kind."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.datasets.tables import Tables, rows
from foedus.facts import State
from foedus.record import Record

_KINDS = ("financial", "humanitarian", "military")


def tables(texts: Mapping[str, str], edition: Record, key: str) -> Tables:
    """Allocations as lines of the list of aid, in euros."""
    aid = []
    for row in rows(texts["data_explorer.csv"]):
        donor = row["iso"] if edition.of(State, id=row["iso"]) else "EU"
        month = f"{int(row['year']):04d}-{int(row['month']):02d}"
        for kind in _KINDS:
            euros = round(float(row[kind] or 0) * 1e9)
            if euros > 0:
                aid.append(
                    {
                        "donor": donor, "recipient": "UKR", "kind": kind, "gist": f"{kind.capitalize()} aid allocated in the month, as the tracker counts it",
                        "amount": str(euros), "currency": "EUR", "on": month, "act": "pledged", "cite": f"{key}[{row['country']}, {month}]",
                        "known_from": "2026-08-04",
                    }
                )  # fmt: skip
    return {"aid.csv": aid}
