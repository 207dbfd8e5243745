"""Score the reader on the labelled corpus: precision and recall of claims found, and of their verdicts.

A finding counts as found when its kind agrees, its words overlap the labelled ones, and the labelled arguments that identify it agree. A verdict
counts when both verdicts, then and today, agree. Abstention is scored apart: of the verdicts that should be "not enough info", how many are.
``--gate`` fails when a figure is below its floor in ``floors.toml``; floors may only rise. ``--show dev`` and ``--show pages-dev`` list misses and
false alarms of one half; the other halves are never listed. ``--write`` writes docs/explanation/how-well-it-reads.md. A baseline that marks every
sentence naming an alliance with a number or "member" is the named peer.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from foedus.check import Finding, check_page
from foedus.reading.page import from_text
from foedus.record import load

sys.path.insert(0, str(Path(__file__).parent))
import report

HERE = Path(__file__).parent
HALVES = ("dev", "heldout", "pages-dev", "pages-test")
OPEN = ("dev", "pages-dev")
"""The halves that may be looked at; of the others only the scores are shown."""
UNKNOWN = "not_enough_info"
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
    "defender",
    "defended",
    "who",
    "n_meeting",
    "share_gdp",
)


@dataclass
class Kind:
    """The counts of one kind of claim."""

    labelled: int = 0
    found: int = 0
    verdicts: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.labelled if self.labelled else 1.0


@dataclass(frozen=True)
class Error:
    """Something the reader got wrong, with what tells how bad it is."""

    sort: str
    """``wrong`` (a verdict), ``alarm`` (a finding where there is no claim at all), ``false`` (another finding too many) or ``miss``."""
    kind: str
    said: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind} {self.said} in: {self.text}"


@dataclass
class Score:
    right: int = 0
    found: int = 0
    labelled: int = 0
    verdicts: int = 0
    alarms: int = 0
    """Passages that hold no claim at all and have a finding."""
    distractors: int = 0
    errors: list[Error] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=lambda: defaultdict(Kind))
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often a verdict that should be the first is the second; two for each claim found, on publication and today."""

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def verdict(self) -> float:
        return self.verdicts / self.right if self.right else 1.0

    @property
    def silence(self) -> float:
        return 1 - self.alarms / self.distractors if self.distractors else 1.0

    @property
    def abstention(self) -> float:
        """Of the verdicts that should be "not enough info", the share that are."""
        due = sum(count for (wanted, _), count in self.confusion.items() if wanted == UNKNOWN)
        return self.confusion[UNKNOWN, UNKNOWN] / due if due else 1.0

    def of(self, *sorts: str) -> list[Error]:
        return [error for error in self.errors if error.sort in sorts]


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


def _overlaps(label: dict[str, Any], finding: Finding, text: str) -> bool:
    start = text.find(label["quote"])
    return finding.start < start + len(label["quote"]) and start < finding.end


def matches(label: dict[str, Any], finding: Finding, text: str) -> bool:
    """Whether a finding is the labelled claim: its kind, its place, and each labelled argument that identifies it."""
    if not _overlaps(label, finding, text):
        return False
    if label["kind"] != finding.claim.kind:
        return says_the_same(label, finding, text)
    wanted, got = _sides_sorted(label["args"]), _sides_sorted(finding.claim.args())
    return all(_same(wanted.get(key), got.get(key)) for key in _IDENTIFYING if key in wanted or key == "negated")


def _sides_sorted(args: dict[str, Any]) -> dict[str, Any]:
    """The arguments with the two sides of a border in one order: it is the same border from either side."""
    if "a" not in args or "b" not in args:
        return args
    a, b = sorted((args["a"], args["b"]))
    return {**args, "a": a, "b": b}


def says_a_part(label: dict[str, Any], finding: Finding, text: str) -> bool:
    """Whether a finding says less than the label and nothing else: it does not find the claim, and is no false one."""
    wanted, got = _sides_sorted(label["args"]), _sides_sorted(finding.claim.args())
    return (
        label["kind"] == finding.claim.kind
        and _overlaps(label, finding, text)
        and all(_same(wanted.get(key), value) for key, value in got.items() if key not in ("hedge", "gist", "about"))
    )


