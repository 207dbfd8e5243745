"""Laws of the claims on offices."""

from __future__ import annotations

from datetime import date

from foedus.check import Finding, check_page
from foedus.claims.office import Office
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition


def _offices(text: str, published: date) -> list[Finding]:
    report = check_page(from_text("page", text), edition(), today=TODAY, published=published)
    return [finding for finding in report.findings if finding.claim.kind == "office"]


def test_the_wording_reads_back_as_the_claim() -> None:
    for made in (Office("Sanna Marin", "prime minister", "FIN"), Office("Joe Biden", "president", "USA", negated=True)):
        assert claim(made.wording(names_of(edition()))) == made


def test_an_office_is_held_from_its_first_day_and_no_longer_on_its_last() -> None:
    truth = Office("Jens Stoltenberg", "secretary general", "NATO").truth(edition())
    assert [truth.at(day) for day in (date(2014, 9, 30), date(2014, 10, 1), date(2024, 9, 30), date(2024, 10, 1))] == [
        REFUTED,
        SUPPORTED,
        SUPPORTED,
        REFUTED,
    ]


def test_an_office_outside_coverage_is_not_known() -> None:
    assert Office("Jens Stoltenberg", "finance minister", "NOR").truth(edition()).at(date(1997, 1, 1)) is NOT_ENOUGH_INFO


def test_a_title_that_has_gone_stale_is_corrected_to_one_that_holds() -> None:
    (found,) = _offices("NATO Secretary General Jens Stoltenberg spoke.", date(2022, 5, 13))
    assert (found.on_publication, found.today) == (SUPPORTED, REFUTED)
    (corrected,) = _offices(f"{found.correction} spoke.", date(2022, 5, 13))
    assert corrected.today is SUPPORTED


def test_a_former_office_is_refuted_once_it_is_held_again() -> None:
    (found,) = _offices("Former President Donald Trump spoke.", date(2024, 5, 13))
    assert (found.on_publication, found.today, found.stale_since) == (SUPPORTED, REFUTED, date(2025, 1, 20))


def test_titles_of_other_offices_are_no_claim() -> None:
    assert _offices("Vice President Joe Biden met President-elect Donald Trump at 5 PM.", date(2016, 12, 1)) == []
