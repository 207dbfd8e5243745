"""Days, days known only within bounds, and half-open spans of days.

A fact's dates are ISO days or EDTF level 1 strings. Either becomes a :class:`Moment`: the earliest and the latest day on
which the thing can have happened. Spans are half open: ``[since, until)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from foedus.errors import BadDate

BEGINNING = date.min
"""Stands for "no bound" on the left of a span."""

END = date.max
"""Stands for "no bound" on the right of a span."""

ONE_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The days from *since* up to, but not including, *until*."""

    since: date = BEGINNING
    until: date = END

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.since <= day < self.until

    def iso(self) -> list[str | None]:
        """The span as two ISO days, ``None`` where a bound is open."""
        return [None if d in (BEGINNING, END) else d.isoformat() for d in self]


class Moment(NamedTuple):
    """A day, perhaps known only to lie between *earliest* and *latest* (both included), and how it was written."""

    earliest: date
    latest: date
    text: str

    @property
    def exact(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest

    def __str__(self) -> str:
        return self.text


NEVER = Moment(END, END, "..")
"""The end of a fact that has no recorded end."""

ALWAYS = Moment(BEGINNING, BEGINNING, "..")
"""The start of a fact that has no recorded start."""

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


@lru_cache(maxsize=8192)
def on(day: date) -> Moment:
    """The moment of a day that is known exactly."""
    return Moment(day, day, day.isoformat())


def parse_day(text: str) -> date:
    """Read an ISO day, as a user writes it on the command line.

    Raises :class:`~foedus.errors.BadDate` when *text* is not ``YYYY-MM-DD`` or names no day of the calendar.
    """
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(f"“{text}” is not a date: expected a day of the calendar as YYYY-MM-DD, such as 2022-05-13") from None


@lru_cache(maxsize=8192)
def parse_moment(text: str) -> Moment:
    """Read an ISO day or an EDTF level 1 date; an interval bounds a single day (``../2022-09-30``: on or before).

    ``~`` and ``?`` widen a date by one unit of its own precision on either side, because a date that is marked as
    approximate or uncertain may lie just outside what is written. Raises :class:`~foedus.errors.BadDate`.
    """
    text = text.strip()
    if _PLAIN.match(text):
        bounds = _bounds(text)
        return Moment(*bounds, text)
    lower, slash, upper = text.partition("/")
    if slash:
        earliest = BEGINNING if lower == ".." else _bounds(lower)[0]
        latest = END if upper == ".." else _bounds(upper)[1]
        if earliest > latest:
            raise BadDate(f"“{text}” runs backwards: the first date must not be later than the second")
        return Moment(earliest, latest, text)
    return Moment(*_bounds(text), text)


def _bounds(text: str) -> tuple[date, date]:
    plain = _PLAIN.match(text)
    if plain:
        year, month, day = plain.groups()
        try:
            if day:
                exact = date.fromisoformat(text)
                return exact, exact
            if month:
                first = date(int(year), int(month), 1)
                return first, _next_month(first) - ONE_DAY
            return date(int(year), 1, 1), date(int(year), 12, 31)
        except ValueError:
            raise BadDate(f"“{text}” is not a day of the calendar") from None
    return _qualified_bounds(text)


def _qualified_bounds(text: str) -> tuple[date, date]:
    """Bounds of a qualified date (``2014~``), parsed by the edtf library, which is slow to import and rarely needed."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        low, high = (date(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict()))
    except (EDTFParseException, TypeError, ValueError):
        raise BadDate(
            f"“{text}” is not a date: expected YYYY-MM-DD, YYYY-MM, YYYY, one of these with ~ or ?, or bounds such as ../2022-09-30"
        ) from None
    if text[-1] in "~?%":
        width = high - low + ONE_DAY
        return low - width, high + width
    return low, high


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def require_order(earlier: date | None, later: date | None, earlier_name: str, later_name: str) -> None:
    """Raise :class:`~foedus.errors.BadDate` when both days are given and the wrong way round."""
    if earlier is not None and later is not None and earlier > later:
        raise BadDate(f"{earlier_name} {earlier} is after {later_name} {later}: expected {earlier_name} to be the same day or earlier")


def long_form(day: date) -> str:
    """A day as English prose writes it: ``4 April 2023``."""
    return f"{day.day} {day:%B %Y}"


def spans_iso(spans: Iterable[Span]) -> list[list[str | None]]:
    """Spans as JSON has them: pairs of ISO days, ``None`` for an open bound."""
    return [span.iso() for span in spans]
