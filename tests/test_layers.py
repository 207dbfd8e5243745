"""Imports point one way, down the list of layers; imports for type checkers alone count too."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.helpers import ROOT

PACKAGE = ROOT / "src" / "foedus"

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(layer.split())
    for layer in (
        "errors values dates cache layers",
        "timeline",
        "fact facts lexicon",
        "verdict",
        "record record_text record_cache record_format rows lists validation",
        "alliance border accession expenditure office treaty succession force posture statement control scenario crosswalk datasets",
        "language",
        "claims",
        "reading",
        "check holding comparison profile",
        "writing",
        "scale",
        "archive",
        "commands",
    )
)
"""From the bottom to the top; modules of one layer may import each other. The public API, ``foedus/__init__.py``, stands above them all."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem not in ("__init__", "__main__"))


def _part(path: Path) -> str:
    """The module or subpackage that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _height(part: str) -> int:
    (height,) = (number for number, layer in enumerate(LAYERS) if part in layer)
    return height


def _imported(path: Path) -> set[str]:
    """The modules and subpackages of Foedus that a file imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: write the whole name of what is imported"
            names = [f"foedus.{alias.name}" for alias in node.names] if node.module == "foedus" else [node.module or ""]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("foedus.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_import_runs_back_up(path: Path) -> None:
    own = _height(_part(path))
    assert {part for part in _imported(path) if _height(part) > own} == set()


def test_every_module_has_its_layer() -> None:
    assert {_part(path) for path in MODULES} == {part for layer in LAYERS for part in layer}


def test_no_module_stands_in_two_layers() -> None:
    parts = [part for layer in LAYERS for part in layer]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize(
    "code",
    [
        "from foedus.commands import main",
        "import foedus.commands.main",
        "from foedus import commands",
        "if True:\n    from foedus.commands.main import main",
    ],
)
def test_imports_are_seen(code: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(code)
    assert _imported(path) == {"commands"}


@pytest.mark.parametrize("heavy", ["rich", "bibtexparser", "edtf", "shtab", "platformdirs"])
def test_asking_when_imports_nothing_heavy(heavy: str) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from foedus.commands.main import main; main(['when', 'NATO has 30 members']); sys.exit(' '.join(sorted(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)  # fills the cache
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert "foedus.holding" in done.stderr.split()
    assert heavy not in done.stderr.split()
