"""Membership and the counting of members: what particular words mean."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.check import check_page
from foedus.claims.claim import truth_of
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import REFUTED, SUPPORTED
from tests.helpers import claim, edition

DAY = date(2022, 5, 13)


def _found(text: str) -> list[tuple[str, dict[str, object]]]:
    report = check_page(from_text("page", text), edition(), published=DAY, today=DAY)
    return [(finding.claim.kind, finding.claim.args()) for finding in report.findings]


def test_never_looks_at_all_days_before() -> None:
    assert truth_of(claim("Albania has never been a member of the Warsaw Pact"), edition()).at(DAY) is REFUTED
    assert truth_of(claim("Ukraine has never been a member of NATO"), edition()).at(DAY) is SUPPORTED


def test_unlike_turns_the_claim_round() -> None:
    assert _found("Unlike Poland, Ukraine is not in NATO.") == [
        ("membership", {"state": "POL", "alliance": "NATO"}), ("membership", {"state": "UKR", "alliance": "NATO", "negated": True}),
    ]  # fmt: skip


def test_nato_counts_all_members_but_the_american_ones_as_european() -> None:
    assert truth_of(claim("28 of NATO's members are European"), edition()).at(DAY) is SUPPORTED


@pytest.mark.parametrize("words", ["NATO's strategy", "NATO exercises", "NATO's Partnership for Peace"])
def test_what_bears_an_alliances_name_is_not_the_alliance(words: str) -> None:
    assert _found(f"Finland is part of {words}.") == []
    assert _found(f"Finland joined {words} in 1994.") == []


def test_eight_members_that_do_something_are_not_all_members() -> None:
    assert _found("Eight NATO members sent tanks to the east.") == []


@pytest.mark.parametrize("words", [
    "Ukraine has never been a member of NATO", "28 of NATO's members are European", "Finland joined NATO on 4 April 2023", "France returned to NATO's military command in 2009",
    "no country has ever left NATO", "NATO was founded in 1949 by 12 countries", "NATO's enlargement of 2004 included 7 countries",
])  # fmt: skip
def test_wording_parses_back(words: str) -> None:
    made = claim(words)
    assert claim(made.wording(names_of(edition()))) == made
