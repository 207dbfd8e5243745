"""Laws of rounds of enlargement."""

from __future__ import annotations

from datetime import date

from foedus.check import truth_of
from foedus.claims.enlargement_round import EnlargementRound
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import claim, edition

LATER = date(2022, 5, 13)


def test_a_round_holds_from_the_day_on_which_all_have_joined() -> None:
    assert truth_of(EnlargementRound("NATO", "2004", n=7), edition()).edges() == [date(2004, 3, 29)]


def test_a_round_has_all_its_states_and_no_more() -> None:
    assert truth_of(EnlargementRound("NATO", "2004", n=6), edition()).at(LATER) is REFUTED
    assert truth_of(EnlargementRound("NATO", "1999", ("CZE", "HUN", "POL")), edition()).at(LATER) is SUPPORTED
    assert truth_of(EnlargementRound("NATO", "1999", ("SVK",)), edition()).at(LATER) is REFUTED


def test_rounds_before_an_alliance_of_this_name_are_not_denied() -> None:
    assert truth_of(EnlargementRound("EU", "1973", n=3), edition()).at(LATER) is NOT_ENOUGH_INFO


def test_the_number_of_a_round_is_corrected() -> None:
    words = "In 2004 six countries joined NATO"
    assert claim(words).correction(edition(), LATER, words, names_of(edition())) == "In 2004 seven countries joined NATO"


def test_wordings_of_rounds_parse_back() -> None:
    for made in (
        EnlargementRound("NATO", "2004", n=7), EnlargementRound("EU", "2013", ("HRV",)), EnlargementRound("NATO", "1999", ("CZE", "HUN", "POL"), 3),
        EnlargementRound("NATO", "2004-03-29", n=7), EnlargementRound("NATO", "2009-04", ("ALB", "HRV")),
    ):  # fmt: skip
        assert claim(made.wording(names_of(edition()))) == made
