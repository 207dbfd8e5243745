"""Laws of foundings: when, by how many, by whom."""

from __future__ import annotations

from datetime import date

from foedus.check import truth_of
from foedus.claims.founded import Founded
from foedus.language.names import names_of
from foedus.reading.claim_text import parse
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import claim, edition

LATER = date(2022, 5, 13)


def test_signature_and_entry_into_force_both_found_an_alliance() -> None:
    assert truth_of(Founded("NATO", "1949-04-04"), edition()).edges() == [date(1949, 4, 4)]
    assert truth_of(Founded("NATO", "1949-08-24"), edition()).edges() == [date(1949, 8, 24)]
    assert truth_of(Founded("NATO", "1948"), edition()).at(LATER) is REFUTED


def test_the_founders_are_the_signatories() -> None:
    assert truth_of(Founded("NATO", "1949", 12), edition()).at(LATER) is SUPPORTED
    assert truth_of(Founded("NATO", n=13), edition()).at(LATER) is REFUTED
    assert truth_of(Founded("NATO", states=("TUR",)), edition()).at(LATER) is REFUTED
    assert truth_of(Founded("NATO", states=("TUR",), negated=True), edition()).at(LATER) is SUPPORTED


def test_a_founding_whose_signatories_are_not_on_record_is_not_denied() -> None:
    assert truth_of(Founded("EU", "1957", 6), edition()).at(LATER) is NOT_ENOUGH_INFO


def test_a_wrong_year_and_a_wrong_number_are_corrected_together() -> None:
    words = "NATO was founded in 1948 by 10 countries"
    assert claim(words).correction(edition(), LATER, words, names_of(edition())) == "NATO was founded in 1949 by 12 countries"


def test_every_verdict_on_a_founding_has_evidence() -> None:
    for made in (Founded("NATO", "1949", 12), Founded("NATO", "1948"), Founded("WTO", states=("POL",))):
        assert all(step.evidence for step in truth_of(made, edition()).steps)


def test_wordings_of_foundings_parse_back() -> None:
    for made in (
        Founded("NATO", "1949-04-04"), Founded("NATO", "1949", 12), Founded("NATO", states=("NOR",)), Founded("NATO", states=("GRC", "TUR"), negated=True),
        Founded("WTO", "1955-05", 8), Founded("NATO", n=12, states=("PRT",)),
    ):  # fmt: skip
        # A founding member is a member too, so that such a sentence makes two claims.
        assert made in [reading.claim for reading in parse(made.wording(names_of(edition())), edition(), LATER)]
