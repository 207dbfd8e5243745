"""The record as compiled from its text, kept in the user's cache directory.

One file a record: a line of JSON that names its sections, then one pickle a section, read when first asked for, so that a
question about members does not read borders. The file is written atomically; one that is stale, damaged or names a class other
than the record's own is ignored, and the text is read instead. Nothing is ever written beside the record.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from foedus.facts import Fact, Lexicon, Source

_FORMAT = 3
_ALLOWED = {"foedus.facts", "foedus.dates"}


class Stored(NamedTuple):
    """Where a layer's facts, sources and words come from."""

    facts: Callable[[type[Fact]], tuple[Fact, ...]]
    sources: Callable[[], Mapping[str, Source]]
    lexicon: Callable[[], Lexicon]


def _stored(section: Callable[[str], Any]) -> Stored:
    return Stored(
        facts=lambda kind: section(kind.__name__) or (),
        sources=lambda: section("sources"),
        lexicon=lambda: section("lexicon"),
    )


def in_memory(sections: Mapping[str, Any]) -> Stored:
    """Sections that were just read from text."""
    return _stored(sections.get)


def fingerprint(folder: str) -> str:
    """A digest of the names, sizes and times of the record's files, and of the code that compiles them."""
    digest = hashlib.sha256(f"{_FORMAT} {os.path.abspath(folder)}".encode())
    package = os.path.dirname(os.path.abspath(__file__))
    code = [os.path.join(package, name) for name in ("facts.py", "record_text.py", "validation.py")]
    pending, files = [folder], []
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith((".csv", ".toml", ".bib")):
                    files.append(entry.path)
    for path in sorted(files) + code:
        status = os.stat(path)
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def cache_directory() -> str:
    """``$FOEDUS_CACHE``, or the user's cache directory."""
    chosen = os.environ.get("FOEDUS_CACHE")
    if chosen:
        return chosen
    from platformdirs import user_cache_dir

    return user_cache_dir("foedus")


def _path(folder: str) -> str:
    name = hashlib.sha256(os.path.abspath(folder).encode()).hexdigest()[:16]
    return os.path.join(cache_directory(), f"record-{name}.cache")


class _FactsOnly(pickle.Unpickler):
    """Restores facts and dates, and nothing that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _ALLOWED or (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a record")


def open_stored(folder: str, stamp: str) -> Stored | None:
    """The compiled record, or ``None`` when there is none for this very text."""
    path = _path(folder)
    try:
        with open(path, "rb") as file:
            head = json.loads(file.readline())
            if head.get("stamp") != stamp or head["size"] != os.stat(path).st_size:
                return None
            start = file.tell()
    except (OSError, ValueError, KeyError, AttributeError):
        return None

    def section(name: str) -> Any:
        place = head["sections"].get(name)
        if place is None:
            return None
        try:
            with open(path, "rb") as file:
                file.seek(start + place[0])
                return _FactsOnly(io.BytesIO(file.read(place[1]))).load()
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            return recompiled()[name]

    def recompiled() -> Mapping[str, Any]:
        # The file was replaced or damaged between opening and reading: the text is the truth.
        from foedus.record import read_checked

        return read_checked(folder)[0]

    return _stored(section)


def store(folder: str, stamp: str, sections: Mapping[str, Any]) -> None:
    """Write the compiled record; a cache that cannot be written is no error."""
    places, blobs, offset = {}, [], 0
    for name, content in sections.items():
        blob = pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL)
        places[name] = (offset, len(blob))
        blobs.append(blob)
        offset += len(blob)
    head: dict[str, Any] = {"stamp": stamp, "sections": places, "size": 0}
    size = 0
    while True:  # the header holds the file's size, whose digits change the header's own length
        line = json.dumps({**head, "size": size}).encode() + b"\n"
        if len(line) + offset == size:
            break
        size = len(line) + offset
    path = _path(folder)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(line + b"".join(blobs))
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass


