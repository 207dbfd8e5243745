"""The kinds of claim, one file a kind: its phrasings, its timeline, its wording. To add a kind, add a file and name it here.

Kinds are loaded when one of their phrasings may match, by an index of phrasings that is kept in the user's cache directory: a question about
members does not wait for the grammar of borders.
"""

from __future__ import annotations

import functools
import os
from importlib import import_module
from typing import TYPE_CHECKING

from foedus import cache

if TYPE_CHECKING:
    from foedus.claims.claim import Claim
    from foedus.language.phrasing import Entry

NAMES = (
    "membership", "member_count", "joined", "left", "founded", "enlargement_round", "accession_stage", "obligation", "border", "former",
    "bound_to_defend", "treaty", "office", "statement", "control", "deployment", "aid", "spending", "posture",
)  # fmt: skip
"""Every kind, by its public name, which is also its module's."""


@functools.cache
def kind(name: str) -> type[Claim]:
    """The kind of claim with this name."""
    module = import_module(f"foedus.claims.{name}")
    found: type[Claim] = next(value for value in vars(module).values() if isinstance(value, type) and getattr(value, "kind", "") == name)
    return found


def index() -> list[Entry]:
    """The index of all kinds' phrasings: from the cache, or made anew when their code has changed."""
    from foedus.language.phrasing import Entry, entries

    folder = os.path.dirname(os.path.abspath(__file__))
    # Kinds share words and clauses with their neighbours, so that any of these files may change a phrasing.
    files = sorted(
        entry.path
        for room in (folder, os.path.join(os.path.dirname(folder), "language"))
        for entry in os.scandir(room)
        if entry.name.endswith(".py")
    )
    stamp = cache.stamp(files)
    stored = cache.read("phrasings", stamp)
    if stored is None:
        made = [entry for name in NAMES for entry in entries(name, kind(name).phrasings)]
        cache.write("phrasings", stamp, [tuple(entry) for entry in made])
        return made
    return [Entry(*entry) for entry in stored]
