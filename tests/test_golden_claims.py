"""The golden pages of ``tests/claims/``: a sentence, its dates, and the findings that a reader would expect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from foedus import claims
from foedus.check import Finding, check_page
from foedus.reading.page import from_text
from tests.helpers import ROOT, edition

_EXAMPLE = re.compile(
    r"^## (?P<title>.+)\n\n(?P<text>(?:> .*\n)+)\npublished (?P<published>\S+) · today (?P<today>\S+)\n\n(?P<bullets>(?:- .*\n?)+)", re.M
)
_BULLET = re.compile(r"- (?P<kind>\w+)\((?P<args>.*)\) on \"(?P<quote>[^\"]+)\": (?P<then>\w+), today (?P<today>\w+)")
_ARG = re.compile(r"(\w+)=(\[[^\]]*\]|\"[^\"]*\"|[^,\s]+)")


@dataclass(frozen=True)
class Example:
    name: str
    text: str
    published: date
    today: date
    expected: list[dict[str, Any]]


def _value(text: str) -> Any:
    if text.startswith("["):
        return [part.strip() for part in text[1:-1].split(",")]
    if text.startswith('"'):
        return text[1:-1]
    if text in ("true", "false"):
        return text == "true"
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else int(text) if re.fullmatch(r"-?\d+", text) else text


def _examples() -> list[Example]:
    found = []
    for path in sorted((ROOT / "tests" / "claims").glob("*.md")):
        for match in _EXAMPLE.finditer(path.read_text()):
            text = " ".join(line[2:] for line in match["text"].splitlines())
            expected = []
            for bullet in match["bullets"].splitlines():
                part = _BULLET.match(bullet)
                if part:
                    args = {key: _value(value) for key, value in _ARG.findall(part["args"])}
                    expected.append(
                        {"kind": part["kind"], "args": args, "quote": part["quote"], "then": part["then"], "today": part["today"]}
                    )
                else:
                    assert bullet == "- nothing", f"{path.name}: cannot read “{bullet}”"
            found.append(
                Example(
                    f"{path.stem}: {match['title']}",
                    text,
                    date.fromisoformat(match["published"]),
                    date.fromisoformat(match["today"]),
                    expected,
                )
            )
    return found


EXAMPLES = _examples()


def _shown(finding: Finding) -> str:
    args = " ".join(f"{key}={value}" for key, value in sorted(finding.claim.args().items()) if key not in ("gist", "about"))
    return f"{finding.claim.kind} [{args}] {finding.on_publication} / {finding.today}"


def _wanted(expected: dict[str, Any]) -> str:
    args = " ".join(f"{key}={_same_type(value)}" for key, value in sorted(expected["args"].items()))
    return f"{expected['kind']} [{args}] {expected['then']} / {expected['today']}"


def _same_type(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and value > 1000 else value


def test_there_are_examples_of_every_kind() -> None:
    assert set(claims.NAMES) <= {name.name.partition(":")[0] for name in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_golden(example: Example) -> None:
    report = check_page(from_text(example.name, example.text), edition(), published=example.published, today=example.today)
    assert sorted(map(_shown, report.findings)) == sorted(map(_wanted, example.expected))
    for finding in report.findings:
        assert example.text[finding.start : finding.end] == finding.quote
