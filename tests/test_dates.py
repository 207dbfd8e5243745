"""Days, moments known within bounds, and spans."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.dates import BEGINNING, END, Span, parse_day, parse_moment, require_order
from foedus.errors import BadDate

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS)
def test_an_iso_day_is_exact(day: date) -> None:
    assert parse_moment(day.isoformat())[:2] == (day, day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1991-12", date(1991, 12, 1), date(1991, 12, 31)),
        ("1949", date(1949, 1, 1), date(1949, 12, 31)),
        ("../2022-09-30", BEGINNING, date(2022, 9, 30)),
        ("2022-09-30/..", date(2022, 9, 30), END),
        ("2022-07-05/2022-07-07", date(2022, 7, 5), date(2022, 7, 7)),
        ("2014~", date(2013, 1, 1), date(2015, 12, 31)),
        ("2014-03?", date(2014, 1, 29), date(2014, 5, 1)),
    ],
)
def test_what_is_less_known_has_bounds(text: str, earliest: date, latest: date) -> None:
    assert parse_moment(text)[:2] == (earliest, latest)


@pytest.mark.parametrize("text", ["2022-13-01", "2022-02-30", "yesterday", "", "2022/2021", "20220513"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadDate):
        parse_moment(text)


def test_an_impossible_day_is_named() -> None:
    with pytest.raises(BadDate, match="“2022-02-30” is not a date: expected a day of the calendar as YYYY-MM-DD, such as 2022-05-13"):
        parse_day("2022-02-30")


def test_reversed_days_are_named() -> None:
    with pytest.raises(BadDate, match="published 2023-01-13 is after updated 2022-05-13: expected published to be the same day or earlier"):
        require_order(date(2023, 1, 13), date(2022, 5, 13), "published", "updated")


@given(DAYS, st.integers(1, 1000))
def test_a_span_holds_its_first_day_and_not_its_end(day: date, length: int) -> None:
    span = Span(day, day + timedelta(days=length))
    assert day in span
    assert span.until not in span
    assert span.until - timedelta(days=1) in span
