"""What content repositories plug in: the pre-commit hook and the GitHub Action are of the forms that their hosts read, and call verbs that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

from foedus.commands.main import main
from tests.helpers import ROOT


def test_the_pre_commit_hook_is_of_the_form_that_pre_commit_reads() -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], check=True)


def test_the_action_is_of_the_form_that_github_reads() -> None:
    subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")], check=True
    )


def test_the_hook_calls_a_verb_that_takes_the_names_of_several_files() -> None:
    entry = re.search(r"^  entry: foedus (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.M)
    assert entry
    pages = [str(ROOT / "examples" / "nato-explainer.md")] * 2
    assert main([*shlex.split(entry[1]), *pages, "--today", "2022-06-01", "--updated", "2022-05-13"]) == 0


def test_the_script_of_the_action_runs_as_it_is_written(tmp_path: object) -> None:
    script = (ROOT / "action.yml").read_text().rpartition("run: |\n")[2]
    foedus = f'foedus() {{ {shlex.quote(sys.executable)} -m foedus "$@"; }}\n'
    environment = {
        "PAGES": "examples/nato-explainer.md tests/pages",
        "FAIL": "true",
        "SARIF": f"{tmp_path}/foedus.sarif",
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", foedus + script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "2 pages read" in done.stdout
