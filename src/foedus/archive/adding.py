"""Adding pages to an archive: read and judged in batches, each of them one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from foedus.archive.index import CLAIMS, PAGES, Index, add_missing, digest, parts
from foedus.archive.judged import Read, Row, claim_words, content_of, read
from foedus.archive.store import Archive, State
from foedus.archive.tables import claims, findings, page_queries, pages
from foedus.archive.trace import Query, Traced
from foedus.claims.claim import Claim
from foedus.dates import require_order
from foedus.errors import BadInput, BadPage
from foedus.reading.formats import is_address
from foedus.reading.page import Page, Passed
from foedus.record import Record

_BATCH = 64
"""Pages in one transaction: what is lost, at most, when the process is killed, and read again when it resumes."""
_BATCH_CHARACTERS = 4_000_000


class Added(NamedTuple):
    """What became of a page that was to be added: ``added``, ``replaced`` (the address had another text), ``unchanged``, or ``passed`` over."""

    address: str
    what: str
    findings: int = 0
    reason: str = ""


class _New(NamedTuple):
    """A page that is to be added, with the days by which it is judged."""

    page: Page
    key: bytes
    digest: bytes
    content: bytes
    published: date
    updated: date | None


def add(
    archive: Archive,
    found: Iterable[Page | Passed],
    record: Record,
    today: date,
    *,
    published: date | None = None,
    updated: date | None = None,
) -> Iterator[Added]:
    """Add pages, and say of each what became of it once it is kept.

    The archive has to be up to date with the record and the day (:func:`~foedus.archive.updating.update`). *published* and *updated* are for pages
    that bear no date, or another.
    """
    with archive.transaction() as connection:
        state = archive.state(connection)
    if state is None:
        raise BadInput(f"the archive {archive.name} has not been brought up to any record: update it first")
    batch: dict[bytes, _New] = {}
    size = 0
    for page in found:
        try:
            if isinstance(page, Passed):
                raise BadPage(page.reason)
            new = _dated(page, today, published, updated)
        except BadInput as error:
            yield Added(page.name, "passed", reason=str(error))
            continue
        if new.key in batch or len(batch) >= _BATCH or size > _BATCH_CHARACTERS:
            yield from _add(archive, batch, archive.traced(record), state)
            batch, size = {}, 0
        batch[new.key] = new
        size += len(page.text)
    yield from _add(archive, batch, archive.traced(record), state)


def address_of(name: str) -> str:
    """The address under which a page is kept: an address of the web as it stands, a file by its whole path."""
    path, mark, part = name.partition("#")
    if not is_address(name) and os.path.exists(path):
        name = os.path.abspath(path) + mark + part
    return name.encode("utf-8", "replace").decode().replace("\0", "")


def _dated(page: Page, today: date, published: date | None, updated: date | None) -> _New:
    published, updated = published or page.published, updated or page.updated
    if published is None:
        raise BadPage(f"{page.name} bears no date of publication that can be read: give it with --published YYYY-MM-DD")
    require_order(published, updated, "published", "updated")
    require_order(published, today, "published", "today")
    require_order(updated, today, "updated", "today")
    page = page.but(name=address_of(page.name), text=page.text.replace("\0", " "))
    content = content_of(page)
    said = f"{page.text}\n{page.parts}\n{published}\n{updated}".encode("utf-8", "surrogatepass")
    return _New(page, digest(page.name), blake2b(said, digest_size=16).digest(), content, published, updated)


def _add(archive: Archive, batch: dict[bytes, _New], record: Traced, state: State) -> Iterator[Added]:
    if not batch:
        return
    with archive.engine.connect() as connection:
        known = {
            key: (id, had, versions)
            for id, key, had, versions in connection.execute(
                select(pages.c.id, pages.c.key, pages.c.digest, pages.c.versions).where(pages.c.key.in_(batch))
            ).all()
        }
    fresh = {key: new for key, new in batch.items() if key not in known or known[key][1] != new.digest}
    readings = {key: read(new.page, record, new.published, new.updated, state.day) for key, new in fresh.items()}
    if fresh:
        with archive.transaction(state.run) as connection:
            replaced = [known[key][0] for key in fresh if key in known]
            connection.execute(delete(pages).where(pages.c.id.in_(replaced)))
            rows = [
                {
                    "key": key, "address": new.page.name, "digest": new.digest, "published": new.published, "updated": new.updated,
                    "content": new.content, "versions": known[key][2] + 1 if key in known else 1,
                }
                for key, new in fresh.items()
            ]  # fmt: skip
            # Another process may have added a page of this batch since: it is there, and stays.
            add_missing(connection, pages, rows)
            ids = {
                key: id
                for key, id, had in connection.execute(select(pages.c.key, pages.c.id, pages.c.digest).where(pages.c.key.in_(fresh))).all()
                if had == fresh[key].digest
            }
            write(archive.index, connection, {ids[key]: found for key, found in readings.items() if key in ids}, record, state.day)
    for key, new in batch.items():
        what = "unchanged" if key not in fresh else "replaced" if key in known else "added"
        yield Added(new.page.name, what, len(readings[key].findings) if key in fresh else 0)


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