def says_the_same(label: dict[str, Any], finding: Finding, text: str) -> bool:
    """Whether a finding puts the labelled claim as another kind that says the same: two kinds always, others where the label allows them (``also``)."""
    return _overlaps(label, finding, text) and (
        {label["kind"], finding.claim.kind} == {"joined", "enlargement_round"} or finding.claim.kind in label.get("also", ())
    )


def _may_be(label: dict[str, Any], finding: Finding, text: str) -> bool:
    return _overlaps(label, finding, text) and finding.claim.kind in (label["kind"], *label.get("also", ()))


def score(half: str) -> Score:
    record, total = load(), Score()
    for passage in passages(half):
        text = passage["text"]
        today = date.fromisoformat(passage["today"])
        report = check_page(from_text(half, text), record, published=date.fromisoformat(passage["published"]), today=today)
        _score_passage(total, passage, list(report.findings))
    return total


def _score_passage(total: Score, passage: dict[str, Any], open_findings: list[Finding]) -> None:
    """Hold what was found against the labels. A label that is ``optional`` counts neither when it is missed nor when it is found."""
    text = passage["text"]
    labels = [label for label in passage["findings"] if not label.get("optional")]
    debatable = [label for label in passage["findings"] if label.get("optional")]
    if not passage["findings"]:
        total.distractors += 1
        total.alarms += bool(open_findings)
    for label in labels:
        kind = total.kinds[label["kind"]]
        total.labelled += 1
        kind.labelled += 1
        hits = [finding for finding in open_findings if matches(label, finding, text)]
        if not hits:
            total.errors.append(Error("miss", label["kind"], f"“{label['quote']}” {label['args']}", text))
            continue
        hit = next((finding for finding in hits if finding.claim.kind == label["kind"]), hits[0])
        open_findings.remove(hit)
        total.found += 1
        total.right += 1
        kind.found += 1
        wanted, got = (label["on_publication"], label["today"]), (str(hit.on_publication), str(hit.today))
        total.confusion.update(zip(wanted, got, strict=True))
        if got == wanted:
            total.verdicts += 1
            kind.verdicts += 1
        else:
            said = f"“{label['quote']}”: should be {'/'.join(wanted)}, is {'/'.join(got)} ({hit.claim.args()})"
            total.errors.append(Error("wrong", label["kind"], said, text))
    for finding in open_findings:
        said = any(says_the_same(label, finding, text) or says_a_part(label, finding, text) for label in labels)
        if said or any(_may_be(label, finding, text) for label in debatable):
            continue
        total.found += 1
        total.kinds[finding.claim.kind].false += 1
        total.errors.append(Error("false" if labels else "alarm", finding.claim.kind, f"“{finding.quote}” {finding.claim.args()}", text))


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
    parser.add_argument("--show", choices=OPEN, help="list misses, false alarms and wrong verdicts of a half that may be looked at")
    parser.add_argument("--write", action="store_true", help="write docs/explanation/how-well-it-reads.md")
    options = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text())
    failed = False
    scores = {half: score(half) for half in HALVES}
    for half, result in scores.items():
        precision, recall = baseline(half)
        print(
            f"{half}: precision {result.precision:.3f} ({result.precision / precision:.2f} x keyword search), recall {result.recall:.3f} "
            f"({result.recall / recall:.2f} x), verdicts right {result.verdict:.3f}, abstention {result.abstention:.3f}, "
            f"silent on distractors {result.silence:.3f}; {result.right} of {result.labelled} claims found, {result.found - result.right} false alarms"
        )
        for name, floor in floors[half].items():
            if (value := getattr(result, name)) < floor:
                failed = True
                print(f"  below the floor: {name} {value:.3f} < {floor}")
        if options.show == half:
            print("missed by kind:", dict(Counter(error.kind for error in result.of("miss"))))
            for title, sorts in (("missed", ["miss"]), ("false alarms", ["alarm", "false"]), ("wrong verdicts", ["wrong"])):
                lines = result.of(*sorts)
                print(f"\n{title} ({len(lines)})")
                print("\n".join(f"  {line}" for line in lines))
    if options.write:
        report.PAGE.write_text(report.page({half: (scores[half], len(passages(half))) for half in HALVES}, OPEN))
        print(f"wrote {report.PAGE.relative_to(HERE.parent.parent)}")
    return 1 if failed and options.gate else 0


if __name__ == "__main__":
    sys.exit(main())
