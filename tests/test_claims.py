"""Laws that hold for every kind of claim."""

from __future__ import annotations

import itertools
import re
import time
from datetime import date, timedelta

import pytest

from foedus import claims
from foedus.claims.claim import Claim, truth_of
from foedus.dates import BEGINNING, END
from foedus.errors import FoedusError
from foedus.fact import Fact
from foedus.language.names import names_of
from foedus.language.phrasing import LONGEST_OUTLINE
from foedus.language.sentence import LETTERS
from foedus.language.template import compile_phrasing, required, sketch
from foedus.reading.claim_text import parse
from foedus.record import Layer
from foedus.verdict import NOT_ENOUGH_INFO, SUPPORTED
from tests.helpers import TODAY, edition
from tests.test_golden_claims import EXAMPLES

PHRASINGS = [(name, phrasing.text) for name in claims.NAMES for phrasing in claims.kind(name).phrasings]


def _golden_claims() -> list[Claim]:
    """Every claim that the golden pages make."""
    from foedus.check import check_page
    from foedus.reading.page import from_text

    found = {}
    for example in EXAMPLES:
        for finding in check_page(
            from_text(example.name, example.text), edition(), published=example.published, today=example.today
        ).findings:
            found[finding.wording] = finding.claim
    return list(found.values())


CLAIMS = _golden_claims()


def test_every_kind_has_a_golden_claim() -> None:
    assert {claim.kind for claim in CLAIMS} == set(claims.NAMES)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.wording(names_of(edition())))
def test_wording_parses_back_to_the_same_claim(claim: Claim) -> None:
    wording = claim.wording(names_of(edition()))
    readings = parse(wording, edition(), TODAY)
    assert claim.args() in [{**reading.claim.args()} for reading in readings]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.wording(names_of(edition())))
def test_holds_is_exact(claim: Claim) -> None:
    truth = truth_of(claim, edition())
    for span in truth.when(SUPPORTED):
        assert truth.at(span.since) is SUPPORTED
        if span.since > BEGINNING:
            assert truth.at(span.since - timedelta(days=1)) is not SUPPORTED
        if span.until < END:
            assert truth.at(span.until - timedelta(days=1)) is SUPPORTED
            assert truth.at(span.until) is not SUPPORTED


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.wording(names_of(edition())))
def test_a_verdict_rests_on_the_facts_that_it_cites(claim: Claim) -> None:
    """Take away what a verdict cites, and it falls, or it cites other facts that say the same, until there are none."""
    for day in (date(2022, 5, 13), TODAY):
        record, taken = edition(), set[Fact]()
        verdict = truth_of(claim, record).at(day)
        while verdict is not NOT_ENOUGH_INFO:
            cited = {fact for fact in truth_of(claim, record).step(day).evidence if isinstance(fact, Fact)}
            assert cited
            assert cited.isdisjoint(taken)
            assert all(citation.locator for fact in cited for citation in fact.citations)
            taken |= cited
            record = record.overlay(Layer("without", lambda kind: (), dict.fromkeys(cited)))
            try:
                if truth_of(claim, record).at(day) is not verdict:
                    break
            except FoedusError:
                break  # the claim cannot even be asked without them


@pytest.mark.parametrize(("name", "text"), PHRASINGS)
def test_a_phrasing_can_be_found_by_its_words(name: str, text: str) -> None:
    assert required(text)


@pytest.mark.parametrize(("name", "text"), PHRASINGS)
def test_no_sentence_makes_a_phrasing_slow(name: str, text: str) -> None:
    letters = "".join(LETTERS.values())
    words = sorted({word for part in required(text) for word in part if word < "\ue000"})[:6]
    sentences = [
        f"{' '.join(words)} " * 60,
        f"{LETTERS['state']}, " * 200,
        " ".join(f"{LETTERS['state']} {word} {LETTERS['alliance']}" for word in words * 12),
        (letters + " of the a ") * 40,
    ]
    row = [LETTERS[kind] for kind in ("number", "date", "place", "state", "alliance")]
    rows = ["".join(pair) * (LONGEST_OUTLINE // 2) for pair in itertools.product(row, row)]
    pattern, outline = compile_phrasing(text), re.compile(sketch(text))
    start = time.process_time()
    for letters in rows:
        outline.search(letters)
    for sentence in sentences:
        list(pattern.finditer(sentence[:1500]))
        assert len(sketch(text)) < 2000
    assert time.process_time() - start < 0.5
