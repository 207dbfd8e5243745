"""How long it takes to name the pages that one new fact has made untrue, by how many they are and by how many claims are kept.

An archive of *N* found claims is made: needles, which are real pages, read and judged ("Ireland is not a member of …"), and hay, which is written by SQL: a
tenth as many distinct claims ("Poland joined the Warsaw Pact on 14 May 1955"), each with the queries that such a claim makes, ten findings a page. Then
one fact after the other enters the record in a running process: Ireland joins an alliance. What is timed is from the record with the new fact to the
addresses of the pages whose sentences it made untrue, all of it written and committed: the difference of the records, the look-up in the index, the
judging again of what is concerned, and the naming. Targets: under 100 ms at ten million claims, and a cost that grows with the number affected.

    python benchmarks/speed/archive_update.py --claims 10000 100000 1000000 10000000
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from foedus.alliance import member
from foedus.archive.adding import add
from foedus.archive.index import digest
from foedus.archive.judged import claim_words, content_of
from foedus.archive.listing import naming
from foedus.archive.store import Archive
from foedus.archive.updating import update
from foedus.claims.joined import Joined
from foedus.dates import NEVER, on
from foedus.facts import Membership, Treaty
from foedus.language.names import names_of
from foedus.reading.page import Page
from foedus.record import Layer, Record, load
from foedus.verdict import REFUTED

TODAY = date(2026, 11, 24)
AFFECTED = (1, 10, 100, 1000)
RUNS = 5
PER_PAGE = 10


def alliances(record: Record, count: int) -> list[str]:
    """Alliances in force of which the record knows that Ireland is no member."""
    bonds = dict.fromkeys(treaty.bond for treaty in record.of(Treaty) if treaty.until == NEVER)
    chosen = [bond for bond in sorted(bonds, key=lambda bond: bond.lower() == bond) if member(record, "IRL", bond).at(TODAY) is REFUTED][
        :count
    ]
    assert len(chosen) == count, f"the record has {len(chosen)} alliances for {count} facts"
    return chosen


def with_spell(record: Record, alliance: str) -> Record:
    """The record with one new fact: Ireland has joined an alliance today."""
    pattern = record.of(Membership, state="FIN", alliance="NATO")[0]
    spell = pattern.but(state="IRL", alliance=alliance, since=on(TODAY), until=NEVER, known=TODAY, signed="", ratified="", deposited="")
    return record.overlay(Layer("journal", lambda kind: (spell,) if kind is Membership else ()))


def needles(record: Record, alliance: str, count: int, prefix: str) -> list[Page]:
    """Pages of many days that say of Ireland that it is no member."""
    text = f"Ireland is not a member of {names_of(record).say(alliance)}."
    return [Page(f"https://example.org/{prefix}/{alliance}/{n}", text, date(2024, 1, 1) + timedelta(days=n % 365)) for n in range(count)]


def add_hay(place: str, record: Record, count: int) -> None:
    """Write *count* findings of ``joined`` claims, with their claims and queries, as the archive itself would have."""
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = off")
    connection.execute("PRAGMA synchronous = off")
    connection.execute("PRAGMA cache_size = -500000")
    connection.execute("BEGIN")
    pairs = list(dict.fromkeys((spell.state, spell.alliance) for spell in record.of(Membership) if spell.state != "IRL"))
    queries: dict[str, int] = {}

    def query(kind: str, **fields: str) -> int:
        words = f"{kind} {json.dumps(fields, ensure_ascii=False)}"
        if words not in queries:
            connection.execute("INSERT OR IGNORE INTO queries (key, words) VALUES (?, ?)", (digest(words), words))
            (queries[words],) = connection.execute("SELECT id FROM queries WHERE key = ?", (digest(words),)).fetchone()
        return queries[words]

    (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM claims").fetchone()
    distinct = max(count // PER_PAGE, 1)
    claims, asked = [], []
    for number in range(distinct):
        state, alliance = pairs[number % len(pairs)]
        claim = Joined((state,), alliance, (date(1950, 1, 1) + timedelta(days=number // len(pairs))).isoformat())
        words = claim_words(claim)
        claims.append((first + number, digest(f"joined {words}"), "joined", words))
        for asks in (
            query("Membership", alliance=alliance, state=state), query("Coverage", about=alliance, covers="members"),
            query("Coverage", about="*", covers="members"), query("Succession", successor=state),
        ):  # fmt: skip
            asked.append((asks, first + number))
        if len(claims) == 50_000 or number == distinct - 1:
            connection.executemany("INSERT INTO claims (id, key, kind, args) VALUES (?, ?, ?, ?)", claims)
            connection.executemany("INSERT OR IGNORE INTO claim_queries (query_id, claim_id) VALUES (?, ?)", sorted(asked))
            claims, asked = [], []
    (page,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM pages").fetchone()
    content = content_of(Page("", "Poland joined the Warsaw Pact on 14 May 1955. " * PER_PAGE))
    counter = "WITH RECURSIVE counter(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counter WHERE i + 1 < ?)"
    connection.execute(
        f"{counter} INSERT INTO pages (id, key, address, digest, published, content, versions) "
        "SELECT ? + i, randomblob(16), 'https://example.org/hay/' || i, randomblob(16), date('2000-01-01', (i % 9000) || ' days'), ?, 1 FROM counter",
        (max(count // PER_PAGE, 1), page, content),
    )
    connection.execute(
        f'{counter} INSERT INTO findings (page_id, n, claim_id, start, "end", sentence_start, sentence_end, quote, tense, as_of, known, on_publication, today) '
        "SELECT ? + i / ?, i % ?, ? + i % ?, 0, 44, 0, 45, 'Poland joined the Warsaw Pact on 14 May 1955', 'event', d, d, 'supported', 'supported' "
        "FROM (SELECT i, date('2000-01-01', (i / ? % 9000) || ' days') AS d FROM counter)",
        (count, page, PER_PAGE, PER_PAGE, first, distinct, PER_PAGE),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("ANALYZE")
    connection.close()


def measure(place: str, record: Record, kept: int) -> list[tuple[int, float, float]]:
    """For each number affected: that number, and the median and the longest time in seconds."""
    chosen = iter(alliances(record, len(AFFECTED) * RUNS + 2))
    targets = {affected: [next(chosen) for _ in range(RUNS)] for affected in AFFECTED}
    first, warm_up = next(chosen), next(chosen)
    with Archive(place, made=True) as archive:
        update(archive, record, TODAY)
        for affected, names in targets.items():
            for name in names:
                assert all(added.findings == 1 for added in add(archive, needles(record, name, affected, "needle"), record, TODAY))
        for name in (first, warm_up):
            list(add(archive, needles(record, name, 1, "needle"), record, TODAY))
    started = time.perf_counter()
    add_hay(place, record, kept)
    print(
        f"{kept:,} claims kept: hay written in {time.perf_counter() - started:.0f} s, {Path(place).stat().st_size / 1e6:,.0f} MB",
        flush=True,
    )
    results = []
    with Archive(place) as archive:
        newer = with_spell(record, first)
        started = time.perf_counter()
        done = update(archive, newer, TODAY)
        assert len(naming(archive, done.run)) == 1
        print(
            f"  the first fact in a new process, which restores the kept record: {(time.perf_counter() - started) * 1000:.0f} ms",
            flush=True,
        )
        newer = with_spell(newer, warm_up)
        update(archive, newer, TODAY)
        for affected, names in targets.items():
            times = []
            for name in names:
                newer = with_spell(newer, name)
                started = time.perf_counter()
                done = update(archive, newer, TODAY)
                named = naming(archive, done.run)
                times.append(time.perf_counter() - started)
                assert len(named) == affected, f"{len(named)} pages named, expected {affected}"
            results.append((affected, statistics.median(times), max(times)))
    return results


def measured(sizes: list[int], record: Record) -> dict[int, list[tuple[int, float, float]]]:
    """For each number of claims kept, what :func:`measure` finds."""
    table = {}
    for kept in sizes:
        with tempfile.TemporaryDirectory() as folder:
            table[kept] = measure(os.path.join(folder, "archive.sqlite"), record, kept)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000], help="how many found claims the archives keep")
    options = parser.parse_args()
    record = load()
    table = measured(options.claims, record)
    print("\n| claims kept | " + " | ".join(f"{affected:,} affected" for affected in AFFECTED) + " |")
    print("|---|" + "---|" * len(AFFECTED))
    for kept, results in table.items():
        print(
            f"| {kept:,} | " + " | ".join(f"{median * 1000:.0f} ms (at most {longest * 1000:.0f})" for _, median, longest in results) + " |"
        )


if __name__ == "__main__":
    main()
