"""Adding pages to an archive: read and judged on all cores, chunk by chunk, each of which is written in one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from foedus.archive.index import CLAIMS, PAGES, Index, add_missing, digest, parts
from foedus.archive.judged import Read, Row, claim_words, content_of, page_of, read
from foedus.archive.store import Archive, State, peek
from foedus.archive.tables import claims, findings, page_queries, pages
from foedus.archive.trace import Query, traced
from foedus.claims.claim import Claim
from foedus.dates import require_order
from foedus.errors import BadInput, BadPage
from foedus.reading.formats import Columns, is_address, opened
from foedus.reading.page import Page, Passed
from foedus.record import Record
from foedus.scale.batch import Item
from foedus.scale.place import Place
from foedus.scale.processes import spread


class Added(NamedTuple):
    """What became of a page that was to be added: ``added``, ``replaced`` (the address had another text), ``unchanged``, or ``passed`` over."""

    address: str
    what: str
    findings: int = 0
    reason: str = ""


class Days(NamedTuple):
    """The days of what is added: *today*, and those of publication and update for pages that bear none, or another."""

    today: date
    published: date | None = None
    updated: date | None = None


class _New(NamedTuple):
    """A page that is to be added, with the days by which it is judged, and as it was *read* unless it was kept already."""

    address: str
    key: bytes
    digest: bytes
    content: bytes
    published: date
    updated: date | None
    read: Read | None = None


def add(archive: Archive, found: Iterable[Item], record: Record, today: date) -> Iterator[Added]:
    """Add pages in this process, and say of each what became of it once it is kept; see :func:`adding`."""
    with adding(archive, found, record, Days(today), Place(""), 1) as every:
        yield from every


@contextmanager
def adding(
    archive: Archive, found: Iterable[Item], record: Record, days: Days, place: Place, jobs: int, columns: Columns = None
) -> Iterator[Iterator[Added]]:
    """Add pages by *jobs* processes; what is yielded says of each what became of it once it is kept, in order.

    The archive has to be up to date with the record and the day (:func:`~foedus.archive.updating.update`); the *place* is that of the record.
    A process that is killed loses one chunk of pages at most, which are read again when it resumes.
    """
    with archive.transaction() as connection:
        state = archive.state(connection)
    if state is None:
        raise BadInput(f"the archive {archive.name} has not been brought up to any record: update it first")
    archive.engine.dispose()  # no connection is shared with the processes that are about to begin
    work = partial(_prepared, archive.address, days, columns)
    with spread(found, record, place, work, jobs) as chunks:
        yield (added for chunk in chunks for added in _kept(archive, chunk, record, state))


def address_of(name: str) -> str:
    """The address under which a page is kept: an address of the web as it stands, a file by its whole path."""
    path, mark, part = name.partition("#")
    if not is_address(name) and os.path.exists(path):
        name = os.path.abspath(path) + mark + part
    return name.encode("utf-8", "replace").decode().replace("\0", "")


def _prepared(archive: str, days: Days, columns: Columns, items: Iterable[Item], record: Record, many: bool) -> Iterator[_New | Added]:
    """Pages opened and, where they are new to the archive at this address, read and judged; nothing is written."""
    found = [one for item in items for one in _opened(item, days, columns)]
    keys = [one[1].key for one in found if not isinstance(one, Added)]
    with peek(archive) as connection:
        kept = {
            (key, had)
            for some in parts(keys)
            for key, had in connection.execute(select(pages.c.key, pages.c.digest).where(pages.c.key.in_(some))).all()
        }
    for one in found:
        if isinstance(one, Added):
            yield one
            continue
        page, new = one
        known = (new.key, new.digest) in kept
        yield new if known else new._replace(read=read(page, traced(record), new.published, new.updated, days.today))


def _opened(item: Item, days: Days, columns: Columns) -> Iterator[tuple[Page, _New] | Added]:
    try:
        for page in opened(item, columns):
            try:
                if isinstance(page, Passed):
                    raise BadPage(page.reason)
                yield _dated(page, days)
            except BadInput as error:
                yield Added(page.name, "passed", reason=str(error))
    except BadInput as error:
        yield Added(item.name, "passed", reason=str(error))


def _dated(page: Page, days: Days) -> tuple[Page, _New]:
    published, updated = days.published or page.published, days.updated or page.updated
    if published is None:
        raise BadPage(f"{page.name} bears no date of publication that can be read: give it with --published YYYY-MM-DD")
    require_order(published, updated, "published", "updated")
    require_order(published, days.today, "published", "today")
    require_order(updated, days.today, "updated", "today")
    page = page.but(name=address_of(page.name), text=page.text.replace("\0", " "))
    said = f"{page.text}\n{page.parts}\n{published}\n{updated}".encode("utf-8", "surrogatepass")
    return page, _New(page.name, digest(page.name), blake2b(said, digest_size=16).digest(), content_of(page), published, updated)


def _read(new: _New, record: Record, today: date) -> Read:
    page = page_of(new.address, new.content, new.published, new.updated)
    return read(page, traced(record), new.published, new.updated, today)


def _kept(archive: Archive, chunk: Iterable[_New | Added], record: Record, state: State) -> Iterator[Added]:
    """What became of a chunk, once it is written; an address that comes twice is written twice, one after the other."""
    batch: dict[bytes, _New] = {}
    for page in chunk:
        if isinstance(page, Added):
            yield page
            continue
        if page.key in batch:
            yield from _write(archive, batch, record, state)
            batch = {}
        batch[page.key] = page
    if batch:
        yield from _write(archive, batch, record, state)


def _write(archive: Archive, batch: dict[bytes, _New], record: Record, state: State) -> list[Added]:
    """Write the pages of a batch that are new in one transaction, and say what became of each."""
    told = []
    with archive.transaction(state.run) as connection:
        known = {
            key: (id, had, versions)
            for some in parts(batch)
            for id, key, had, versions in connection.execute(
                select(pages.c.id, pages.c.key, pages.c.digest, pages.c.versions).where(pages.c.key.in_(some))
            ).all()
        }
        fresh = {key: new for key, new in batch.items() if key not in known or known[key][1] != new.digest}
        # What was kept when it was looked up has been replaced since, by another text of the same address before it.
        readings = {key: new.read or _read(new, record, state.day) for key, new in fresh.items()}
        if fresh:
            for some in parts(known[key][0] for key in fresh if key in known):
                connection.execute(delete(pages).where(pages.c.id.in_(some)))
            rows = [
                {
                    "key": key, "address": new.address, "digest": new.digest, "published": new.published, "updated": new.updated,
                    "content": new.content, "versions": known[key][2] + 1 if key in known else 1,
                }
                for key, new in fresh.items()
            ]  # fmt: skip
            add_missing(connection, pages, rows)
            ids = {
                key: id
                for some in parts(fresh)
                for key, id in connection.execute(select(pages.c.key, pages.c.id).where(pages.c.key.in_(some))).all()
            }
            write(archive.index, connection, {ids[key]: found for key, found in readings.items()}, traced(record), state.day)
        for key, new in batch.items():
            what = "unchanged" if key not in fresh else "replaced" if key in known else "added"
            told.append(Added(new.address, what, len(readings[key].findings) if key in fresh else 0))
    return told


def write(index: Index, connection: Connection, readings: dict[int, Read], record: Record, day: date) -> None:
    """Write the findings of pages (by number) in place of those that they had, with the index of what was asked."""
    for ids in parts(readings):
        connection.execute(delete(findings).where(findings.c.page_id.in_(ids)))
        connection.execute(delete(page_queries).where(page_queries.c.page_id.in_(ids)))
    numbers = claim_ids(connection, {claim for found in readings.values() for claim, _, _ in found.findings})
    rows: list[Row] = []
    asked: dict[int, set[Query]] = {}
    for page_id, found in readings.items():
        for claim, queries, row in found.findings:
            asked.setdefault(numbers[claim], set()).update(queries)
            rows.append({"noticed": None} | row | {"page_id": page_id, "claim_id": numbers[claim]})
    for part in parts(rows):
        connection.execute(findings.insert(), part)
    index.add(connection, CLAIMS, asked, record, day)
    index.replace(connection, PAGES, {page_id: found.asked for page_id, found in readings.items()}, record, day)


def claim_ids(connection: Connection, wanted: set[Claim]) -> dict[Claim, int]:
    """The numbers of claims, those that are new being added."""
    words = {claim: claim_words(claim) for claim in wanted}
    keys = {digest(f"{claim.kind} {words[claim]}"): claim for claim in wanted}
    rows = [{"key": key, "kind": claim.kind, "args": words[claim]} for key, claim in keys.items()]
    found: dict[Claim, int] = {}
    for _ in range(2):
        missing = [row for row in rows if keys[row["key"]] not in found]  # type: ignore[index]
        for part in parts(missing):
            some = [row["key"] for row in part]
            found |= {
                keys[key]: id for key, id in connection.execute(select(claims.c.key, claims.c.id).where(claims.c.key.in_(some))).all()
            }
        if len(found) == len(rows):
            break
        add_missing(connection, claims, [row for row in rows if keys[row["key"]] not in found])  # type: ignore[index]
    return found
