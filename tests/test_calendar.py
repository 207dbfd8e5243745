"""Dates as prose writes them, read on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.language.calendar import find

PUBLISHED = date(2023, 5, 10)


@pytest.mark.parametrize(
    ("prose", "meant"),
    [
        ("on April 4, 1949", "1949-04-04"),
        ("on 4 April", "2023-04-04"),
        ("on Monday", "2023-05-08"),
        ("last April", "2023-04"),
        ("in April last year", "2022-04"),
        ("a year ago", "2022"),
        ("since the fifties", "1950/1959"),
        ("in the early 1990s", "1990/1994"),
        ("since the mid-nineties", "1993/1996"),
        ("in the spring of 2004", "2004-03/2004-05"),
        ("in winter 2022", "2021-12/2023-02"),
        ("in late 2014", "2014-09/2014-12"),
        ("at the beginning of 2014", "2014-01/2014-03"),
    ],
)
def test_a_date_in_prose(prose: str, meant: str) -> None:
    [found] = find(f"It joined {prose}.", PUBLISHED)
    assert found.moment.text == meant


@pytest.mark.parametrize(
    "prose", ["F-16s", "thirties of", "in 2,004 places", "2000 troops", "a man in his fifties of note", "section 1949-A"]
)
def test_what_is_no_date(prose: str) -> None:
    assert [found.moment.text for found in find(f"They had {prose}", PUBLISHED) if found.moment.text != "1949"] == []
