"""Laws of ``posture``: stances end with accession, rest on their basis, and are not told of states that are not covered."""

from datetime import date

import pytest

from foedus.claims.posture import Posture
from foedus.language.names import names_of
from foedus.reading.claim_text import parse
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import edition

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "posture",
    [
        Posture("FIN", "nonaligned"),
        Posture("FIN", "neutral", negated=True),
        Posture("AUT", "neutral", "", "constitution"),
        Posture("AUT", "neutral", "", "constitution", "1955"),
        Posture("IRL", "neutral", "", "policy"),
        Posture("UKR", "nonaligned", "", "law", "2010"),
        Posture("UKR", "aspires_to", "NATO"),
        Posture("UKR", "aspires_to", "NATO", "constitution"),
        Posture("UKR", "aspires_to", "NATO", "constitution", "2019"),
        Posture("RUS", "rejects", "NATO"),
    ],
)
def test_wording_parses_back(posture: Posture) -> None:
    readings = parse(posture.wording(names_of(edition())), edition(), TODAY)
    assert [reading.claim for reading in readings if reading.claim.kind == "posture"] == [posture]


@pytest.mark.parametrize(("state", "day"), [("FIN", date(2023, 4, 4)), ("SWE", date(2024, 3, 7))])
def test_nonalignment_ends_on_the_day_of_accession(state: str, day: date) -> None:
    truth = Posture(state, "nonaligned").truth(edition())
    assert [truth.at(date.fromordinal(day.toordinal() - 1)), truth.at(day)] == [SUPPORTED, REFUTED]
    assert truth.step(day).evidence[0].list_name == "members"  # type: ignore[attr-defined]


def test_a_neutral_state_is_nonaligned_but_a_nonaligned_state_need_not_be_neutral() -> None:
    assert Posture("AUT", "nonaligned").truth(edition()).at(TODAY) is SUPPORTED
    assert Posture("FIN", "neutral").truth(edition()).at(date(2022, 5, 13)) is NOT_ENOUGH_INFO


def test_a_statement_alone_makes_no_state_nonaligned() -> None:
    assert Posture("UKR", "nonaligned").truth(edition()).at(date(2022, 5, 13)) is REFUTED


def test_a_date_shortly_before_the_start_is_not_known_to_be_wrong() -> None:
    truths = [Posture("GEO", "aspires_to", "NATO", "constitution", year).truth(edition()).at(TODAY) for year in ("2018", "2017", "2004")]
    assert truths == [SUPPORTED, NOT_ENOUGH_INFO, REFUTED]


def test_a_state_without_coverage_is_not_known() -> None:
    assert Posture("ISR", "neutral").truth(edition()).at(TODAY) is NOT_ENOUGH_INFO


def test_the_correction_speaks_of_the_past() -> None:
    names = names_of(edition())
    assert (
        Posture("FIN", "nonaligned").correction(edition(), TODAY, "traditionally nonaligned Finland", names)
        == "formerly nonaligned Finland"
    )
