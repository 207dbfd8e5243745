"""Laws of what states were part of before."""

from __future__ import annotations

from datetime import date

import pytest

from foedus import succession
from foedus.check import check_page
from foedus.claims.former import Former
from foedus.dates import Span
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition


@pytest.mark.parametrize(
    "said",
    [
        Former(("EST", "LVA", "LTU"), "SUN"),
        Former(("EST", "LVA", "LTU"), "SUN", "NATO"),
        Former(("POL", "HUN"), "WTO"),
        Former(("SVN",), "YUG"),
        Former(("FIN",), "SUN", negated=True),
    ],
)
def test_wording_parses_back(said: Former) -> None:
    assert claim(said.wording(names_of(edition()))) == said


def test_a_union_is_former_from_its_last_account_on_and_conflicting_between() -> None:
    truth = succession.once_part(edition(), "UKR", "SUN")
    assert truth.when(SUPPORTED) == [Span(date(1991, 12, 26))]
    assert truth.at(date(1991, 10, 1)) is CONFLICTING
    assert truth.at(date(1991, 1, 1)) is REFUTED


def test_a_description_resolves_into_states_as_of_its_day() -> None:
    page = from_text("page", "NATO's eastward expansion, including to countries that were once part of the Soviet Union, angered Moscow.")
    (finding,) = [f for f in check_page(page, edition(), today=TODAY, published=date(2022, 5, 13)).findings if f.claim.kind == "former"]
    assert finding.claim.args() == {"states": ["EST", "LTU", "LVA"], "of": "SUN", "alliance": "NATO"}
    assert list(finding.holds) == [Span(date(2004, 3, 29))]


def test_a_successor_inherits_its_predecessors_past_membership() -> None:
    assert succession.once_part(edition(), "CZE", "WTO").at(TODAY) is SUPPORTED


def test_a_member_that_came_back_is_no_former_member_while_it_is_back() -> None:
    truth = succession.once_part(edition(), "UZB", "CSTO")
    assert [truth.at(date(year, 1, 1)) for year in (1998, 2003, 2010, 2020)] == [REFUTED, SUPPORTED, REFUTED, SUPPORTED]


def test_where_no_list_of_parts_is_declared_complete_nothing_is_denied() -> None:
    if edition().coverage("successions", "SUN") is None:
        assert succession.once_part(edition(), "FIN", "SUN").at(TODAY) is NOT_ENOUGH_INFO
