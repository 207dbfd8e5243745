"""Laws of numbers in corrections: one number in another's place, written as the page writes it."""

from __future__ import annotations

import pytest

from foedus.claims.member_count import MemberCount
from foedus.language.names import names_of
from foedus.language.numbers import restated
from tests.helpers import TODAY, edition


@pytest.mark.parametrize(
    ("text", "wrong", "right", "expected"),
    [
        ("the 30 members", 30, 32, "the 32 members"),
        ("thirty members", 30, 32, "thirty-two members"),
        ("Thirty members", 30, 32, "Thirty-two members"),
        ("150 members", 150, 193, "193 members"),
        ("ninety members", 90, 193, "193 members"),
        ("the 130 members", 30, 32, None),
        ("all members", 150, 32, None),
    ],
)
def test_a_number_is_restated_as_it_was_written(text: str, wrong: int, right: int, expected: str | None) -> None:
    assert restated(text, wrong, right) == expected


def test_numbers_may_be_spelled_out_only_up_to_a_limit() -> None:
    assert restated("Seven allies", 7, 11, spelled_to=12) == "Eleven allies"
    assert restated("Seven allies", 7, 23, spelled_to=12) == "23 allies"


def test_a_count_of_more_than_a_hundred_members_is_corrected() -> None:
    words = "The United Nations has 150 members"
    assert MemberCount("UN", 150).correction(edition(), TODAY, words, names_of(edition())) == "The United Nations has 193 members"
