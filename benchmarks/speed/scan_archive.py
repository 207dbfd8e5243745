"""How fast a mixed news archive is scanned for the pages that are worth reading.

The archive is made by a seeded generator: words with the frequencies that they have in English (spaCy's table of them, which ships as a package), names of states and
people among them, and one page in a hundred about an alliance. Peers, in the same run on the
same bytes: spaCy's blank English tokenizer with a PhraseMatcher over the same names (on a sample: it is slow), and a bare Aho-Corasick pass over the names.
Targets: at least 150 times the pace of spaCy, at most twice the time of the bare pass.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import random
import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
import spacy
import spacy_lookups_data
from clock import one_core, seconds
from spacy.matcher import PhraseMatcher

from foedus.language.names import names_of
from foedus.reading.scan import Scanner
from foedus.record import load

ROOT = Path(__file__).parents[2]
SAMPLE = 100
RUNS = 7


class Pace(NamedTuple):
    """What one archive took: its pages and bytes, how many of them are wanted, and bytes a second of the scan, the bare pass and spaCy."""

    pages: int
    bytes: int
    wanted: int
    own: float
    bare: float
    peer: float


def archive(names: list[str], count: int) -> list[bytes]:
    """The pages, some 4 KB each, in UTF-8: words as often as English has them, names of alliances only where a page is about one."""
    chance = random.Random(20261125)
    explainer = (ROOT / "examples" / "nato-explainer.md").read_bytes()
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    probabilities: dict[str, float] = json.loads(gzip.decompress((folder / "en_lexeme_prob.json.gz").read_bytes()))
    shunned = {"NATO", *(name for name in names if "lliance" in name)}
    words = [word for word in probabilities if word not in shunned]
    spread = list(itertools.accumulate(math.exp(probabilities[word]) for word in words))
    pages = []
    for number in range(count):
        if number % 100 == 50:
            pages.append(explainer)
        else:
            pages.append(" ".join(chance.choices(words, cum_weights=spread, k=chance.randint(500, 1000))).encode())
    return pages


def median(run: Callable[[], object], runs: int = RUNS) -> float:
    run()
    return statistics.median(seconds(run) for _ in range(runs))


def name_finder(names: Iterable[str]) -> Callable[[str], list[object]]:
    """The peer: spaCy's blank English tokenizer with a PhraseMatcher over the names."""
    tokenize = spacy.blank("en")
    matcher = PhraseMatcher(tokenize.vocab)
    matcher.add("names", list(tokenize.tokenizer.pipe(names)))
    return lambda text: matcher(tokenize(text))


def measured(sizes: list[int]) -> list[Pace]:
    """The pace at each number of pages."""
    one_core()
    record = load()
    names = list(names_of(record).table)
    scanner = Scanner(record)
    bare = ahocorasick_rs.BytesAhoCorasick(
        [name.encode() for name in names],
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    finds = name_finder(names)
    everything = archive(names, max(sizes))
    sample = [page.decode() for page in everything[:SAMPLE]]
    peer = sum(map(len, everything[:SAMPLE])) / median(lambda: [finds(page) for page in sample], 3)
    found = []
    for size in sizes:
        pages = everything[:size]
        content = sum(map(len, pages))
        own = content / median(lambda pages=pages: sum(scanner.wanted(page) for page in pages))  # type: ignore[misc]
        pass_ = content / median(lambda pages=pages: [bare.find_matches_as_indexes(page) for page in pages])  # type: ignore[misc]
        found.append(Pace(size, content, sum(scanner.wanted(page) for page in pages), own, pass_, peer))
    return found


def main() -> None:
    for pace in measured([int(size) for size in sys.argv[1:]] or [5000]):
        print(f"{pace.pages:,} pages, {pace.bytes / 1e6:.1f} MB, {pace.wanted} of them wanted ({pace.pages // 100} are about an alliance)")
        print(
            f"scan: {pace.own / 1e6:.0f} MB/s; spaCy blank tokenizer and PhraseMatcher: {pace.peer / 1e6:.2f} MB/s; "
            f"ratio {pace.own / pace.peer:.0f} (target: at least 150)"
        )
        print(
            f"bare Aho-Corasick pass over all names: {pace.bare / 1e6:.0f} MB/s; time ratio {pace.bare / pace.own:.2f} (target: at most 2)"
        )


if __name__ == "__main__":
    main()
