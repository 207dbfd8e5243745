"""A finding in a sentence, for annotations and tooltips."""

from __future__ import annotations

from foedus.check import Finding
from foedus.dates import long_form
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Verdict

WORDS = {SUPPORTED: "supported", REFUTED: "refuted", CONFLICTING: "conflicting", NOT_ENOUGH_INFO: "not enough information"}

_ORDER = (REFUTED, CONFLICTING, NOT_ENOUGH_INFO, SUPPORTED)


def worst(finding: Finding) -> Verdict:
    """The verdict that asks for most attention, of the two that a finding bears."""
    return min((finding.on_publication, finding.today), key=_ORDER.index)


def severity(finding: Finding) -> int:
    """How soon a finding asks for attention: 0 is first."""
    return _ORDER.index(worst(finding))


def message(finding: Finding) -> str:
    """What an editor has to know, in plain words: the claim, the verdicts, since when it is stale, and what would be true."""
    then, now = WORDS[finding.on_publication], WORDS[finding.today]
    parts = [f"“{finding.wording}”: {then} on {long_form(finding.as_of)}, {now} today"]
    if finding.stale_since:
        parts.append(f"stale since {long_form(finding.stale_since)}")
    if finding.overtaken_by:
        parts.append(f"overtaken: {finding.overtaken_by}")
    if finding.attributed_to:
        parts.append(f"said by {finding.attributed_to}")
    if finding.correction:
        parts.append(f"today it would read “{finding.correction}”")
    return "; ".join(parts) + "."


def sources(finding: Finding) -> list[tuple[str, str]]:
    """The distinct sources of the evidence, each with its address."""
    return list(dict.fromkeys((f"{cited.source}[{cited.locator}]", cited.url) for cited in finding.evidence))
