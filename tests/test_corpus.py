"""The labelled corpus is well formed: its labels name kinds and words that are there, and its sentences the pages that they are modelled on."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from foedus import claims
from foedus.verdict import Verdict
from tests.helpers import ROOT

CORPUS = ROOT / "benchmarks" / "accuracy" / "corpus"
HALVES = ("dev", "heldout", "pages-dev", "pages-test")
MODELLED = ("pages-dev", "pages-test")
VERDICTS = {str(verdict) for verdict in Verdict}
FILES = [path for half in HALVES for path in sorted((CORPUS / half).glob("*.toml"))]


def passages(*paths: Path) -> list[dict[str, Any]]:
    return [passage for path in paths for passage in tomllib.loads(path.read_text())["passage"]]


def half(name: str) -> list[dict[str, Any]]:
    return passages(*sorted((CORPUS / name).glob("*.toml")))


def where(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=where)
def test_every_quote_stands_in_its_passage(path: Path) -> None:
    assert [label["quote"] for passage in passages(path) for label in passage["findings"] if label["quote"] not in passage["text"]] == []


@pytest.mark.parametrize("path", FILES, ids=where)
def test_every_kind_is_one_of_the_kinds_of_claim(path: Path) -> None:
    labels = [label for passage in passages(path) for label in passage["findings"]]
    assert {kind for label in labels for kind in (label["kind"], *label.get("also", ()))} <= set(claims.NAMES)


@pytest.mark.parametrize("path", FILES, ids=where)
def test_every_verdict_is_one_of_the_four(path: Path) -> None:
    labels = [label for passage in passages(path) for label in passage["findings"]]
    assert {label[day] for label in labels for day in ("on_publication", "today")} <= VERDICTS


@pytest.mark.parametrize("path", FILES, ids=where)
def test_every_passage_has_its_days(path: Path) -> None:
    for passage in passages(path):
        assert date.fromisoformat(passage["published"]) <= date.fromisoformat(passage["today"])


@pytest.mark.parametrize("name", MODELLED)
def test_every_modelled_sentence_names_the_address_of_its_page(name: str) -> None:
    addresses = [urlsplit(passage.get("model", "")) for passage in half(name)]
    assert [address.geturl() for address in addresses if address.scheme not in ("http", "https") or not address.netloc] == []


def test_no_page_is_in_both_halves() -> None:
    dev, test = ({passage["model"] for passage in half(name)} for name in MODELLED)
    assert dev & test == set()


def test_no_sentence_is_in_two_halves() -> None:
    texts = [text for name in HALVES for text in {passage["text"] for passage in half(name)}]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []


@pytest.mark.parametrize("name", MODELLED)
def test_every_kind_of_claim_is_in_each_modelled_half(name: str) -> None:
    labels = [label for passage in half(name) for label in passage["findings"] if not label.get("optional")]
    counts = {kind: sum(label["kind"] == kind for label in labels) for kind in claims.NAMES}
    assert {kind: count for kind, count in counts.items() if count < 10} == {}


@pytest.mark.parametrize("name", MODELLED)
def test_about_a_third_of_each_modelled_half_makes_no_claim(name: str) -> None:
    free = [not passage["findings"] for passage in half(name)]
    assert 0.28 < sum(free) / len(free) < 0.4


def test_there_are_at_least_six_hundred_modelled_sentences() -> None:
    assert sum(len(half(name)) for name in MODELLED) >= 600
