"""Bringing an archive up to a record and a day: what changed is looked up in the index, and only what it concerns is judged again.

In one transaction the archive takes the new record and day as its own and notes which claims are to be judged and which pages to be read again.
They are then worked through in batches, each of them one transaction: a process that is killed leaves the rest noted, and the next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, exists, func, literal, select
from sqlalchemy import update as update_rows

from foedus.archive.adding import write
from foedus.archive.index import CLAIMS, parts
from foedus.archive.judged import JUDGED, Read, Row, again, claim_of, claim_words, is_wrong, page_of, read
from foedus.archive.seen import Difference, Seen
from foedus.archive.store import Archive, State
from foedus.archive.tables import claim_queries, claims, findings, page_queries, pages, pending
from foedus.archive.trace import Query, Traced, traced
from foedus.errors import BadDate
from foedus.record import Record
from foedus.verdict import REFUTED

_BATCH = 64
_BATCH_FINDINGS = 5000
_MOST_NAMES = 1000
"""Names that are looked for in every page; where more of them changed, every page is read again."""

Watch = Callable[[int, int], object]
"""Told how much is done, and of how much."""


class Update(NamedTuple):
    """What an update did: the run that it brought the archive to, whether that is a new one, and how much it had to look at."""

    run: int
    new: bool
    facts: int = 0
    claims: int = 0
    pages: int = 0
    findings: int = 0
    """How many findings were judged again or anew."""


def update(archive: Archive, record: Record, today: date, watch: Watch = lambda done, total: None) -> Update:
    """Bring the archive up to *record* and *today*, judging again what is concerned by facts that changed and by days that passed.

    Raises :class:`~foedus.errors.BadDate` for a day before the one on which the archive was last judged.
    """
    noting = traced(record)
    seen = Seen.of(record)
    with archive.transaction() as connection:
        state = archive.state(connection)
        last = archive.seen(connection, state.run) if state else None
        if state is not None and today < state.day:
            raise BadDate(f"the archive {archive.name} was judged on {state.day}: expected that day or a later one, not {today}")
        if state is None:
            return Update(archive.begin_run(connection, seen, None, today).run, True)
        changed = Difference((), frozenset(), True) if last is None or state.reader != archive.reader else last.difference(seen)
        new = bool(changed) or today > state.day
        if new:
            state = archive.begin_run(connection, seen, last, today)
            _note(archive, connection, changed, noting, today)
        else:
            archive._seen = state.run, seen
        counted = select(pending.c.what, func.count().label("number")).group_by(pending.c.what)
        waiting: dict[str, int] = {row.what: row.number for row in connection.execute(counted)}
    done = _work(archive, noting, state, sum(waiting.values()), watch) if waiting else 0
    return Update(state.run, new, len(changed.facts), waiting.get("claim", 0), waiting.get("page", 0), done)


def _note(archive: Archive, connection: Connection, changed: Difference, record: Traced, today: date) -> None:
    """Note which claims are to be judged and which pages to be read again."""
    due = archive.index.fallen_due(connection, today)
    matched = archive.index.matched(connection, changed.facts)
    for some in parts(due | matched):
        asking = select(literal("claim"), claim_queries.c.claim_id).where(claim_queries.c.query_id.in_(some)).distinct()
        _add_pending(connection, asking)
    # Time passing changes no page's reading: pages are read as of their own days.
    for some in parts(matched):
        _add_pending(connection, select(literal("page"), page_queries.c.page_id).where(page_queries.c.query_id.in_(some)).distinct())
    archive.index.renew(connection, due | matched, record, today)
    if changed.everything or len(changed.names) > _MOST_NAMES:
        _add_pending(connection, select(literal("page"), pages.c.id))
    elif changed.names:
        rows = connection.execute(select(pages.c.id, pages.c.content, pages.c.published), execution_options={"yield_per": _BATCH})
        naming = [id for id, content, day in rows if _has(page_of("", content, day, None).text, changed.names)]
        for some in parts(naming):
            _add_pending(connection, select(literal("page"), pages.c.id).where(pages.c.id.in_(some)))


def _add_pending(connection: Connection, rows: Select[tuple[str, int]]) -> None:
    what, number = rows.selected_columns
    there = exists().where(pending.c.what == what, pending.c.id == number)
    connection.execute(pending.insert().from_select(["what", "id"], rows.where(~there)))


def _has(text: str, names: Iterable[str]) -> bool:
    return any(name in text for name in names)


def _work(archive: Archive, record: Traced, state: State, total: int, watch: Watch) -> int:
    done = judged = 0
    while True:
        watch(done, total)
        with archive.transaction(state.run) as connection:
            ids = _next(connection, "page")
            if ids:
                judged += _read_again(archive, connection, ids, record, state)
            else:
                ids = _next(connection, "claim")
                if not ids:
                    return judged
                judged += _judge_again(archive, connection, ids, record, state)
            done += len(ids)


def _next(connection: Connection, what: str) -> list[int]:
    return list(connection.execute(select(pending.c.id).where(pending.c.what == what).order_by(pending.c.id).limit(_BATCH)).scalars())


def _done(connection: Connection, what: str, ids: Sequence[int]) -> None:
    connection.execute(delete(pending).where(pending.c.what == what, pending.c.id.in_(ids)))


def _read_again(archive: Archive, connection: Connection, ids: Sequence[int], record: Traced, state: State) -> int:
    """Read pages anew. What was noticed of a sentence before stays noticed; what is wrong now and was not before is noticed."""
    before: dict[int, dict[tuple[object, ...], list[Row]]] = {}
    for row in connection.execute(
        select(findings, claims.c.kind, claims.c.args)
        .join(claims)
        .where(findings.c.page_id.in_(ids))
        .order_by(findings.c.page_id, findings.c.n)
    ).mappings():
        before.setdefault(row["page_id"], {}).setdefault((row["kind"], row["args"], row["quote"]), []).append(dict(row))
    readings: dict[int, Read] = {}
    for row in connection.execute(select(pages).where(pages.c.id.in_(ids))).mappings():
        page = page_of(row["address"], row["content"], row["published"], row["updated"])
        found = read(page, record, row["published"], row["updated"], state.day)
        for claim, _, new in found.findings:
            had = before.get(row["id"], {}).get((claim.kind, claim_words(claim), new["quote"]))
            new["noticed"] = _noticed(had.pop(0) if had else None, new, state.run)
        readings[row["id"]] = found
    write(archive.index, connection, readings, record, state.day)
    _done(connection, "page", ids)
    return sum(len(found.findings) for found in readings.values())


def _noticed(before: Mapping[str, object] | None, now: Mapping[str, object], run: int) -> object:
    """The run in which a sentence was noticed to be wrong."""
    if not is_wrong(now):
        return None
    if before is None or not is_wrong(before):
        return run
    return before["noticed"]


def _judge_again(archive: Archive, connection: Connection, ids: list[int], record: Traced, state: State) -> int:
    """Judge every finding of claims again, and note what judging them asks by now."""
    claim = {
        id: claim_of(kind, args)
        for id, kind, args in connection.execute(select(claims.c.id, claims.c.kind, claims.c.args).where(claims.c.id.in_(ids)))
    }
    columns = (
        "page_id", "n", "claim_id", "start", "end", "sentence_start", "sentence_end", "quote", "tense", "period", "attributed_to", "as_of", "known", "noticed",
        *JUDGED,
    )  # fmt: skip
    rows = connection.execute(
        select(*(findings.c[name] for name in columns)).where(findings.c.claim_id.in_(ids)),
        execution_options={"yield_per": _BATCH_FINDINGS},
    )
    asked: dict[int, set[int]] = {id: set() for id in ids}
    made: dict[tuple[object, ...], Row] = {}

    def judged(found: Row, text: str | None = None) -> Row:
        same = (
            *(found[name] for name in ("claim_id", "quote", "tense", "period", "as_of", "known")),
            text,
            found["start"] if text else None,
        )
        if same not in made:
            made[same], queries = again(claim[found["claim_id"]], found, record, state.day, text)
            asked[found["claim_id"]] |= queries
        return made[same]

    changes: list[Row] = []
    count = 0
    for some_rows in rows.mappings().partitions():
        results = [(found, judged(found)) for found in map(dict, some_rows)]
        texts = _texts(connection, {found["page_id"] for found, now in results if now["today"] == REFUTED})
        for found, now in results:
            if now["today"] == REFUTED:
                now = judged(found, texts[found["page_id"]])
            if any(found[name] != now[name] for name in JUDGED):
                changes.append(now | {"noticed": _noticed(found, now, state.run), "_page": found["page_id"], "_n": found["n"]})
        count += len(results)
    statement = update_rows(findings).where(findings.c.page_id == bindparam("_page"), findings.c.n == bindparam("_n"))
    for some in parts(changes):
        connection.execute(statement, some)
    wanted: dict[int, set[Query]] = {id: record.trace.queries(numbers) for id, numbers in asked.items()}
    archive.index.replace(connection, CLAIMS, wanted, record, state.day)
    _done(connection, "claim", ids)
    return count


def _texts(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The texts of pages by their numbers."""
    found: dict[int, str] = {}
    for some in parts(ids):
        for id, content, published in connection.execute(
            select(pages.c.id, pages.c.content, pages.c.published).where(pages.c.id.in_(some))
        ):
            found[id] = page_of("", content, published, None).text
    return found
