"""The tables of an archive, the same on SQLite and on PostgreSQL.

A *query* is what a claim asked of the record while it was judged: a list, and the fields that had to be equal. ``claim_queries`` and ``page_queries``
are the index from facts to claims and to pages: a fact, whether new, corrected or gone, concerns exactly those one of whose queries it matches.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.types import TypeEngine

METADATA = MetaData()

LAYOUT = "1"
"""The version of these tables, as the archive's state has it."""


def _id() -> TypeEngine[int]:
    return BigInteger().with_variant(Integer, "sqlite")


runs = Table(
    "runs", METADATA,
    Column("id", _id(), primary_key=True),
    Column("day", Date, nullable=False, doc="the day on which pages are judged"),
    Column("facts", Integer, nullable=False, doc="how many facts the record has"),
)  # fmt: skip
"""The states of the world by which the archive was judged, one after the other: a record and a day."""

state = Table("state", METADATA, Column("name", String(32), primary_key=True), Column("value", Text, nullable=False))

lists = Table("lists", METADATA, Column("name", String(32), primary_key=True), Column("content", LargeBinary, nullable=False))
"""The facts and words of the record by which the archive was last judged, list by list, compressed."""

pages = Table(
    "pages", METADATA,
    Column("id", _id(), primary_key=True),
    Column("key", LargeBinary(16), nullable=False, unique=True, doc="digest of the address"),
    Column("address", Text, nullable=False),
    Column("digest", LargeBinary(16), nullable=False, doc="digest of the text, its blocks and its dates"),
    Column("published", Date, nullable=False),
    Column("updated", Date),
    Column("content", LargeBinary, nullable=False, doc="the text and its blocks, compressed"),
    Column("versions", Integer, nullable=False, doc="how many texts this address has had"),
)  # fmt: skip

claims = Table(
    "claims", METADATA,
    Column("id", _id(), primary_key=True),
    Column("key", LargeBinary(16), nullable=False, unique=True, doc="digest of kind and arguments"),
    Column("kind", String(32), nullable=False),
    Column("args", Text, nullable=False),
)  # fmt: skip
"""Every distinct claim, once."""

findings = Table(
    "findings", METADATA,
    Column("page_id", _id(), ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, doc="the finding's number on its page"),
    Column("claim_id", _id(), ForeignKey("claims.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("tense", String(16), nullable=False),
    Column("period", Text, doc="the day or period in which the sentence places what it says: earliest, latest, as written"),
    Column("attributed_to", Text),
    Column("as_of", Date, nullable=False),
    Column("known", Date, nullable=False, doc="the day whose knowledge the page had"),
    Column("on_publication", String(16), nullable=False),
    Column("today", String(16), nullable=False),
    Column("stale_since", Date),
    Column("overtaken_by", Text),
    Column("correction", Text),
    Column("checked_through", Date),
    Column("next_edge", Date, doc="the next day on which the verdict changes, by the record"),
    Column("noticed", _id(), ForeignKey("runs.id"), doc="the run in which the sentence went stale or was found to be wrong"),
    sqlite_with_rowid=False,
)  # fmt: skip
Index("findings_stale", findings.c.stale_since, sqlite_where=findings.c.stale_since.is_not(None), postgresql_where=findings.c.stale_since.is_not(None))  # fmt: skip
Index("findings_noticed", findings.c.noticed, sqlite_where=findings.c.noticed.is_not(None), postgresql_where=findings.c.noticed.is_not(None))  # fmt: skip

signatures = Table(
    "signatures", METADATA,
    Column("id", _id(), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("fields", Text, nullable=False),
)  # fmt: skip
"""The shapes of queries: the kind of fact and the names of the fields that are compared."""

queries = Table(
    "queries", METADATA,
    Column("id", _id(), primary_key=True),
    Column("key", LargeBinary(16), nullable=False, unique=True, doc="digest of the words"),
    Column("words", Text, nullable=False, doc="kind, fields and values"),
    Column("due", Date, index=True, doc="the next day on which a fact that it matches begins, ends or becomes known"),
)  # fmt: skip

claim_queries = Table(
    "claim_queries", METADATA,
    Column("query_id", _id(), ForeignKey("queries.id"), primary_key=True),
    Column("claim_id", _id(), ForeignKey("claims.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip

page_queries = Table(
    "page_queries", METADATA,
    Column("query_id", _id(), ForeignKey("queries.id"), primary_key=True),
    Column("page_id", _id(), ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip
"""What reading a page asked of the record: who held an office, whether a treaty founds an alliance."""

pending = Table(
    "pending", METADATA,
    Column("what", String(8), primary_key=True),
    Column("id", _id(), primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
"""What is still to be judged (``claim``) or read again (``page``) to bring the archive up to its state."""
