"""Laws of treaties: force, articles, invocations counted only where the list of them is complete."""

from __future__ import annotations

from datetime import date

import pytest

from foedus import treaty
from foedus.check import truth_of
from foedus.claims.obligation import Obligation
from foedus.claims.treaty import Treaty
from foedus.dates import Span
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition


@pytest.mark.parametrize(
    "said",
    [
        Obligation("north-atlantic", "5", "defense"),
        Obligation("north-atlantic", "4", "consultation"),
        Obligation("north-atlantic", "5", times_invoked=1),
        Obligation("north-atlantic", "5", times_invoked=0),
        Obligation("north-atlantic", "5", date="2001"),
        Treaty("north-atlantic", "1949-04-04", "Washington"),
        Treaty("north-atlantic", in_force="1949-08-24"),
        Treaty("north-atlantic", parties=12),
        Treaty("warsaw"),
    ],
)
def test_wording_parses_back(said: Obligation | Treaty) -> None:
    assert claim(said.wording(names_of(edition()))) == said


def test_an_obligation_holds_while_its_treaty_is_in_force() -> None:
    truth = truth_of(Obligation("warsaw", "4", "defense"), edition())
    assert truth.when(SUPPORTED) == [Span(date(1955, 6, 4), date(1991, 7, 1))]


def test_a_treaty_of_mutual_defence_rests_on_its_article() -> None:
    said = Obligation("north-atlantic", content="defense")
    assert said.resolved(edition(), TODAY).args()["article"] == 5
    assert any("article 5" in fact.describe() for fact in truth_of(said, edition()).step(TODAY).evidence)


def test_an_article_of_another_content_is_refuted() -> None:
    assert truth_of(Obligation("north-atlantic", "4", "defense"), edition()).at(TODAY) is REFUTED


def test_a_recorded_invocation_refutes_never_with_or_without_coverage() -> None:
    assert truth_of(Obligation("north-atlantic", "5", times_invoked=0), edition()).at(TODAY) is REFUTED


def test_without_coverage_a_count_is_never_supported() -> None:
    if treaty.invocations_covered(edition(), "eu", "42.7") is None:
        assert treaty.invoked_times(edition(), "eu", "42.7", 1).at(TODAY) is NOT_ENOUGH_INFO


def test_signed_elsewhere_is_refuted_on_every_day() -> None:
    assert not truth_of(Treaty("tashkent", "1992", "Minsk"), edition()).when(SUPPORTED)
