"""Laws of the claims on who holds a place."""

from __future__ import annotations

from datetime import date

from foedus.check import Finding, check_page
from foedus.claims.control import Control
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO
from tests.helpers import TODAY, claim, edition


def _controls(text: str) -> list[Finding]:
    report = check_page(from_text("page", text), edition(), today=TODAY, published=date(2023, 1, 13))
    return [finding for finding in report.findings if finding.claim.kind == "control"]


def test_the_wording_reads_back_as_the_claim() -> None:
    for made in (Control("Soledar", "RUS", "RUS", "2023-01-13"), Control("Soledar", "UKR")):
        assert claim(made.wording(names_of(edition()))) == made


def test_a_dated_dispute_stays_conflicting_and_shows_what_settled_it() -> None:
    (found,) = _controls("Russia claimed Friday to have seized control of Soledar.")
    assert (found.on_publication, found.today, found.attributed_to) == (CONFLICTING, CONFLICTING, "Russia")
    assert any("withdrawn" in cited.fact and cited.use == "today" for cited in found.evidence)


def test_a_place_that_is_not_covered_is_not_known() -> None:
    assert Control("Gotland", "RUS").truth(edition()).at(date(2023, 1, 13)) is NOT_ENOUGH_INFO


def test_a_part_of_a_place_or_a_denial_is_no_claim() -> None:
    assert _controls("Russian forces captured most of Soledar. Ukraine denied that Russia had captured Soledar.") == []
