"""A phrasing is tried only where one of its first words stands: that must find what a search of the whole sentence finds."""

from __future__ import annotations

from datetime import date

import pytest

from foedus import claims
from foedus.language.names import names_of
from foedus.language.phrasing import _search
from foedus.language.sentence import Context, Sentence, make
from foedus.language.template import beginnings, compile_phrasing
from tests.helpers import edition
from tests.test_golden_claims import EXAMPLES


def _sentences() -> list[Sentence]:
    names = names_of(edition())
    return [make(example.text, 0, list(names.find(example.text)), Context(edition(), date(2022, 5, 13))) for example in EXAMPLES]


SENTENCES = _sentences()


@pytest.mark.parametrize("name", claims.NAMES)
def test_every_match_begins_with_one_of_the_first_words(name: str) -> None:
    for phrasing in claims.kind(name).phrasings:
        pattern, first = compile_phrasing(phrasing.text), beginnings(phrasing.text)
        for sentence in SENTENCES:
            whole = [match.group().lstrip() for match in pattern.finditer(sentence.folded)]
            # What may stand before an alliance's name ("the regional bloc ECOWAS") need not be found with it.
            begun = [match.group().lstrip() for match in _search(pattern, first, sentence)]
            assert [text for text in begun if not any(one.endswith(text) for one in whole)] == []
            assert len(whole) == len(list(_search(pattern, first, sentence))), (phrasing.text, sentence.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[the] {state} is", {"the", "\ue000"}),
        ("(joined|left) {alliance}", {"joined", "left"}),
        ("{its} members", {"its", "whose", "their"}),
    ],
)
def test_optional_words_do_not_hide_what_follows(text: str, words: set[str]) -> None:
    assert beginnings(text) == words


def test_what_may_begin_with_anything_is_searched_everywhere() -> None:
    assert beginnings("~ joined {alliance}") is None
    assert beginnings(", {speaker} said") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Finland dropped its long-held neutrality and, on 4 April 2023, joined the western alliance NATO.", True),
        ("Finland hoped that its neighbours joined NATO.", False),
        ("Finland never joined NATO.", False),
        ("Finland looked on while Sweden joined NATO.", False),
    ],
)
def test_a_wide_gap_passes_over_what_does_not_turn_the_clause(text: str, found: bool) -> None:
    names = names_of(edition())
    sentence = make(text, 0, list(names.find(text)), Context(edition(), date(2024, 5, 13)))
    match = compile_phrasing("{state} ... joined ... {alliance}").search(sentence.folded)
    assert (match is not None and match.start() == 0) == found
