"""The arguments of claims by their public names, which are those of the JSON, and the fields that hold them."""

from __future__ import annotations

from foedus.claims.claim import Claim

_PUBLIC_NAME = {("aid", "of"): "kind", ("border", "with_"): "with"}
"""Fields whose public name is not a word that Python allows, or that every claim has already."""
_INTERNAL = {("aid", "act"), ("border", "grain"), ("border", "mood"), ("deployment", "how"), ("former", "region")}
"""Fields that only the wording needs; no argument of the JSON."""


def arguments(kind: type[Claim]) -> dict[str, str]:
    """The public arguments of a kind of claim, each with the field that holds it."""
    return {_PUBLIC_NAME.get((kind.kind, name), name): name for name in kind._fields if (kind.kind, name) not in _INTERNAL}
