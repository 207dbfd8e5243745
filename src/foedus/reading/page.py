"""A page: its text, unchanged, the days it bears, and its blocks."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from foedus.errors import BadDate, BadPage
from foedus.values import Value

MAX_BYTES = 20 * 1024 * 1024
"""A page is prose that people read; what is larger is an archive or a mistake."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)
_NOT_PROSE = re.compile(r"```.*?```|~~~.*?~~~|<!--.*?-->|<(script|style)\b.*?</\1>", re.S | re.I)
_BOX = re.compile(
    r"\W*(the latest|latest|updates?|updated|breaking|live updates?|what's new|what’s new|correction|editor's note|editor’s note)\s*[:—–*-]",
    re.I,
)
_STARTS_ALONE = re.compile(r"\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\||---)")
_DATE_LINE = re.compile(r"^\W*(published|updated|last updated|posted|date|modified)(?:\s+on)?\s*[:—–-]?\s*(.{6,40}?)\s*\W*$", re.I | re.M)
_KEYS = {
    "published": "published",
    "date": "published",
    "posted": "published",
    "updated": "updated",
    "modified": "updated",
    "last updated": "updated",
}


class Block(NamedTuple):
    """A paragraph, heading, list item or box: where it stands, and whether it is a box of later news."""

    start: int
    end: int
    is_update: bool


class Page(Value):
    """What was read: *name* as the user gave it, *text* unchanged, and the days written in it (``None`` if none)."""

    name: str
    text: str
    published: date | None = None
    updated: date | None = None

    def blocks(self) -> Iterator[Block]:
        """The parts of the page that are prose, in order."""
        text = self.text
        front = _FRONT_MATTER.match(text)
        hidden = (
            [(match.start(), match.end()) for match in _NOT_PROSE.finditer(text)] if "`" in text or "<" in text or "~~~" in text else []
        )
        position = front.end() if front else 0
        start = previous_end = -1
        for line in text[position:].splitlines(keepends=True):
            begin, end = position, position + len(line.rstrip())
            position += len(line)
            if end == begin or any(low <= begin < high for low, high in hidden):
                if start >= 0:
                    yield self._block(start, previous_end)
                start = -1
                continue
            if start >= 0 and not _continues(text[start:previous_end], line):
                yield self._block(start, previous_end)
                start = begin
            elif start < 0:
                start = begin
            previous_end = end
        if start >= 0:
            yield self._block(start, previous_end)

    def _block(self, start: int, end: int) -> Block:
        return Block(start, end, bool(_BOX.match(self.text, start, end)))


def _continues(block: str, line: str) -> bool:
    """Whether a line goes on with the paragraph before it: wrapped prose does, headings, lists and short lines do not."""
    last = block.rpartition("\n")[2]
    return len(last) >= 40 and not block.startswith("#") and last.rstrip()[-1:] not in '.!?:”"' and not _STARTS_ALONE.match(line)


def read(name: str) -> Page:
    """Read a page from a file, or from standard input if *name* is ``-``.

    Raises :class:`~foedus.errors.BadPage` for a file that is missing, a folder, empty, too large, binary or not UTF-8; nothing is
    changed on disk.
    """
    if name == "-":
        return from_bytes("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))
    try:
        size = os.stat(name).st_size
        if os.path.isdir(name):
            raise BadPage(f"{name} is a folder: expected one page; check its files one by one")
        if size > MAX_BYTES:
            raise BadPage(_too_large(name, size))
        with open(name, "rb") as file:
            return from_bytes(name, file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        raise BadPage(f"{name} does not exist: expected a text or Markdown file, or - for standard input") from None
    except OSError as error:
        raise BadPage(f"{name} cannot be read: {error.strerror}") from None


def _too_large(name: str, size: int) -> str:
    return f"{name} is too large: {size / 1024 / 1024:,.0f} MB, at most {MAX_BYTES // 1024 // 1024} MB is read as one page; split it, or check the part that matters"


def from_bytes(name: str, content: bytes) -> Page:
    """A page from its bytes; see :func:`read` for the errors."""
    if len(content) > MAX_BYTES:
        raise BadPage(_too_large(name, len(content)))
    if not content.strip():
        raise BadPage(f"{name} is empty: expected a page of text")
    if b"\0" in content[:65536] or content.startswith((b"%PDF", b"PK\x03\x04", b"\x1f\x8b")):
        raise BadPage(f"{name} is binary, not text: save the page as text or Markdown first")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadPage(
            f"{name} is not UTF-8: byte {error.start} is 0x{content[error.start]:02x}; convert it first, for example with: iconv -f windows-1252 -t utf-8"
        ) from None
    return from_text(name, text)


def from_text(name: str, text: str) -> Page:
    """A page from its text, with the dates that its front matter or its first lines bear."""
    found: dict[str, date] = {}
    front = _FRONT_MATTER.match(text)
    head = front[1] if front else "\n".join(text.splitlines()[:12])
    for match in _DATE_LINE.finditer(head):
        day = _date_in(match[2])
        key = _KEYS[match[1].lower()]
        if day and key not in found:
            found[key] = day
    return Page(name, text, found.get("published"), found.get("updated"))


def _date_in(words: str) -> date | None:
    from foedus.language import calendar

    try:
        dates = [dated.moment for dated in calendar.find(words.strip("\"' "), date.max.replace(year=2100)) if dated.moment.exact]
    except BadDate:
        return None
    return dates[0].earliest if dates else None
