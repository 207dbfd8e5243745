"""What the readers of data sets share: lines by column, and dates put together from year, month and day."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

Tables = Mapping[str, list[dict[str, str]]]
"""Lines of lists, by the file that they belong in."""


def rows(text: str) -> Iterator[dict[str, str]]:
    """The lines of a CSV file by column."""
    return csv.DictReader(text.splitlines())


def day_of(year: str, month: str, day: str) -> str:
    """A date as the record writes it; what is 0, missing or no number of the calendar is left open."""
    if not _within(month, 12):
        return f"{int(year):04d}"
    if not _within(day, 31):
        return f"{int(year):04d}-{int(month):02d}"
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def day_after(last: str) -> str:
    """The first day on which what lasted through *last* holds no more."""
    return (date.fromisoformat(last) + timedelta(days=1)).isoformat()


def covered(list_name: str, subject: str, since: str, through: str, cite: str) -> dict[str, str]:
    """A line of coverage of a data set that ends: what it lists last may have ended since."""
    return {"list": list_name, "subject": subject, "since": since, "through": through, "after": "unknown", "cite": cite}


def _within(text: str, most: int) -> bool:
    return text.isdecimal() and 1 <= int(text) <= most
