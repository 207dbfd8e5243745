"""The documentation is whole: generated pages are up to date, every public name and verb is described, every link leads somewhere."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import foedus
from foedus import claims
from foedus.check import check_page
from foedus.reading.claim_text import EXAMPLES, parse
from foedus.reading.formats import read
from tests.helpers import ROOT, TODAY, edition

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
VERBS = ("check", "when", "show", "suppose", "accession", "validate")


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = _generator()
GENERATED = GENERATE.pages()


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / "reference" / name).read_text() == GENERATED[name], "run `make docs`"


@pytest.mark.parametrize("name", foedus.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    described = re.search(rf"^### {name}\n\n(?:```python\n.*?```\n\n)?(\S.*)", (DOCS / "reference" / "api.md").read_text(), re.M | re.S)
    assert described is not None
    assert not described[1].startswith(("#", "|"))


def test_every_public_name_can_be_had() -> None:
    assert [name for name in foedus.__all__ if not hasattr(foedus, name)] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented(verb: str) -> None:
    assert f"\n## foedus {verb}\n" in (DOCS / "reference" / "command-line.md").read_text()


@pytest.mark.parametrize("page", sorted(GENERATED))
def test_nothing_is_described_by_none(page: str) -> None:
    assert "| None |" not in GENERATED[page]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_how_to(verb: str) -> None:
    assert any(
        f"$ foedus {verb} " in page.read_text() or f"| foedus {verb} " in page.read_text()
        for page in [*(DOCS / "how-to").glob("*.md"), ROOT / "README.md"]
    )


@pytest.mark.parametrize("kind", claims.NAMES)
def test_every_kind_of_claim_is_documented(kind: str) -> None:
    assert f"\n## {kind}\n" in GENERATED["claims.md"]


def test_every_argument_that_json_has_is_documented() -> None:
    report = check_page(read(str(ROOT / "examples" / "nato-explainer.md")), edition(), today=TODAY)
    made = [finding.claim for finding in report.findings] + [
        reading.claim for example in EXAMPLES for reading in parse(example, edition(), TODAY)
    ]
    undocumented = {(claim.kind, name) for claim in made for name in claim.args() if name not in GENERATE.arguments(type(claim))}
    assert undocumented == set()


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_internal_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(), flags=re.S | re.M)
    broken = []
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        found = page.parent / path if path else page
        if not found.exists() or (anchor and anchor not in _anchors(found)):
            broken.append(target)
    assert broken == []


def _anchors(page: Path) -> set[str]:
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", page.read_text(), re.M)}


@pytest.mark.parametrize("page", sorted((DOCS).rglob("*.md")), ids=_id)
def test_every_page_can_be_reached_from_the_readme(page: Path) -> None:
    reached, pending = set(), [ROOT / "README.md"]
    while pending:
        current = pending.pop().resolve()
        if current in reached or current.suffix != ".md" or not current.exists():
            continue
        reached.add(current)
        pending += [current.parent / target.partition("#")[0] for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", current.read_text())]
    assert page.resolve() in reached


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    listed = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    listed += [line for extra in project["project"]["optional-dependencies"].values() for line in extra]
    needed = {re.split(r"[<>=!~\[ ]", line)[0] for line in listed}
    assert set(re.findall(r"^\| `([\w-]+)` \| \w", (DOCS / "explanation" / "dependencies.md").read_text(), re.M)) == needed


@pytest.mark.parametrize("file", sorted((ROOT / "record").glob("*.csv")), ids=lambda path: path.name)
def test_every_list_of_the_record_is_described(file: Path) -> None:
    assert f"`{file.name}`" in (DOCS / "reference" / "record-format.md").read_text()


@pytest.mark.parametrize("file", sorted((ROOT / "record").glob("*.csv")), ids=lambda path: path.name)
def test_every_column_of_the_record_is_described(file: Path) -> None:
    header = file.read_text().partition("\n")[0].strip().split(",")
    line = next(
        line
        for line in re.split(r"\n- |\n\n", (DOCS / "reference" / "record-format.md").read_text())
        if f"`{file.name}`" in line and "`," not in line[:2]
    )
    assert [column for column in header if not re.search(rf"\b{column}\b", line)] == []
