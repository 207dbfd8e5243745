"""Laws of ``deployment``: sums are lower bounds, rows are not counted twice, and a selection of announcements never says "no"."""

from datetime import date

import pytest

from foedus import force
from foedus.claims.deployment import Deployment
from foedus.language.names import names_of
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import claim, edition

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "deployment",
    [
        Deployment("USA", "POL", 3000, "2022-02-11"),
        Deployment("NATO", "Eastern Europe", 1000, "", ">"),
        Deployment("USA", "Europe", 100_000, "", "~", "there"),
        Deployment("CAN", "LVA", how="leads"),
        Deployment("", "ROU", 4000),
    ],
)
def test_wording_parses_back(deployment: Deployment) -> None:
    assert claim(deployment.wording(names_of(edition()))) == deployment


def test_members_count_for_their_alliance() -> None:
    assert Deployment("NATO", "Baltic states", 1000, "", ">").truth(edition()).at(TODAY) is SUPPORTED


def test_deployments_add_up() -> None:
    assert Deployment("USA", "POL", 4700).truth(edition()).at(TODAY) is SUPPORTED


def test_two_accounts_of_one_deployment_are_not_added() -> None:
    rows = force.within(force.deployments(edition(), "GBR", "EST"), None)
    assert max(figure.n for figure in force.troop_figures(edition(), rows, "GBR")) == 900


def test_a_number_that_is_not_on_record_is_not_known() -> None:
    assert {step.value for step in Deployment("USA", "POL", 90_000).truth(edition()).steps} == {NOT_ENOUGH_INFO}


def test_troops_in_place_are_known_only_while_covered() -> None:
    truth = Deployment("NATO", "Eastern Europe", 40_000, "", "~", "there").truth(edition())
    assert [truth.at(day) for day in (date(2022, 6, 28), date(2022, 6, 29))] == [SUPPORTED, NOT_ENOUGH_INFO]


def test_a_battle_group_has_one_leader() -> None:
    day = date(2019, 5, 1)
    leaders = {state: Deployment(state, "LVA", how="leads").truth(edition()).at(day) for state in ("CAN", "ITA")}
    assert leaders == {"CAN": SUPPORTED, "ITA": REFUTED}
