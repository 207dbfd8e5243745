"""Defence spending: figures count from the day of their edition, each source on its own, and a target is met or it is not."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.claims.spending import Spending
from foedus.expenditure import figures, meeting_target
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import claim, edition


@pytest.mark.parametrize(
    "said",
    [
        Spending("NATO", n_meeting=7),
        Spending("NATO", n_meeting=23),
        Spending("POL", share_gdp=4.1),
        Spending("EST", share_gdp=2.2, year=2022),
        Spending("BEL", share_gdp=2.0, hedge=">=", negated=True),
        Spending("GBR", amount=68e9, currency="USD", year=2022),
    ],
)
def test_wording_parses_back(said: Spending) -> None:
    assert claim(said.wording(names_of(edition()))) == said


def test_an_edition_counts_from_its_day() -> None:
    truth = Spending("POL", share_gdp=4.12, year=2024).truth(edition())
    assert truth.at(date(2024, 6, 16)) is NOT_ENOUGH_INFO
    assert truth.at(date(2024, 6, 17)) is SUPPORTED


def test_of_one_source_only_the_newest_figure_counts() -> None:
    for step in figures(edition(), "military-expenditure-share", "POL").steps:
        sources = [edition().sources[fact.citations[0].source].series or fact.citations[0].source for fact in step.value]
        assert len(sources) == len(set(sources))


def test_an_old_figure_says_nothing_of_the_present() -> None:
    assert figures(edition(), "military-personnel", "FIN").at(date(2035, 1, 1)) == ()


def test_a_target_is_not_met_by_rounding() -> None:
    shares = [fact.value for fact in figures(edition(), "military-expenditure-share", "NLD", 2023).at(date(2024, 12, 1))]
    assert all(1.5 < share < 2 for share in shares)
    assert Spending("NLD", share_gdp=2.0, hedge=">=", year=2023).truth(edition()).at(date(2024, 12, 1)) is REFUTED


def test_the_count_of_those_who_reach_it_is_the_newest_published() -> None:
    assert {fact.value for fact in meeting_target(edition(), "NATO").at(date(2023, 4, 1))} == {7}
