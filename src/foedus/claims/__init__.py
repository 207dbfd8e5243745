"""The kinds of claim, one file a kind: its phrasings, its timeline, its wording. To add a kind, add a file and name it here."""

from __future__ import annotations

import importlib

from foedus.claims.claim import Claim

_MODULES = (
    "membership", "member_count", "joined", "left", "founded", "enlargement_round", "accession_stage", "obligation", "border", "former",
    "treaty", "office", "statement", "control", "deployment", "aid", "posture",
)  # fmt: skip


def _load() -> tuple[type[Claim], ...]:
    kinds: list[type[Claim]] = []
    for name in _MODULES:
        try:
            module = importlib.import_module(f"foedus.claims.{name}")
        except ModuleNotFoundError:
            continue
        kinds += [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Claim) and value.__module__ == module.__name__]
    return tuple(kinds)


KINDS = _load()
