"""The record as compiled from its text.

One file a record: the length of its head, the head that names its sections, then one pickle a section, read when first asked for,
so that a question about members does not read borders.
"""

from __future__ import annotations

import functools
import os
import pickle
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from foedus import cache
from foedus.fact import Fact, Source
from foedus.lexicon import Lexicon, Name

_COMPILERS = ("fact.py", "facts.py", "lexicon.py", "dates.py", "rows.py", "lists.py", "record_text.py", "validation.py")
_LENGTH = 4
_LONGEST_HEAD = 1 << 20


class Stored(NamedTuple):
    """Where a layer's facts, sources and words come from."""

    facts: Callable[[type[Fact]], tuple[Fact, ...]]
    sources: Callable[[], Mapping[str, Source]]
    lexicon: Callable[[], Lexicon]


def in_memory(sections: Mapping[str, Any]) -> Stored:
    """Sections that were just read from text."""
    return Stored(lambda kind: sections.get(kind.__name__, ()), lambda: sections["sources"], lambda: sections["lexicon"])


def fingerprint(folder: str) -> str:
    """A digest of the names, sizes and times of the record's files, and of the code that compiles them."""
    package = os.path.dirname(os.path.abspath(__file__))
    pending, files = [folder], []
    while pending:
        with os.scandir(pending.pop()) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith((".csv", ".toml", ".bib")):
                    files.append(entry.path)
    return cache.stamp(sorted(files) + [os.path.join(package, name) for name in _COMPILERS])


def place(folder: str) -> str:
    """What tells the cached files of one record from those of another."""
    return f"{zlib.crc32(os.path.abspath(folder).encode()):08x}"


def _path(folder: str) -> str:
    return cache.path(f"record-{place(folder)}")


def open_stored(folder: str, stamp: str, recompile: Callable[[], Mapping[str, Any]]) -> Stored | None:
    """The compiled record, or ``None`` when there is none for this very text; *recompile* reads the text, if a section proves damaged."""
    path = _path(folder)
    try:
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(_LENGTH), "big")
            head = cache.restore(file.read(min(length, _LONGEST_HEAD)))
            start = _LENGTH + length
            if head["stamp"] != stamp or start + head["size"] != os.stat(path).st_size:
                return None
    except (*cache.DAMAGE, KeyError):
        return None

    # Every view of a record (as known on a day, a scenario) asks again: each section is read once for all of them.
    @functools.cache
    def section(name: str) -> Any:
        place = head["sections"].get(name)
        if place is None:
            return None
        try:
            with open(path, "rb") as file:
                file.seek(start + place[0])
                return cache.restore(file.read(place[1]))
        except cache.DAMAGE:
            return _section(name, recompiled()[name])

    # The file was replaced or damaged between opening and reading: the text is the truth.
    recompiled = functools.cache(recompile)

    made: dict[type[Fact], tuple[Fact, ...]] = {}

    def facts(kind: type[Fact]) -> tuple[Fact, ...]:
        if kind not in made:
            with cache.no_collection():
                made[kind] = kind.of_rows(section(kind.__name__) or ())
        return made[kind]

    return Stored(facts, functools.cache(lambda: _sources(section("sources"))), functools.cache(lambda: _lexicon(section("lexicon"))))


def _section(name: str, content: Any) -> Any:
    """A section as it is kept: in plain tuples, which are restored several times faster than named ones."""
    if name == "sources":
        return [tuple(source) for source in content.values()]
    if name == "lexicon":
        return (tuple(map(tuple, content.names)), *content[1:])
    return [fact.row() for fact in content]


def _sources(rows: list[tuple[str, ...]]) -> Mapping[str, Source]:
    return {row[0]: tuple.__new__(Source, row) for row in rows}


def _lexicon(kept: Any) -> Lexicon:
    names, *rest = kept
    return Lexicon(tuple(map(partial(tuple.__new__, Name), names)), *rest)


def store(folder: str, stamp: str, sections: Mapping[str, Any]) -> None:
    """Keep the compiled record."""
    places, blobs, offset = {}, [], 0
    for name, content in sections.items():
        blob = pickle.dumps(_section(name, content), protocol=pickle.HIGHEST_PROTOCOL)
        places[name] = (offset, len(blob))
        blobs.append(blob)
        offset += len(blob)
    head = pickle.dumps({"stamp": stamp, "sections": places, "size": offset}, protocol=pickle.HIGHEST_PROTOCOL)
    cache.write_bytes(_path(folder), len(head).to_bytes(_LENGTH, "big") + head + b"".join(blobs))
