"""The index from facts to claims and pages: which queries each made, and which queries a fact matches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from foedus.archive.tables import claim_queries, page_queries, queries, signatures
from foedus.archive.trace import Query
from foedus.dates import BEGINNING, END
from foedus.fact import Fact
from foedus.facts import KINDS, Coverage, Measure
from foedus.record import Record

T = TypeVar("T")

_MOST = 500
"""Values in one statement: well below what either database takes."""
_YEARS_OF_USE = 5
"""A yearly figure grows too old to speak of the present within these years."""

_KINDS = {kind.__name__: kind for kind in KINDS}


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text in indexes."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Values in lists that fit into one statement."""
    part: list[T] = []
    for value in values:
        part.append(value)
        if len(part) == _MOST:
            yield part
            part = []
    if part:
        yield part


def add_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, but for those that are there."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    for part in parts(rows):
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), part)


def words_of(query: Query) -> str:
    """A query in words: ``Membership {"alliance": "NATO", "state": "FIN"}``."""
    return f"{query.kind.__name__} {json.dumps(dict(zip(query.fields, query.values, strict=True)), ensure_ascii=False, default=str)}"


def _query(words: str) -> Query:
    name, _, equal = words.partition(" ")
    fields = json.loads(equal)
    return Query(_KINDS[name], tuple(fields), tuple(fields.values()))


class Index:
    """Writes and asks the index. What it has written in this process it does not write again."""

    def __init__(self) -> None:
        self._ids: dict[Query, int] = {}
        self._written: dict[tuple[str, int], frozenset[int]] = {}

    def forget(self) -> None:
        """Forget what was written: the transaction did not come to its end."""
        self._ids.clear()
        self._written.clear()

    def ids(self, connection: Connection, asked: Iterable[Query], record: Record, today: date) -> dict[Query, int]:
        """The numbers of queries, those that are new being added with the day on which they are due."""
        asked = set(asked)
        missing = {digest(words_of(query)): query for query in asked if query not in self._ids}
        self._find(connection, missing)
        new = {key: query for key, query in missing.items() if query not in self._ids}
        if new:
            rows = [{"key": key, "words": words_of(query), "due": due(query, record, today)} for key, query in new.items()]
            add_missing(connection, queries, rows)
            self._find(connection, new)
            shapes = {(query.kind.__name__, ",".join(query.fields)) for query in new.values()}
            known = {(kind, fields) for kind, fields in connection.execute(select(signatures.c.kind, signatures.c.fields)).all()}
            for kind, fields in sorted(shapes - known):
                connection.execute(signatures.insert().values(kind=kind, fields=fields))
        return {query: self._ids[query] for query in asked}

    def _find(self, connection: Connection, wanted: Mapping[bytes, Query]) -> None:
        for keys in parts(wanted):
            for id, key in connection.execute(select(queries.c.id, queries.c.key).where(queries.c.key.in_(keys))).all():
                self._ids[wanted[key]] = id

    def add(self, connection: Connection, table: Table, asked: Mapping[int, set[Query]], record: Record, today: date) -> None:
        """Note that claims or pages (by number) made queries, beside those that they are known to have made."""
        (column,) = (column.name for column in table.c if column.name != "query_id")
        ids = self.ids(connection, {query for found in asked.values() for query in found}, record, today)
        rows = []
        for owner, found in asked.items():
            numbers = frozenset(ids[query] for query in found)
            known = self._written.get((table.name, owner), frozenset())
            rows += [{"query_id": number, column: owner} for number in sorted(numbers - known)]
            self._written[table.name, owner] = known | numbers
        add_missing(connection, table, rows)

    def replace(self, connection: Connection, table: Table, asked: Mapping[int, set[Query]], record: Record, today: date) -> None:
        """Note that claims or pages made these queries and no others."""
        (column,) = (column.name for column in table.c if column.name != "query_id")
        ids = self.ids(connection, {query for found in asked.values() for query in found}, record, today)
        wanted = {(ids[query], owner) for owner, found in asked.items() for query in found}
        known: set[tuple[int, int]] = set()
        for owners in parts(asked):
            known |= {
                (query, owner)
                for query, owner in connection.execute(select(table.c.query_id, table.c[column]).where(table.c[column].in_(owners)))
            }
        for query, owner in known - wanted:
            connection.execute(delete(table).where(table.c.query_id == query, table.c[column] == owner))
        add_missing(connection, table, [{"query_id": query, column: owner} for query, owner in sorted(wanted - known)])
        for owner, found in asked.items():
            self._written[table.name, owner] = frozenset(ids[query] for query in found)

    def matched(self, connection: Connection, facts: Iterable[Fact]) -> set[int]:
        """The queries that one of *facts* matches."""
        by_kind: dict[str, list[tuple[str, ...]]] = {}
        for kind, fields in connection.execute(select(signatures.c.kind, signatures.c.fields)).all():
            by_kind.setdefault(kind, []).append(tuple(fields.split(",")) if fields else ())
        keys = set()
        for fact in facts:
            for names in by_kind.get(type(fact).__name__, ()):
                query = Query(type(fact), names, tuple(getattr(fact, name) for name in names))
                keys.add(digest(words_of(query)))
        return {
            id for part in parts(keys) for id in connection.execute(select(queries.c.id).where(queries.c.key.in_(part))).scalars()
        }  # fmt: skip

    def fallen_due(self, connection: Connection, today: date) -> set[int]:
        """The queries for which a day has come on which one of their facts begins, ends or becomes known."""
        return set(connection.execute(select(queries.c.id).where(queries.c.due <= today)).scalars())

    def renew(self, connection: Connection, ids: Iterable[int], record: Record, today: date) -> None:
        """Set anew when queries are due."""
        for part in parts(ids):
            found = connection.execute(select(queries.c.id, queries.c.words).where(queries.c.id.in_(part))).all()
            for id, words in found:
                connection.execute(update(queries).where(queries.c.id == id).values(due=due(_query(words), record, today)))


CLAIMS, PAGES = claim_queries, page_queries


def due(query: Query, record: Record, today: date) -> date | None:
    """The next day after *today* on which the answer to a query, or what follows from it, may be another, though no fact changes."""
    days = [day for fact in record.of(query.kind, **dict(zip(query.fields, query.values, strict=True))) for day in _days(fact, today)]
    return min(days, default=None)


def _days(fact: Fact, today: date) -> Iterator[date]:
    """The days after *today* on which a fact begins, ends or becomes known, or one day after: the last day of a list's coverage is still covered."""
    marks = [*fact.since[:2], *fact.until[:2], fact.known, fact.until_known]
    if isinstance(fact, Coverage):
        marks.append(fact.through)
    for day in marks:
        if BEGINNING < day < END:
            for turn in (day, day + timedelta(days=1)):
                if turn > today:
                    yield turn
    if isinstance(fact, Measure) and fact.year + _YEARS_OF_USE >= today.year:
        yield date(today.year + 1, 1, 1)
