"""Who must defend whom: by which treaties, from when to when, and that the words parse back."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.alliance import bonds, bound
from foedus.claims.bound_to_defend import BoundToDefend
from foedus.holding import holding
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition


@pytest.mark.parametrize("said", [BoundToDefend("USA", "JPN"), BoundToDefend("USA", "UKR", negated=True), BoundToDefend("GRC", "FRA")])
def test_wording_parses_back(said: BoundToDefend) -> None:
    assert claim(said.wording(names_of(edition()))) == said


@pytest.mark.parametrize(
    ("defender", "defended", "day", "verdict"),
    [
        ("USA", "KOR", "1960-01-01", SUPPORTED),
        ("USA", "KOR", "1950-01-01", REFUTED),
        ("DEU", "AUH", "1900-01-01", SUPPORTED),
        ("FRA", "RUS", "1900-01-01", SUPPORTED),
        ("CHN", "PRK", "2000-01-01", SUPPORTED),
        ("GBR", "PRT", "1939-01-01", SUPPORTED),
        ("GBR", "BEL", "1900-01-01", SUPPORTED),
    ],
)
def test_a_duty_holds_while_its_treaty_does(defender: str, defended: str, day: str, verdict: object) -> None:
    assert bound(edition(), defender, defended).at(date.fromisoformat(day)) is verdict


def test_a_guarantee_binds_the_guarantor_alone() -> None:
    day = date(1900, 1, 1)
    assert bound(edition(), "BEL", "GBR").at(day) is not SUPPORTED
    assert [treaty.id for treaty, _, truth in bonds(edition(), "GBR", "BEL") if truth.at(day) is SUPPORTED] == ["belgium-guarantee-1839"]


def test_what_is_owed_by_name_is_owed_before_the_other_signs() -> None:
    assert bound(edition(), "GBR", "POL").at(date(1939, 4, 2)) is SUPPORTED


def test_a_duty_ends_with_the_state_to_which_it_is_owed() -> None:
    truth = bound(edition(), "USA", "RVN")
    assert truth.at(date(1960, 1, 1)) is SUPPORTED
    assert truth.at(TODAY) is REFUTED


def test_an_obligation_that_one_ally_has_suspended_toward_another_is_none() -> None:
    by = {
        state: {treaty.id for treaty, _, truth in bonds(edition(), "USA", state) if truth.at(TODAY) is SUPPORTED}
        for state in ("AUS", "NZL")
    }
    assert by["AUS"] - by["NZL"] == {"anzus"}


def test_of_two_states_without_any_common_treaty_nothing_is_known() -> None:
    assert bound(edition(), "BTN", "TUV").at(TODAY) is NOT_ENOUGH_INFO


def test_what_is_said_of_each_other_is_said_of_both() -> None:
    from foedus.reading.claim_text import parse

    found = parse("Greece and Turkey are bound by treaty to defend each other", edition(), TODAY)
    assert {(reading.claim.args()["defender"], reading.claim.args()["defended"]) for reading in found} == {("GRC", "TUR"), ("TUR", "GRC")}


def test_an_edge_whose_day_is_not_known_says_on_which_side_it_lies() -> None:
    edges = holding(BoundToDefend("GBR", "BEL"), edition(), TODAY).edges
    assert [(edge.day.isoformat(), edge.bound) for edge in edges[1:3]] == [
        ("1839-12-31", "at the latest"),
        ("1914-08-04", "at the earliest"),
    ]
    assert {edge.bound for edge in holding(BoundToDefend("USA", "JPN"), edition(), TODAY).edges if edge.verdict is SUPPORTED} == {""}


def test_a_treaty_is_also_named_with_its_year_first() -> None:
    assert claim("Britain is a party to the 1839 Treaty of London") == claim("Britain is a party to the Treaty of London of 1839")
