"""How fast pages that are all about alliances are checked, findings and evidence included, as they become more.

The pages are put together from the corpus's made-up passages, each used once a page, some 6 KB a page. Peer, in the same run on the same texts and core: spaCy's blank English
tokenizer with a PhraseMatcher over the record's names, which merely finds the names. Target: at least the peer's pace.

    python benchmarks/speed/read_pages.py [PAGES ...]
"""

from __future__ import annotations

import random
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from clock import one_core, taking_turns
from scan_archive import name_finder

from foedus.check import check_page
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.record import load

CORPUS = Path(__file__).parents[1] / "accuracy" / "corpus"
TODAY = date(2026, 11, 24)
PUBLISHED = date(2024, 5, 13)
SIZE = 6 * 1024
RUNS = 5


class Pace(NamedTuple):
    """What one size of input took: the medians of both, in seconds, and what was found."""

    pages: int
    bytes: int
    own: float
    peer: float
    findings: int


def texts(count: int) -> list[str]:
    """Pages of passages in an order drawn by lot."""
    passages = [
        passage["text"]
        for path in sorted((CORPUS / "dev").glob("*.toml"))
        for passage in tomllib.loads(path.read_text())["passage"]
        if passage["findings"]
    ]
    chance, pages = random.Random(20261125), []
    for _ in range(count):
        chance.shuffle(passages)
        page, size = [], 0
        for passage in passages:
            page.append(passage)
            size += len(passage.encode()) + 2
            if size > SIZE:
                break
        pages.append("\n\n".join(page))
    return pages


def measured(sizes: list[int]) -> list[Pace]:
    """The pace at each number of pages."""
    one_core()
    record = load()
    finds = name_finder(names_of(record).table)

    def check(pages: list[str]) -> int:
        return sum(len(check_page(from_text("page", page), record, published=PUBLISHED, today=TODAY).findings) for page in pages)

    def find(pages: list[str]) -> int:
        return sum(len(finds(page)) for page in pages)

    warm = texts(40)
    check(warm), find(warm)
    found = []
    for size in sizes:
        pages = texts(size)
        own, peer = taking_turns(lambda pages=pages: check(pages), lambda pages=pages: find(pages), RUNS)  # type: ignore[misc]
        found.append(Pace(size, sum(len(page.encode()) for page in pages), own, peer, check(pages)))
    return found


def main() -> None:
    for pace in measured([int(size) for size in sys.argv[1:]] or [1, 10, 100]):
        print(
            f"{pace.pages:,} pages, {pace.bytes / 1e6:.2f} MB, {pace.findings:,} findings: {pace.bytes / pace.own / 1e3:.0f} KB/s; "
            f"spaCy blank tokenizer and PhraseMatcher: {pace.bytes / pace.peer / 1e3:.0f} KB/s; {pace.peer / pace.own:.2f} of its pace (target: at least 1)"
        )


if __name__ == "__main__":
    main()
