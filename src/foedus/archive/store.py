"""An archive's database: opened, locked and asked in transactions; its state, and the record as it last saw it."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, delete, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from foedus.archive.index import Index
from foedus.archive.seen import Seen
from foedus.archive.tables import LAYOUT, METADATA, lists, runs, state
from foedus.errors import BadInput
from foedus.layers import directory

_LOCK = 0x666F6564  # "foed": the lock that writers of one archive take on PostgreSQL
_PATIENCE = 30.0
"""Seconds to wait while another process writes."""


class State(NamedTuple):
    """What an archive is judged by: the number of the run, its day, how many facts the record had, and which Foedus read the pages."""

    run: int
    day: date
    facts: int
    reader: str


def usual_place() -> str:
    """Where the archive is if nobody says otherwise: ``$FOEDUS_ARCHIVE``, or a file in the user's data directory."""
    return os.environ.get("FOEDUS_ARCHIVE") or os.path.join(directory(), "archive.sqlite")


class Archive:
    """An archive of pages, in a SQLite file or in a PostgreSQL database.

    *place* is a path or a URL (``postgresql://…``). Raises :class:`~foedus.errors.BadInput` where there is no archive, unless one is to be *made*.
    """

    def __init__(self, place: str | None = None, *, made: bool = False) -> None:
        place = place or usual_place()
        self.engine, self.name = _engine(place, made)
        self.index = Index()
        self.reader = version("foedus")
        self._seen: tuple[int, Seen] | None = None
        try:
            with self.engine.connect() as connection:
                there = inspect(connection).has_table("state")
            if not there and not made:
                raise BadInput(f"there is no archive at {self.name}: expected one, or begin it with foedus archive add SOURCE")
            if not there:
                METADATA.create_all(self.engine)
        except DBAPIError as error:
            raise BadInput(f"the archive {self.name} cannot be opened: {str(error.orig).strip()}") from None
        with self.engine.connect() as connection:
            layout = connection.execute(select(state.c.value).where(state.c.name == "layout")).scalar()
        if layout is None:
            with self.transaction() as connection:
                self._set(connection, layout=LAYOUT)
        elif layout != LAYOUT:
            raise BadInput(f"the archive {self.name} has layout {layout}, and this version of Foedus reads layout {LAYOUT}: make it anew")

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self, run: int | None = None) -> Iterator[Connection]:
        """A transaction of the one writer: all that is done inside becomes true at once, or nothing.

        With *run*, it is refused when another process has meanwhile brought the archive to another one.
        """
        try:
            with self.engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                if run is not None and (now := self.state(connection)) is not None and now.run != run:
                    raise BadInput(f"another process brought the archive {self.name} up to another record or day: run this command again")
                yield connection
        except BaseException:
            self.index.forget()
            self._seen = None
            raise

    def state(self, connection: Connection) -> State | None:
        """What the archive is judged by; ``None`` for one that is new."""
        found: dict[str, str] = {row.name: row.value for row in connection.execute(select(state.c.name, state.c.value))}
        if "run" not in found:
            return None
        day, facts = connection.execute(select(runs.c.day, runs.c.facts).where(runs.c.id == int(found["run"]))).one()
        return State(int(found["run"]), day, facts, found["reader"])

    def begin_run(self, connection: Connection, seen: Seen, last: Seen | None, day: date) -> State:
        """From here on the archive is judged by this record on this day."""
        run: int = connection.execute(runs.insert().values(day=day, facts=seen.count).returning(runs.c.id)).scalar_one()
        changed = seen.lists(last)
        connection.execute(delete(lists).where(lists.c.name.in_(changed)))
        if changed:
            connection.execute(lists.insert(), [{"name": name, "content": content} for name, content in changed.items()])
        self._set(connection, run=run, reader=self.reader)
        self._seen = run, seen
        return State(run, day, seen.count, self.reader)

    def seen(self, connection: Connection, run: int) -> Seen | None:
        """The record by which the archive was last judged."""
        if self._seen is None or self._seen[0] != run:
            kept = Seen.restored({row.name: row.content for row in connection.execute(select(lists))})
            if kept is None:
                return None
            self._seen = run, kept
        return self._seen[1]

    @property
    def address(self) -> str:
        """Where the archive is, in words by which another process can :func:`peek` into it."""
        return self.engine.url.render_as_string(hide_password=False)

    def _set(self, connection: Connection, **values: Any) -> None:
        connection.execute(delete(state).where(state.c.name.in_(values)))
        connection.execute(state.insert(), [{"name": name, "value": str(value)} for name, value in values.items()])


@contextmanager
def peek(address: str) -> Iterator[Connection]:
    """A connection that only looks, beside the one writer, from any process."""
    with _looking(address, os.getpid()).connect() as connection:
        yield connection


@functools.cache
def _looking(address: str, process: int) -> Engine:
    # A connection is never taken along into another process; and none is kept open, so that a file can be moved or removed.
    return create_engine(address, poolclass=NullPool)


def _engine(place: str, made: bool) -> tuple[Engine, str]:
    """The engine of a place, and the place as messages name it."""
    if "://" not in place:
        if not made and not os.path.exists(place):
            raise BadInput(f"there is no archive at {place}: expected one, or begin it with foedus archive add SOURCE")
        try:
            os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        except OSError as error:
            raise BadInput(f"the archive {place} cannot be made: {error.strerror}") from None
        url = URL.create("sqlite", database=place)
    else:
        try:
            url = make_url(place)
        except ArgumentError:
            raise BadInput(f"{place} is no address of a database: expected a path, or postgresql://USER@HOST/DATABASE") from None
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() not in ("sqlite", "postgresql"):
            raise BadInput(
                f"an archive is kept in SQLite or PostgreSQL, not in {url.get_backend_name()}: expected a path, or postgresql://…"
            )
    try:
        engine = create_engine(url, connect_args={"timeout": _PATIENCE} if url.get_backend_name() == "sqlite" else {})
    except (ImportError, NoSuchModuleError):
        raise BadInput("PostgreSQL is reached through psycopg, which is not installed: pip install 'foedus[postgres]'") from None
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _as_writer)
        event.listen(engine, "begin", _begin)
    return engine, place if "://" not in place else url.render_as_string(hide_password=True)


def _as_writer(connection: Any, _: object) -> None:
    """SQLite: readers do not wait for the writer; sqlite3 leaves transactions to us; what is deleted takes what belongs to it along."""
    connection.isolation_level = None
    for setting in ("journal_mode = wal", "synchronous = normal", "foreign_keys = on", "cache_size = -65536"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
