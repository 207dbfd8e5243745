"""What is compiled from text and code, kept in the user's cache directory: never beside the record, never needed for a right answer.

Files are written atomically. One that is stale, damaged or names anything but the record's own types is ignored and made again.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

_ALLOWED = {"foedus.fact", "foedus.facts", "foedus.lexicon", "foedus.dates"}
_FORMAT = 13
DAMAGE = (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError, MemoryError)
"""What reading a missing, damaged or foreign file may raise."""


def directory() -> str:
    """``$FOEDUS_CACHE``, or the user's cache directory."""
    chosen = os.environ.get("FOEDUS_CACHE")
    if chosen:
        return chosen
    return user_directory("cache")


_XDG = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "data": ("XDG_DATA_HOME", "~/.local/share")}


def user_directory(what: Literal["cache", "data"]) -> str:
    """The user's directory for Foedus's cache or data."""
    if sys.platform == "linux":  # platformdirs says the same here, but takes a tenth of the whole start-up to import
        variable, usual = _XDG[what]
        return os.path.join(os.environ.get(variable) or os.path.expanduser(usual), "foedus")
    import platformdirs

    return platformdirs.user_cache_dir("foedus") if what == "cache" else platformdirs.user_data_dir("foedus")


def stamp(files: Iterable[str]) -> str:
    """What tells one state of files from another: their names, sizes and times, and the Python that compiled them."""
    lines = [f"{_FORMAT} {sys.version}"]
    for path in files:
        status = os.stat(path)
        lines.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(lines)


def path(name: str) -> str:
    """Where something of this name is kept."""
    return os.path.join(directory(), f"{name}.cache")


class _FactsOnly(pickle.Unpickler):
    """Restores facts and dates, and nothing that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _ALLOWED or (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a record")


def restore(content: bytes) -> Any:
    """What was pickled; raises ``pickle.UnpicklingError`` for anything but facts, dates and plain values."""
    with no_collection():
        return _FactsOnly(io.BytesIO(content)).load()


@contextmanager
def no_collection() -> Iterator[None]:
    """Thousands of small objects are made and no garbage among them: collecting meanwhile doubles the time.

    What was made goes straight to the oldest generation, so that the next young collections do not walk through it either.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():  # whoever froze objects means them to stay so
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def read(name: str, wanted: str) -> Any | None:
    """What is kept under a name, if its stamp is the one wanted."""
    try:
        with open(path(name), "rb") as file:
            found, value = restore(file.read())
    except DAMAGE:
        return None
    return value if found == wanted else None


def write(name: str, mark: str, value: Any) -> None:
    """Keep a value under a name."""
    write_bytes(path(name), pickle.dumps((mark, value), protocol=pickle.HIGHEST_PROTOCOL))


def write_bytes(target: str, content: bytes) -> None:
    """Write a cached file; a cache that cannot be written is no error."""
    try:
        write_whole(target, content)
    except OSError:
        pass


def write_whole(target: str, content: bytes) -> None:
    """Write a file whole or not at all."""
    temporary = f"{target}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(content)
        os.replace(temporary, target)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass
        raise
