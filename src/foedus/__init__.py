"""Foedus: the dated, sourced record of military alliances, and what follows from it.

The whole public API. Each verb of the command line is one call; everything is loaded when first used, so that importing
``foedus`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedus.accession import Progress, progress
    from foedus.check import Finding, Report, check_page
    from foedus.comparison import Comparison, compare
    from foedus.dates import Moment, Span, parse_day, parse_moment
    from foedus.errors import (
        AmbiguousName,
        BadDate,
        BadInput,
        BadPage,
        ContradictsRecord,
        FoedusError,
        Problem,
        RecordError,
        UnknownName,
        UnreadableClaim,
    )  # fmt: skip
    from foedus.holding import Edge, Holding, when
    from foedus.profile import Profile, show
    from foedus.reading.formats import pages, read
    from foedus.reading.page import Page, from_text
    from foedus.record import Record, load, read_checked
    from foedus.scenario import Edit, suppose
    from foedus.timeline import Step, Timeline
    from foedus.verdict import Verdict

_HOMES = {
    "foedus.accession": ("Progress", "progress"),
    "foedus.check": ("Finding", "Report", "check_page"),
    "foedus.comparison": ("Comparison", "compare"),
    "foedus.dates": ("Moment", "Span", "parse_day", "parse_moment"),
    "foedus.errors": (
        "AmbiguousName", "BadDate", "BadInput", "BadPage", "ContradictsRecord", "FoedusError", "Problem", "RecordError", "UnknownName", "UnreadableClaim",
    ),
    "foedus.holding": ("Edge", "Holding", "when"),
    "foedus.profile": ("Profile", "show"),
    "foedus.reading.formats": ("pages", "read"),
    "foedus.reading.page": ("Page", "from_text"),
    "foedus.record": ("Record", "load", "read_checked"),
    "foedus.scenario": ("Edit", "suppose"),
    "foedus.timeline": ("Step", "Timeline"),
    "foedus.verdict": ("Verdict",),
}  # fmt: skip
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AmbiguousName", "BadDate", "BadInput", "BadPage", "Comparison", "ContradictsRecord", "Edge", "Edit", "Finding", "FoedusError", "Holding", "Moment",
    "Page", "Problem", "Profile", "Progress", "Record", "RecordError", "Report", "Span", "Step", "Timeline", "UnknownName", "UnreadableClaim", "Verdict",
    "check_page", "compare", "from_text", "load", "pages", "parse_day", "parse_moment", "progress", "read", "read_checked", "show", "suppose", "when",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'foedus' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
