"""How long a 6 KB explainer takes to check, warm, on one core, against reading it.

Peer: spaCy's blank English tokenizer on the same text, in the same run. "Warm" means that the record is loaded and the page's kinds of claim have been met
before; every run reads the page anew. Target: at most 3 times the peer.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import spacy
from clock import one_core, taking_turns

from foedus.check import check_page
from foedus.reading.page import from_text
from foedus.record import load

ROOT = Path(__file__).parents[2]
SIZE = 6 * 1024
RUNS = 41


def explainer() -> str:
    """The example's own prose, repeated paragraph by paragraph up to 6 KB."""
    text = (ROOT / "examples" / "nato-explainer.md").read_text()
    while len(text.encode()) < SIZE:
        text += "\n\n" + text.split("---", 2)[-1]
    return text.encode()[:SIZE].decode(errors="ignore")


def main() -> None:
    one_core()
    text, record, tokenize = explainer(), load(), spacy.blank("en")
    published, today = date(2022, 5, 13), date(2026, 11, 24)

    def check() -> int:
        return len(check_page(from_text("explainer", text), record, published=published, updated=date(2023, 1, 13), today=today).findings)

    taking_turns(check, lambda: tokenize(text), 5)  # warm
    own, peer = taking_turns(check, lambda: tokenize(text), RUNS)
    print(
        f"check of {len(text.encode())} bytes, {check()} findings, warm: {own * 1000:.2f} ms; spaCy blank tokenizer: {peer * 1000:.2f} ms; ratio {own / peer:.2f} (target: at most 3)"
    )


if __name__ == "__main__":
    main()
