"""Score the reader on the labelled corpus: precision and recall of claims found, and of their verdicts.

A finding counts as found when its kind agrees, its words overlap the labelled ones, and the labelled arguments that identify it agree. A verdict
counts when both verdicts, then and today, agree. ``--gate`` fails when a figure is below its floor in ``floors.toml``; floors may only rise.
``--show dev`` lists misses and false alarms of one half. A baseline that marks every sentence naming an alliance with a number or "member" is the named peer.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from foedus.check import Finding, check_page
from foedus.reading.page import from_text
from foedus.record import load

HERE = Path(__file__).parent
_IDENTIFYING = (
    "state",
    "states",
    "alliance",
    "n",
    "of",
    "a",
    "b",
    "person",
    "role",
    "place",
    "holder",
    "treaty",
    "negated",
    "stage",
    "posture",
    "donor",
    "recipient",
    "actor",
    "host",
    "speaker",
    "times_invoked",
)


@dataclass
class Score:
    right: int = 0
    found: int = 0
    labelled: int = 0
    verdicts: int = 0
    alarms: int = 0
    """Findings on passages that hold no claim at all."""
    distractors: int = 0
    misses: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    by_kind: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def verdict(self) -> float:
        return self.verdicts / self.right if self.right else 1.0


def passages(half: str) -> list[dict[str, Any]]:
    found = []
    for path in sorted((HERE / "corpus" / half).glob("*.toml")):
        found += tomllib.loads(path.read_text())["passage"]
    return found


def _same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list):
        return sorted(map(str, wanted)) == sorted(map(str, got or ()))
    if isinstance(wanted, bool) or isinstance(got, bool):
        return bool(wanted) == bool(got)
    return str(wanted) == str(got) or (
        isinstance(wanted, int | float) and isinstance(got, int | float) and abs(wanted - got) <= 0.01 * abs(wanted)
    )


def matches(label: dict[str, Any], finding: Finding, text: str) -> bool:
    if label["kind"] != finding.claim.kind and {label["kind"], finding.claim.kind} != {"joined", "enlargement_round"}:
        return False
    start = text.find(label["quote"])
    if finding.end <= start or finding.start >= start + len(label["quote"]):
        return False
    if label["kind"] != finding.claim.kind:
        return True
    args = finding.claim.args()
    return all(_same(label["args"].get(key), args.get(key)) for key in _IDENTIFYING if key in label["args"] or key == "negated")


def score(half: str) -> Score:
    record, total = load(), Score()
    for passage in passages(half):
        text = passage["text"]
        today = date.fromisoformat(passage["today"])
        report = check_page(from_text(half, text), record, published=date.fromisoformat(passage["published"]), today=today)
        open_findings = list(report.findings)
        total.found += len(open_findings)
        total.labelled += len(passage["findings"])
        if not passage["findings"]:
            total.distractors += 1
            total.alarms += bool(open_findings)
        for label in passage["findings"]:
            hit = next((finding for finding in open_findings if matches(label, finding, text)), None)
            if hit is None:
                total.misses.append(f"{label['kind']} “{label['quote']}” {label['args']} in: {text}")
                total.by_kind[label["kind"]] += 1
                continue
            open_findings.remove(hit)
            total.right += 1
            got = (str(hit.on_publication), str(hit.today))
            if got == (label["on_publication"], label["today"]):
                total.verdicts += 1
            else:
                total.wrong.append(
                    f"{label['kind']} “{label['quote']}”: wanted {label['on_publication']}/{label['today']}, got {'/'.join(got)} ({hit.claim.args()})"
                )
        total.false += [f"{finding.claim.kind} “{finding.quote}” {finding.claim.args()} in: {text}" for finding in open_findings]
    return total


def baseline(half: str) -> tuple[float, float]:
    """Precision and recall of the peer: a keyword search that marks each sentence naming an alliance with a number or "member" as a claim."""
    right = found = labelled = 0
    for passage in passages(half):
        quotes = [label["quote"] for label in passage["findings"]]
        labelled += len(quotes)
        for sentence in re.split(r"(?<=[.!?])\s+", passage["text"]):
            if re.search(r"NATO|alliance|Warsaw Pact|CSTO", sentence) and re.search(r"\d|member|join", sentence):
                found += 1
                right += any(quote in sentence for quote in quotes)
    return (right / found if found else 0.0), (right / labelled if labelled else 0.0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gate", action="store_true", help="fail below the floors")
    parser.add_argument("--show", choices=("dev",), help="list misses, false alarms and wrong verdicts (the held-out half is never listed)")
    options = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text())
    failed = False
    for half in ("dev", "heldout"):
        result = score(half)
        precision, recall = baseline(half)
        silence = 1 - result.alarms / result.distractors if result.distractors else 1.0
        print(
            f"{half}: precision {result.precision:.3f} ({result.precision / precision:.2f} x keyword search), recall {result.recall:.3f} "
            f"({result.recall / recall:.2f} x), verdicts right {result.verdict:.3f}, silent on distractors {silence:.3f}; "
            f"{result.right} of {result.labelled} claims found, {result.found - result.right} false alarms"
        )
        for name, value in (("precision", result.precision), ("recall", result.recall), ("verdict", result.verdict), ("silence", silence)):
            if value < floors[half][name]:
                failed = True
                print(f"  below the floor: {name} {value:.3f} < {floors[half][name]}")
        if options.show == half:
            print("missed by kind:", dict(result.by_kind))
            for title, lines in (("missed", result.misses), ("false alarms", result.false), ("wrong verdicts", result.wrong)):
                print(f"\n{title} ({len(lines)})")
                print("\n".join(f"  {line}" for line in lines))
    return 1 if failed and options.gate else 0


if __name__ == "__main__":
    sys.exit(main())
