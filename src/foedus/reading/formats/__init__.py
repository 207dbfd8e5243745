"""Sources of pages: whatever people keep them in, one page at a time.

:func:`raw` tells the format by what a file begins with, and by its name where that does not say; a folder is read file by file. It yields pages as
they are kept, which is quick; :func:`opened` parses one, which is most of the work and may be done in another process. :func:`pages` does both.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from foedus.errors import BadPage
from foedus.reading.formats.raw import Raw
from foedus.reading.page import MAX_BYTES, Page, Passed, decoded, from_bytes, too_large

if TYPE_CHECKING:
    from foedus.reading.formats.address import Fetched
    from foedus.reading.formats.feed import Entry

_PAGES = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml")
_MANY = (".json", ".jsonl", ".ndjson", ".csv", ".parquet", ".warc", ".warc.gz", ".wet", ".wet.gz", ".xml", ".rss", ".atom")
SUFFIXES = (*_PAGES, *_MANY)
"""The names of files that a folder is read for."""

Columns = Mapping[str, str] | None
_HEAD = 4096
_MOST_SITE_MAPS = 3


def pages(source: str, columns: Columns = None) -> Iterator[Page | Passed]:
    """The pages of a source: a file, a folder, an address, or ``-`` for standard input; and what of it had to be passed over.

    *columns* names the columns of a table (see :data:`foedus.reading.formats.table.COLUMNS`).
    Raises :class:`~foedus.errors.BadPage` for a source that is missing or unreadable as a whole.
    """
    for item in raw(source, columns):
        try:
            yield from opened(item, columns)
        except BadPage as error:
            if item.name == source:
                raise
            yield Passed(item.name, str(error))


def opened(item: Raw | Page | Passed, columns: Columns = None) -> Iterator[Page | Passed]:
    """The pages of one item of a source, parsed: mostly one, but a file may be a feed.

    Raises :class:`~foedus.errors.BadPage` where there is none that can be read.
    """
    if not isinstance(item, Raw):
        yield item
    elif item.form == "file":
        yield from _document(item.name, columns)
    elif item.form == "json":
        yield from _line(item, columns)
    else:
        yield item.page()


def raw(source: str, columns: Columns = None) -> Iterator[Raw | Page | Passed]:
    """The pages of a source as it keeps them, not yet parsed, in order; see :func:`pages`."""
    if source == "-":
        yield from one("standard input", sys.stdin.buffer.read(MAX_BYTES + 1), columns)
    elif is_address(source):
        yield from _fetched(source, columns, _MOST_SITE_MAPS)
    elif os.path.isdir(source):
        yield from _folder(source, columns)
    else:
        yield from _file(source, columns)


def is_address(source: str) -> bool:
    """Whether a source is an address on the web, rather than a file."""
    return source.startswith(("http://", "https://"))


def _fetch(address: str) -> Fetched:
    from foedus.reading.formats.address import fetch

    return fetch(address)


def _folder(folder: str, columns: Columns) -> Iterator[Raw | Page | Passed]:
    """Every file of a folder whose name says that it holds pages, in the order of their names; hidden files and folders are left out."""
    found = False
    for inside, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found = True
                path = os.path.join(inside, name)
                try:
                    yield from _file(path, columns)
                except BadPage as error:
                    yield Passed(path, str(error))
    if not found:
        raise BadPage(f"{folder} holds no pages: expected files named {', '.join('*' + suffix for suffix in SUFFIXES)}")


def _file(name: str, columns: Columns) -> Iterator[Raw | Page | Passed]:
    with _open(name) as file:
        head = file.read(_HEAD)
        file.seek(0)
        reader = _many(name, head)
        if reader is None:
            yield Raw(name, "file")
        else:
            yield from reader(name, file, columns)


def _document(name: str, columns: Columns) -> Iterator[Page | Passed]:
    """The pages of a file that is one document."""
    with _open(name) as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_BYTES:
            raise BadPage(too_large(name, size))
        yield from one(name, file.read(MAX_BYTES + 1), columns)


@contextmanager
def _open(name: str) -> Iterator[IO[bytes]]:
    try:
        with open(name, "rb") as file:
            yield file
    except FileNotFoundError:
        raise BadPage(f"{name} does not exist: expected a file, a folder, an address, or - for standard input") from None
    except OSError as error:
        raise BadPage(f"{name} cannot be read: {error.strerror}") from None


def _line(item: Raw, columns: Columns) -> Iterator[Page | Passed]:
    """The page of a line of JSON."""
    from foedus.reading.formats.table import from_json

    try:
        yield from from_json(item.name, json.loads(item.content), columns)
    except (ValueError, RecursionError) as error:
        raise BadPage(f"{item.name} is no line of JSON: {error}") from None


def _many(name: str, head: bytes) -> Callable[[str, IO[bytes], Columns], Iterator[Raw | Passed]] | None:
    """The reader of a file that holds many pages and is read as a stream."""
    from foedus.reading.formats import table, warc

    lower = name.lower()
    if warc.is_warc(head, lower):
        return lambda name, file, _: warc.from_warc(name, file)
    if head.startswith(b"PAR1"):
        return table.from_parquet
    if lower.endswith((".jsonl", ".ndjson")):
        return lambda name, file, _: table.from_jsonl(name, file)
    if lower.endswith(".csv"):
        return table.from_csv
    return None


def one(
    name: str, content: bytes, columns: Columns = None, *, kind: str = "", charset: str | None = None, deep: int = 0
) -> Iterator[Page | Passed]:
    """The pages of one document that is held in memory; its format is told by its first bytes, its *name* and the *kind* under which a server gave it."""
    from foedus.reading.formats import feed, table
    from foedus.reading.formats.html import from_html

    start = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if len(content) > MAX_BYTES:
        raise BadPage(too_large(name, len(content)))
    if feed.is_feed(start) or kind.endswith(("/rss+xml", "/atom+xml")):
        listed = feed.site_map(name, content)
        if listed:
            yield from _listed(listed, columns, deep or _MOST_SITE_MAPS)
        else:
            yield from feed.from_feed(name, content)
    elif start[:1] in (b"{", b"[") and (name.lower().endswith(".json") or kind.endswith("json") or kind == ""):
        try:
            item = json.loads(content)
        except (ValueError, RecursionError) as error:
            if name.lower().endswith(".json"):
                raise BadPage(f"{name} is no JSON: {error}") from None
            yield from_bytes(name, content)
            return
        for number, part in enumerate(item if isinstance(item, list) else [item], 1):
            yield from table.from_json(f"{name}#{number}" if isinstance(item, list) else name, part, columns)
    elif _is_html(name, start, kind):
        yield from_html(name, decoded(content, charset))
    else:
        yield from_bytes(name, content)


def _is_html(name: str, start: bytes, kind: str) -> bool:
    lower = start[:1024].lower()
    return (
        kind in ("text/html", "application/xhtml+xml") or name.lower().endswith((".html", ".htm", ".xhtml")) or lower.startswith((b"<!doctype html", b"<html"))
    )  # fmt: skip


def _fetched(address: str, columns: Columns, deep: int) -> Iterator[Page | Passed]:
    fetched = _fetch(address)
    yield from one(fetched.address, fetched.content, columns, kind=fetched.kind, charset=fetched.charset, deep=deep)


def _listed(entries: list[Entry], columns: Columns, deep: int) -> Iterator[Page | Passed]:
    """The pages that a site map lists, fetched one after the other; further site maps are followed, a few deep. What a map lists is an address, never a file."""
    for entry in entries:
        try:
            if not is_address(entry.address) or not deep:
                raise BadPage(f"{entry.address} is not followed: expected the address of a page, at most {_MOST_SITE_MAPS} site maps deep")
            for page in _fetched(entry.address, columns, deep - 1):
                yield page if isinstance(page, Passed) or page.published else page.but(published=entry.changed)
        except BadPage as error:
            yield Passed(entry.address, str(error))


def read(source: str, columns: Columns = None) -> Page:
    """The one page of a source.

    Raises :class:`~foedus.errors.BadPage` for a source that holds several.
    """
    found: list[Page] = []
    for page in pages(source, columns):
        if isinstance(page, Passed):
            raise BadPage(page.reason)
        found.append(page)
        if len(found) > 1:
            raise BadPage(f"{source} holds several pages: expected one")
    if not found:
        raise BadPage(f"{source} holds no page: expected one")
    return found[0]


def markup(source: str) -> str:
    """The HTML source of a page that was read from a file or an address."""
    if is_address(source):
        fetched = _fetch(source)
        return decoded(fetched.content, fetched.charset)
    with open(source, "rb") as file:
        return decoded(file.read(MAX_BYTES))
