"""Laws of ``aid``: what is delivered counts for the alliance too, sums of pledges are lower bounds, and nothing absent is "no"."""

from datetime import date

import pytest

from foedus.claims.aid import Aid
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, SUPPORTED
from tests.helpers import claim, edition

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "aid",
    [
        Aid("NATO", "UKR", "military"),
        Aid("USA", "UKR", "military", 24_900_000_000.0, "", "USD"),
        Aid("USA", "UKR", "weapons", 2_850_000_000.0, "2023-01-06", "USD", "", "pledged"),
        Aid("DEU", "UKR", "tanks", 14.0, "2023-01-25", "", "", "pledged"),
        Aid("SVK", "UKR", "air defence", date="2022-04"),
    ],
)
def test_wording_parses_back(aid: Aid) -> None:
    assert claim(aid.wording(names_of(edition()))) == aid


def test_the_alliance_gives_from_the_first_delivery_of_a_member() -> None:
    truth = Aid("NATO", "UKR", "military").truth(edition())
    assert [truth.at(day) for day in (date(2022, 2, 25), date(2022, 2, 26))] == [NOT_ENOUGH_INFO, SUPPORTED]


def test_a_pledge_is_no_delivery() -> None:
    assert Aid("BEL", "UKR", "weapons").truth(edition()).at(TODAY) is NOT_ENOUGH_INFO
    assert Aid("BEL", "UKR", "weapons", act="pledged").truth(edition()).at(TODAY) is SUPPORTED


def test_a_sum_is_a_lower_bound() -> None:
    assert Aid("USA", "UKR", "military", 5e9, "", "USD", ">").truth(edition()).at(TODAY) is SUPPORTED
    assert Aid("USA", "UKR", "military", 24.9e9, "", "USD").truth(edition()).at(TODAY) is NOT_ENOUGH_INFO


def test_anti_tank_weapons_are_no_tanks() -> None:
    assert Aid("EST", "UKR", "tanks").truth(edition()).at(TODAY) is NOT_ENOUGH_INFO
    assert claim("Estonia sent anti-tank weapons to Ukraine") == Aid("EST", "UKR", "weapons")


def test_a_donor_that_is_not_on_record_is_not_known() -> None:
    assert Aid("HUN", "UKR", "weapons").truth(edition()).at(TODAY) is NOT_ENOUGH_INFO
