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
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import ahocorasick_rs
import spacy
import spacy_lookups_data
from spacy.matcher import PhraseMatcher

from foedus.language.names import names_of
from foedus.reading.scan import Scanner
from foedus.record import load

ROOT = Path(__file__).parents[2]
PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
SAMPLE = 100
RUNS = 7


def archive(names: list[str]) -> list[bytes]:
    """The pages, some 4 KB each, in UTF-8: words as often as English has them, names of alliances only where a page is about one."""
    chance = random.Random(20261125)
    explainer = (ROOT / "examples" / "nato-explainer.md").read_bytes()
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    probabilities: dict[str, float] = json.loads(gzip.decompress((folder / "en_lexeme_prob.json.gz").read_bytes()))
    shunned = {"NATO", *(name for name in names if "lliance" in name)}
    words = [word for word in probabilities if word not in shunned]
    spread = list(itertools.accumulate(math.exp(probabilities[word]) for word in words))
    pages = []
    for number in range(PAGES):
        if number % 100 == 50:
            pages.append(explainer)
        else:
            pages.append(" ".join(chance.choices(words, cum_weights=spread, k=chance.randint(500, 1000))).encode())
    return pages


def median(run: Callable[[], object], runs: int = RUNS) -> float:
    def once() -> float:
        start = time.perf_counter()
        run()
        return time.perf_counter() - start

    once()
    return statistics.median(once() for _ in range(runs))


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    record = load()
    names = list(names_of(record).table)
    pages = archive(names)
    scanner = Scanner(record)
    bare = ahocorasick_rs.BytesAhoCorasick(
        [name.encode() for name in names],
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    tokenize = spacy.blank("en")
    matcher = PhraseMatcher(tokenize.vocab)
    matcher.add("names", list(tokenize.tokenizer.pipe(names)))
    sample = [page.decode() for page in pages[:SAMPLE]]
    size, small = sum(map(len, pages)), sum(map(len, pages[:SAMPLE]))
    own = size / median(lambda: sum(scanner.wanted(page) for page in pages))
    pass_ = size / median(lambda: [bare.find_matches_as_indexes(page) for page in pages])
    peer = small / median(lambda: [matcher(tokenize(page)) for page in sample], 3)
    wanted = sum(scanner.wanted(page) for page in pages)
    print(
        f"{len(pages):,} pages, {size / 1e6:.1f} MB, {wanted} of them wanted ({sum(number % 100 == 50 for number in range(PAGES))} are about an alliance)"
    )
    print(
        f"scan: {own / 1e6:.0f} MB/s; spaCy blank tokenizer and PhraseMatcher: {peer / 1e6:.2f} MB/s; ratio {own / peer:.0f} (target: at least 150)"
    )
    print(f"bare Aho-Corasick pass over {len(names):,} names: {pass_ / 1e6:.0f} MB/s; time ratio {pass_ / own:.2f} (target: at most 2)")


if __name__ == "__main__":
    main()
