"""Mutated pages by the million: no crash, no hang, no finding whose quote is not in the page.

    python benchmarks/robustness/fuzz.py [CASES] [SEED]

Each case takes a seed page (text, Markdown, HTML, ANS, a feed or a web archive), mutates it as bytes or as text, and reads it through the same door as
``foedus check``. A page may be refused, with the errors that the API names; anything else that is raised is a failure, as is a case that takes longer than a second, or a
finding whose quote does not stand at its place. Failures are written to ``fuzz-failures/`` with their bytes, and the exit status is 1.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from foedus.check import check_page
from foedus.errors import BadInput
from foedus.reading.formats import feed, one, opened, warc
from foedus.reading.page import Page, Passed
from foedus.record import load

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
LIMIT = 1.0
"""Seconds of one processor that one case may take."""

_SPLICES = [
    "NATO", "the alliance", "30 members", "Finland", "Россия", "Turkey", "\u202e", "\u2006.", "\u3000", "\u2028", "\u0000", "\ud7ff", "İ", "ﬁ", "2022-02-30", "last Friday", "99999999999999999999",
    "1e309", "-1", "½", "“", "”", "—", "''", "(((", "))))", ", , ,", ". . .", "and and and", "who which that", "\n\n", "\r\n", "\t", "<aside>", "</p>", "<!--", "-->",
    "<script>", "&nbsp;", "&#x110000;", "<![CDATA[", "{", "}", "[", "]", '"', "\\", "%", "${}", "../..", "http://", "WARC/1.0\r\n", "Content-Length: 99999999\r\n",
    "published: 0001-01-01\n", "published: 9999-12-31\n", "km", "percent", "billion", "Article 5", "Article 99999", "of the of the of the",
]  # fmt: skip


def seeds() -> list[tuple[str, bytes]]:
    """Pages to start from: the kind by which each is read, and its bytes."""
    text = (ROOT / "examples" / "nato-explainer.md").read_text()
    html = (ROOT / "tests" / "pages" / "explainer.html").read_bytes()
    story = {"type": "story", "headlines": {"basic": "NATO"}, "first_publish_date": "2022-05-13T00:00:00Z",
             "content_elements": [{"type": "text", "content": "NATO has <b>30 members</b>."}, {"type": "list", "items": [{"type": "text", "content": "Finland joined."}]}]}  # fmt: skip
    rss = b"<rss><channel><item><title>NATO has 30 members</title><link>https://a.example</link><pubDate>Fri, 13 May 2022 16:00:00 +0000</pubDate></item></channel></rss>"
    passages = [part for part in text.split("\n\n") if len(part) > 60]
    found = [("text", f"Published May 13, 2022\n\n{part}".encode()) for part in passages]
    found += [("html", html), ("json", json.dumps(story).encode()), ("feed", rss), ("warc", _warc(html))]
    return found


def _warc(html: bytes) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://a.example/", "response", payload=io.BytesIO(html), http_headers=headers))
    return out.getvalue()


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The bytes after one to six mutations."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 2, 5, 20, 100)))
        how = chance.randrange(6)
        if how == 0:
            content = (
                content[:at] + chance.choice(_SPLICES).encode("utf-8", "surrogatepass") * chance.choice((1, 1, 1, 3, 50)) + content[at:]
            )
        elif how == 1:
            content = content[:at] + content[end:]
        elif how == 2:
            content = content[:at] + content[at:end] * chance.choice((2, 2, 20)) + content[end:]
        elif how == 3:
            content = content[:at] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 4))) + content[end:]
        elif how == 4 and content:
            other = chance.randrange(len(content))
            content = content[:at] + content[other : other + 80] + content[at:]
        else:
            content = content.replace(b" ", chance.choice((b"  ", b"\n", b"\xc2\xa0", b"")), chance.randint(1, 5))
    return content[:200_000]


def read(kind: str, content: bytes) -> Iterator[Page | Passed]:
    """The pages of the bytes, by the reader of a format."""
    if kind == "warc":
        for record in warc.from_warc("crawl.warc", io.BytesIO(content)):
            yield from opened(record)
    elif kind == "feed":
        yield from feed.from_feed("feed.xml", content)
    else:
        yield from one({"text": "page.md", "html": "page.html", "json": "page.json"}[kind], content)


class TooSlow(Exception):
    """A case took longer than it may."""


def _alarm(*_: object) -> None:
    raise TooSlow


def case(kind: str, content: bytes, check: Callable[[Page], int]) -> int:
    """Read and check one case; the number of findings."""
    findings = 0
    try:
        for page in read(kind, content):
            if isinstance(page, Page):
                findings += check(page)
    except BadInput:
        pass
    return findings


def _keep(name: str, content: bytes) -> None:
    folder = Path("fuzz-failures")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)


def work(job: tuple[int, int]) -> tuple[Counter[str], float]:
    """Some cases in one process: how many, of which kinds, with how many findings; and how long the slowest took."""
    seed, cases = job
    chance, record, pages = random.Random(seed), load(), seeds()
    counts, slowest = Counter[str](), 0.0
    signal.signal(signal.SIGPROF, _alarm)

    def check(page: Page) -> int:
        report = check_page(page, record, published=page.published or date(2022, 5, 13), today=TODAY)
        for finding in report.findings:
            assert page.text[finding.start : finding.end] == finding.quote, (finding.start, finding.end, finding.quote)
            assert finding.quote, finding
        return len(report.findings)

    for kind, content in pages:  # what is compiled at the first use is no case's fault
        case(kind, content, check)
    for number in range(cases):
        kind, content = chance.choice(pages)
        content = mutated(content, chance)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT * 3)
        try:
            counts["findings"] += case(kind, content, check)
        except Exception as error:
            counts["failures"] += 1
            _keep(f"{seed}-{number}.{kind}", content)
            print(f"seed {seed}, case {number} ({kind}): {type(error).__name__}: {error}", file=sys.stderr)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - start
        if took > LIMIT:
            counts["slow"] += 1
            _keep(f"{seed}-{number}-slow.{kind}", content)
            print(f"seed {seed}, case {number} ({kind}): {took:.1f} s for {len(content)} bytes", file=sys.stderr)
        slowest = max(slowest, took)
        counts[kind] += 1
    return counts, slowest


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    load()
    share = 2000
    jobs = [(seed * 1_000_000 + number, min(share, cases - number * share)) for number in range((cases + share - 1) // share)]
    total, slowest, start = Counter[str](), 0.0, time.perf_counter()
    with multiprocessing.Pool(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()) as pool:
        for counts, slow in pool.imap_unordered(work, jobs):
            total += counts
            slowest = max(slowest, slow)
    kinds = ", ".join(f"{total[kind]:,} {kind}" for kind in ("text", "html", "json", "feed", "warc"))
    print(f"{cases:,} mutated inputs ({kinds}) in {time.perf_counter() - start:.0f} s: {total['findings']:,} findings, each at its place; "
          f"{total['failures']} crashes, {total['slow']} slower than {LIMIT:.0f} s (slowest {slowest:.2f} s)")  # fmt: skip
    return 1 if total["failures"] or total["slow"] else 0


if __name__ == "__main__":
    sys.exit(main())
