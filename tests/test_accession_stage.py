"""Laws of accessions under way: what begins and ends a stage, and who has ratified."""

from __future__ import annotations

from datetime import date

import pytest

from foedus import accession
from foedus.check import check_page, truth_of
from foedus.claims.accession_stage import AccessionStage
from foedus.dates import ALWAYS
from foedus.fact import Citation, Fact
from foedus.facts import Coverage
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.record import Layer, Record
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition

STAGES = ("aspirant", "applied", "invited", "protocol_signed", "ratifying", "acceded", "suspended")


def covered(*abouts: str) -> Record:
    """The edition with no coverage of accessions but of these."""
    made: tuple[Fact, ...] = tuple(
        Coverage(
            since=ALWAYS, citations=(Citation("a", "b"),), known=date.min, origin=("test", "", 0), covers="accessions", about=about,
            through=date(2026, 1, 1), after="stands",
        )
        for about in abouts
    )  # fmt: skip
    gone: dict[Fact, Fact | None] = dict.fromkeys(edition().of(Coverage, covers="accessions"))
    return edition().overlay(Layer("test", lambda kind: made if kind is Coverage else (), gone))


def test_an_aspirant_is_one_until_it_is_a_member() -> None:
    for state, day in (("FIN", date(2023, 4, 4)), ("SWE", date(2024, 3, 7))):
        truth = truth_of(AccessionStage(state, "NATO", "aspirant"), edition())
        assert truth.at(date(2022, 5, 13)) is SUPPORTED
        assert truth.edges()[-1] == day
        assert truth.at(day) is REFUTED


def test_a_completed_stage_stays_reached() -> None:
    truth = truth_of(AccessionStage("FIN", "NATO", "applied", date="2022-05-18"), edition())
    assert truth.edges() == [date(2022, 5, 18)]
    assert truth.at(date(2026, 1, 1)) is SUPPORTED


def test_the_count_of_ratifications_rises_to_all() -> None:
    truth = truth_of(AccessionStage("SWE", "NATO", "ratified_by", n=28), covered("SWE NATO"))
    assert truth.at(date(2022, 10, 20)) is SUPPORTED
    assert truth.at(date(2024, 3, 7)) is REFUTED
    assert truth_of(AccessionStage("SWE", "NATO", "ratified_by", by="NATO"), covered("SWE NATO")).at(date(2024, 3, 7)) is SUPPORTED


def test_an_ally_that_joined_meanwhile_is_asked_only_once_it_is_a_member() -> None:
    assert "FIN" not in accession.ratifiers(edition(), "SWE", "NATO", date(2022, 10, 20))
    assert "FIN" in accession.ratifiers(edition(), "SWE", "NATO", date(2023, 5, 2))


def test_that_an_ally_has_not_ratified_needs_coverage_of_that_very_accession() -> None:
    missing = AccessionStage("SWE", "NATO", "ratified_by", by="HUN", negated=True)
    day = date(2023, 5, 2)
    assert truth_of(missing, covered("SWE NATO").known(day)).at(day) is SUPPORTED
    assert truth_of(missing, covered("NATO").known(day)).at(day) is NOT_ENOUGH_INFO
    assert truth_of(missing, covered("SWE NATO")).at(date(2024, 2, 26)) is REFUTED


def test_who_merely_wishes_to_join_is_not_denied_the_wish() -> None:
    record, day = covered("NATO"), date(2022, 12, 1)
    assert truth_of(AccessionStage("ARM", "NATO", "aspirant"), record).at(day) is NOT_ENOUGH_INFO
    assert truth_of(AccessionStage("SRB", "NATO", "applied"), record).at(day) is REFUTED
    assert truth_of(AccessionStage("SRB", "NATO", "applied"), covered()).at(day) is NOT_ENOUGH_INFO


def test_who_declares_the_wish_to_join_is_an_aspirant_until_it_does() -> None:
    wish = truth_of(AccessionStage("BGR", "NATO", "aspirant"), edition())
    assert [wish.at(day) for day in (date(1999, 5, 1), date(2004, 3, 28), date(2004, 3, 29))] == [SUPPORTED, SUPPORTED, REFUTED]


@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("stage", STAGES)
def test_wordings_of_stages_parse_back(stage: str, negated: bool) -> None:
    made = AccessionStage("SWE", "NATO", stage, negated=negated)
    assert claim(made.wording(names_of(edition()))) == made


def test_wordings_of_ratifications_parse_back() -> None:
    for made in (
        AccessionStage("SWE", "NATO", "ratified_by", n=28), AccessionStage("SWE", "NATO", "ratified_by", n=20, hedge=">"),
        AccessionStage("SWE", "NATO", "ratified_by", by="HUN"), AccessionStage("SWE", "NATO", "ratified_by", by="HUN", negated=True),
        AccessionStage("FIN", "NATO", "ratified_by", by="TUR", date="2023-03-30"), AccessionStage("FIN", "NATO", "ratified_by", by="NATO"),
        AccessionStage("MNE", "NATO", "invited", date="2015-12-02"), AccessionStage("FIN", "NATO", "applied", date="2022-05"),
    ):  # fmt: skip
        assert claim(made.wording(names_of(edition()))) == made


def said_on(text: str, published: date) -> list[AccessionStage]:
    """The stages of accession that a page speaks of."""
    report = check_page(from_text("page", text), edition(), published=published, today=TODAY)
    return [finding.claim for finding in report.findings if isinstance(finding.claim, AccessionStage)]


def test_what_an_ally_has_yet_to_do_is_what_the_others_have_done() -> None:
    said = said_on("So far 28 of NATO's 30 allies have ratified Sweden's accession. Hungary has yet to do so.", date(2022, 12, 1))
    assert said[1] == AccessionStage("SWE", "NATO", "ratified_by", "HUN", negated=True)
    assert said_on("NATO has 30 members. Hungary has yet to do so.", date(2022, 12, 1)) == []


def test_the_alliance_of_a_page_that_names_none_is_nato_unless_it_may_be_one_of_parties() -> None:
    assert [stage.alliance for stage in said_on("Montenegro was invited to join the alliance.", date(2016, 1, 1))] == ["NATO"]
    assert said_on("Montenegro's Greens were invited to join the alliance of parties before the election.", date(2016, 1, 1)) == []


def test_a_state_that_is_likened_to_another_is_on_its_way_too() -> None:
    said = said_on("Sweden, like Finland, is on its way to joining NATO.", date(2022, 5, 13))
    assert {stage.state for stage in said} == {"FIN", "SWE"}
