"""What an archive has to tell: the sentences that went stale, how much it holds, and all of its findings for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from foedus.archive.judged import claim_of, found_of, page_of
from foedus.archive.store import Archive
from foedus.archive.tables import claims, findings, pages, pending, runs
from foedus.archive.trace import traced
from foedus.check import Finding, judge
from foedus.language.names import names_of
from foedus.record import Record

_AT_A_TIME = 2000


class Stale(NamedTuple):
    """A sentence that an editor has to look at, as it is judged by now."""

    page: str
    published: date
    updated: date | None
    finding: Finding
    sentence_start: int
    noticed: date | None
    """The day on which an update of the archive first found it to be stale or wrong; ``None`` where it was so when the page was added."""
    new: bool
    """Whether that was the last update."""
    next_edge: date | None

    def json(self) -> dict[str, Any]:
        """The sentence with the keys of the public JSON of findings, and those of the archive."""
        return {
            "page": self.page,
            "published": self.published.isoformat(),
            "updated": self.updated.isoformat() if self.updated else None,
            **self.finding.json(),
            "noticed": self.noticed.isoformat() if self.noticed else None,
            "new": self.new,
            "next_edge": self.next_edge.isoformat() if self.next_edge else None,
        }


class Status(NamedTuple):
    """How much an archive holds, and by what it is judged."""

    place: str
    judged_on: date | None
    facts: int
    pages: int
    claims: int
    findings: int
    refuted_when_published: int
    stale: int
    pending: int
    next_edge: date | None


def stale(archive: Archive, record: Record, since: date | None = None) -> Iterator[Stale]:
    """The sentences that went stale, or that a corrected record shows to be wrong: all, or those that did so, or were noticed, on *since* or later."""
    with archive.engine.connect() as connection:
        state = archive.state(connection)
        if state is None:
            return
        rows = connection.execute(
            _stale(since).order_by(pages.c.address, findings.c.start, findings.c.n), execution_options={"yield_per": _AT_A_TIME}
        )
        last: tuple[int, str] | None = None
        for row in rows.mappings():
            if last is None or last[0] != row["page_id"]:
                last = row["page_id"], page_of(row["address"], row["content"], row["published"], row["updated"]).text
            found = found_of(claim_of(row["kind"], row["args"]), row)  # type: ignore[arg-type]
            finding = judge(found, last[1], traced(record), state.day)
            new = row["noticed"] == state.run
            yield Stale(
                row["address"], row["published"], row["updated"], finding, row["sentence_start"], row["noticed_on"], new, row["next_edge"]
            )


def naming(archive: Archive, run: int) -> list[str]:
    """The addresses of the pages with sentences that a run found to be stale or wrong."""
    with archive.engine.connect() as connection:
        found = select(pages.c.address).where(pages.c.id.in_(select(findings.c.page_id).where(findings.c.noticed == run)))
        return list(connection.execute(found.order_by(pages.c.address)).scalars())


def _stale(since: date | None) -> Select[Any]:
    noticed = runs.alias("noticed_in")
    wanted: ColumnElement[bool] = or_(findings.c.stale_since.is_not(None), findings.c.noticed.is_not(None))
    if since is not None:
        wanted = or_(findings.c.stale_since >= since, and_(findings.c.noticed.is_not(None), noticed.c.day >= since))
    columns = (
        pages.c.address,
        pages.c.content,
        pages.c.published,
        pages.c.updated,
        claims.c.kind,
        claims.c.args,
        noticed.c.day.label("noticed_on"),
    )
    joined = findings.join(pages).join(claims).outerjoin(noticed, findings.c.noticed == noticed.c.id)
    return select(findings, *columns).select_from(joined).where(wanted)


def status(archive: Archive) -> Status:
    """How much an archive holds."""
    with archive.engine.connect() as connection:

        def count(what: Select[Any]) -> int:
            found: int = connection.execute(what).scalar_one()
            return found

        state = archive.state(connection)
        rows = select(func.count()).select_from(findings)
        return Status(
            archive.name, state.day if state else None, state.facts if state else 0,
            count(select(func.count()).select_from(pages)), count(select(func.count()).select_from(claims)), count(rows),
            count(rows.where(findings.c.on_publication == "refuted")), count(rows.where(findings.c.stale_since.is_not(None))),
            count(select(func.count()).select_from(pending)), connection.execute(select(func.min(findings.c.next_edge))).scalar(),
        )  # fmt: skip


COLUMNS = (
    "page", "published", "updated", "start", "end", "quote", "kind", "claim", "args", "as_of", "on_publication", "today", "stale_since", "overtaken_by",
    "attributed_to", "correction", "checked_through", "next_edge", "noticed",
)  # fmt: skip
"""The columns of an export."""


def rows(archive: Archive, record: Record) -> Iterator[dict[str, Any]]:
    """Every finding, page by page, with :data:`COLUMNS`; days are days."""
    names = names_of(record)
    noticed = runs.alias("noticed_in")
    joined = findings.join(pages).join(claims).outerjoin(noticed, findings.c.noticed == noticed.c.id)
    columns = (pages.c.address, pages.c.published, pages.c.updated, claims.c.kind, claims.c.args, noticed.c.day.label("noticed_on"))
    wanted = select(findings, *columns).select_from(joined).order_by(findings.c.page_id, findings.c.n)
    wordings: dict[int, tuple[str, str]] = {}
    with archive.engine.connect() as connection:
        for row in connection.execute(wanted, execution_options={"yield_per": _AT_A_TIME}).mappings():
            number = row["claim_id"]
            if number not in wordings:
                claim = claim_of(row["kind"], row["args"])
                if len(wordings) > 100_000:
                    wordings.clear()
                wordings[number] = claim.wording(names), json.dumps(claim.args(), ensure_ascii=False)
            wording, args = wordings[number]
            known = {**row, "page": row["address"], "claim": wording, "args": args, "noticed": row["noticed_on"]}
            yield {name: known[name] for name in COLUMNS}
