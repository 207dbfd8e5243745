"""Annotations where editors' tools read them: SARIF 2.1.0, as code-scanning services take it, and reviewdog's diagnostic format.

Only what asks an editor to act is annotated: what was wrong when it was published is an error, what has gone stale since a warning.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from foedus.check import Finding, Report
from foedus.verdict import REFUTED
from foedus.writing.words import message, sources

Json = dict[str, Any]
_HOME = "https://pypi.org/project/foedus/"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(reports: Iterable[Report], kinds: Mapping[str, str]) -> Json:
    """A SARIF log of one run. *kinds* gives each kind of claim its description; each is a rule."""
    return sarif_log((result for report in reports for result in results(report)), kinds)


def results(report: Report) -> Iterator[Json]:
    """A report's results in a SARIF log."""
    places = _Places(report)
    for finding in report.findings:
        if not finding.wrong:
            continue
        artifact = {"uri": _uri(report.page)}
        region = places.region(finding)
        result: Json = {
            "ruleId": finding.claim.kind, "level": _level(finding), "message": {"text": message(finding)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region | {"snippet": {"text": finding.quote}}}}],
            "partialFingerprints": {"claim/v1": f"{finding.claim.kind}:{finding.wording}"},
            "properties": {"claim": finding.wording, "sources": [url or source for source, url in sources(finding)]},
        }  # fmt: skip
        if finding.correction and places.exact:
            change = {
                "artifactLocation": artifact,
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": finding.correction}}],
            }
            result["fixes"] = [{"description": {"text": f"what is true today: {finding.correction}"}, "artifactChanges": [change]}]
        yield result


def sarif_log(results: Iterable[Json], kinds: Mapping[str, str]) -> Json:
    """A SARIF log of one run with these results."""
    found = list(results)
    rules = [{"id": kind, "shortDescription": {"text": kinds.get(kind, kind)}} for kind in sorted({result["ruleId"] for result in found})]
    driver = {"name": "foedus", "informationUri": _HOME, "rules": rules}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": found}],
    }


def rdjson(reports: Iterable[Report]) -> Json:
    """A diagnostic result in reviewdog's format."""
    return rdjson_result(diagnostic for report in reports for diagnostic in diagnostics(report))


def diagnostics(report: Report) -> Iterator[Json]:
    """A report's diagnostics in reviewdog's format."""
    places = _Places(report)
    for finding in report.findings:
        if finding.wrong:
            span = places.bytes(finding)
            diagnostic: Json = {
                "message": message(finding), "location": {"path": report.page, "range": span},
                "severity": _level(finding).upper(), "code": {"value": finding.claim.kind},
            }  # fmt: skip
            if finding.correction and places.exact:
                diagnostic["suggestions"] = [{"range": span, "text": finding.correction}]
            yield diagnostic


def rdjson_result(diagnostics: Iterable[Json]) -> Json:
    """A diagnostic result with these diagnostics."""
    return {"source": {"name": "foedus", "url": _HOME}, "diagnostics": list(diagnostics)}


def _level(finding: Finding) -> str:
    return "error" if finding.on_publication is REFUTED else "warning"


def _uri(page: str) -> str:
    return page if "://" in page else quote(page.replace(os.sep, "/"))


class _Places:
    """Where findings stand in a report's file: exactly in text and Markdown, at the line where their block begins in other formats."""

    def __init__(self, report: Report) -> None:
        self.exact = not report.blocks
        self._text, self._blocks = report.text, report.blocks
        self._starts = [0, *(at + 1 for at, character in enumerate(report.text) if character == "\n")]

    def region(self, finding: Finding) -> Json:
        """The region in SARIF's terms, columns in code points."""
        if not self.exact:
            return {"startLine": self._line_of_block(finding)}
        start, end = self._line(finding.start), self._line(finding.end)
        return {
            "startLine": start, "startColumn": finding.start - self._starts[start - 1] + 1,
            "endLine": end, "endColumn": finding.end - self._starts[end - 1] + 1,
            "charOffset": finding.start, "charLength": finding.end - finding.start,
        }  # fmt: skip

    def bytes(self, finding: Finding) -> Json:
        """The range in reviewdog's terms, columns in bytes of UTF-8."""
        if not self.exact:
            return {"start": {"line": self._line_of_block(finding)}}
        return {name: {"line": self._line(at), "column": self._column(at)} for name, at in (("start", finding.start), ("end", finding.end))}

    def _line(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def _column(self, at: int) -> int:
        return len(self._text[self._starts[self._line(at) - 1] : at].encode()) + 1

    def _line_of_block(self, finding: Finding) -> int:
        return next((block.line for block in self._blocks if block.start <= finding.start < block.end), 0) or 1
