"""Findings as CSV: one line a finding, with the columns of the public JSON that fit into one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import TextIO

from foedus.check import Report
from foedus.writing.words import sources

COLUMNS = (
    "page", "published", "start", "end", "quote", "kind", "claim", "args", "as_of", "on_publication", "today", "stale_since", "overtaken_by", "attributed_to",
    "correction", "holds", "sources",
)  # fmt: skip
HEADER = ",".join(COLUMNS) + "\n"


def write_csv(reports: Iterable[Report], out: TextIO) -> None:
    """Write the findings of reports, page by page."""
    out.write(HEADER)
    for report in reports:
        out.write(lines(report))


def lines(report: Report) -> str:
    """The findings of a report, a line each."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for finding in report.findings:
        known = finding.json() | {"page": report.page, "published": report.published.isoformat()}
        known["args"] = json.dumps(known["args"], ensure_ascii=False)
        known["holds"] = "; ".join(f"{since or '..'}/{until or '..'}" for since, until in known["holds"])
        known["sources"] = " ".join(source for source, _ in sources(finding))
        rows.writerow(harmless(" ".join(str(known[name]).split())) if known[name] is not None else "" for name in COLUMNS)
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula: pages are strangers' text."""
    return f"'{cell}" if cell[:1] in "=+-@" and not cell.lstrip("+-").replace(".", "", 1).isdigit() else cell
