"""Laws of departures: from an alliance, and from its military command."""

from __future__ import annotations

from datetime import date

from foedus.check import truth_of
from foedus.claims.left import Left
from foedus.facts import Coverage, Membership
from foedus.language.names import names_of
from foedus.record import Layer
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import claim, edition


def test_a_departure_holds_from_the_last_day_inside_or_the_first_outside() -> None:
    for written in ("2020-01-31", "2020-02-01"):
        truth = truth_of(Left(("GBR",), "EU", written), edition())
        assert truth.edges() == [date.fromisoformat(written)]
        assert truth.at(date.fromisoformat(written)) is SUPPORTED
    assert truth_of(Left(("GBR",), "EU", "2020-01-30"), edition()).at(date(2026, 1, 1)) is REFUTED


def test_leaving_the_command_is_not_leaving_the_alliance() -> None:
    assert truth_of(Left(("FRA",), "NATO-MIL", "1966"), edition()).at(date(2022, 1, 1)) is SUPPORTED
    assert truth_of(Left(("FRA",), "NATO", "1966"), edition()).at(date(2022, 1, 1)) is REFUTED


def test_the_correction_of_a_departure_names_the_command() -> None:
    words = "France left NATO in 1966"
    assert claim(words).correction(edition(), date(2022, 1, 1), words, names_of(edition())) == "France left NATO’s military command in 1966"


def test_a_state_without_a_spell_and_without_coverage_is_not_said_to_have_stayed() -> None:
    unknown = edition().overlay(
        Layer("without", lambda kind: (), {fact: None for kind in (Coverage, Membership) for fact in edition().of(kind)})
    )
    assert truth_of(Left(("GBR",), "EU"), unknown).at(date(2022, 1, 1)) is NOT_ENOUGH_INFO


def test_wordings_of_departures_parse_back() -> None:
    for made in (
        Left(("ALB",), "WTO", "1968"), Left(("FRA",), "NATO-MIL", "1966"), Left((), "NATO", negated=True), Left(("GRC",), "NATO", "1974", negated=True),
        Left((), "CSTO", "1999", 3), Left(("AZE", "UZB"), "CSTO", "1999"),
    ):  # fmt: skip
        assert claim(made.wording(names_of(edition()))) == made
