"""Laws of borders: lengths source by source, suppositions judged on a scenario of the day."""

from __future__ import annotations

from datetime import date

import pytest

from foedus import border
from foedus.check import check_page, truth_of
from foedus.claims.border import Border
from foedus.dates import Span
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition

DOUBLE = Border("NATO", "RUS", ratio=2.0, with_=("FIN",), hedge="~", mood="would")


@pytest.mark.parametrize(
    "said",
    [
        DOUBLE,
        Border("NATO", "RUS", ratio=2.0, with_=("FIN", "SWE"), hedge=">", mood="would"),
        Border("NATO", "RUS", ratio=2.0, with_=("FIN",), hedge=">", mood="did"),
        Border("FIN", "RUS", 1340.0, hedge="=", grain=10.0),
        Border("FIN", "RUS"),
        Border("SWE", "RUS", negated=True),
    ],
)
def test_wording_parses_back(said: Border) -> None:
    assert claim(said.wording(names_of(edition()))) == said


def test_double_holds_exactly_while_finland_is_out_and_the_baltic_states_are_in() -> None:
    truth = truth_of(DOUBLE, edition().known(TODAY))
    assert truth.when(SUPPORTED) == [Span(date(2004, 3, 29), date(2023, 4, 4))]


def test_a_supposition_that_has_come_about_says_so() -> None:
    page = from_text("page", "Finland's accession would double NATO's land border with Russia.")
    (finding,) = [f for f in check_page(page, edition(), today=TODAY, published=date(2022, 5, 13)).findings if f.claim.kind == "border"]
    assert (finding.on_publication, finding.today) == (SUPPORTED, SUPPORTED)
    assert finding.overtaken_by is not None
    assert "2023-04-04" in finding.overtaken_by


def test_joining_without_a_common_border_doubles_nothing() -> None:
    said = Border("NATO", "RUS", ratio=2.0, with_=("SWE",), hedge="~", mood="would")
    assert truth_of(said, edition()).at(date(2022, 5, 13)) is REFUTED


def test_sources_that_differ_make_an_exact_length_conflicting() -> None:
    assert truth_of(Border("FIN", "RUS", 1340.0, hedge="=", grain=10.0), edition()).at(date(2022, 5, 13)) is CONFLICTING


def test_every_source_must_be_near_for_about() -> None:
    assert truth_of(Border("FIN", "RUS", 1340.0, hedge="~", grain=10.0), edition()).at(date(2022, 5, 13)) is SUPPORTED


def test_before_the_list_begins_nothing_is_known() -> None:
    assert truth_of(Border("SWE", "RUS"), edition()).at(date(1900, 1, 1)) is NOT_ENOUGH_INFO


def test_neighbours_are_known_before_their_length_is_published() -> None:
    assert border.touch(edition().known(date(2000, 1, 1)), "ALB", "GRC").at(date(2000, 1, 1)) is SUPPORTED
