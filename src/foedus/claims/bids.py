"""What stands around a bid to join an alliance: whose it is, beside whom, on which day, and whether it is one at all."""

from __future__ import annotations

import re

from foedus.claims.clauses import date_of, is_modifier
from foedus.dates import Moment
from foedus.facts import AccessionStep
from foedus.language.calendar import Dated
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS


def cut_short(match: Match) -> bool:
    """Whether the match ends on a name that only says whose something is: "to join NATO's air patrols", "to join NATO exercises"."""
    rest = match.sentence.mask[match.found.end() :]
    return bool(re.match(r"\s?'|-", rest)) or (match.sentence.mask[match.found.end() - 1] == LETTERS["alliance"] and is_modifier(match))


def candidates(match: Match) -> tuple[str, ...]:
    """The states in all of the match's slots for those that join."""
    return tuple(dict.fromkeys(id for slot in match.found.re.groupindex if slot.startswith("states") for id in match.ids(slot)))


_BESIDE = re.compile(
    rf"\b(?:together|jointly|along|alongside|side\s+by\s+side|in\s+tandem|hand\s+in\s+hand|in\s+step|like)\s+(?:with\s+)?(?P<o>[{LETTERS['state']}{LETTERS['capital']}](?:\s+and\s+[{LETTERS['state']}{LETTERS['capital']}])?)[^,.;:]{{0,25}},?\s*$",
    re.I,
)
_BESIDE_AFTER = re.compile(
    rf"\s*,?\s*(?:together|jointly|along|side\s+by\s+side|in\s+tandem|hand\s+in\s+hand)\s+with\s+(?:its\s+neighbou?r\s+)?(?P<o>[{LETTERS['state']}{LETTERS['capital']}](?:\s+and\s+[{LETTERS['state']}{LETTERS['capital']}])?)"
)
_DENIED = re.compile(
    r"\b(?:would|could|might|may|if|whether|should|will|shall|can|cannot|not\s+yet|unless|until|never|why)\b[^,;:.]*$", re.I
)
PAUSED = re.compile(
    r"\b(?:froze|frozen|suspended|paused|halted|shelved|broke\s+off|(?:gave|given)\s+up|stopped|abandoned|ended)\b|\bput\b.*\bon\s+(?:hold|ice)\b"
)


def beside(match: Match) -> tuple[str, ...]:
    """Who did the same: "side by side with Finland, Sweden asked to ...", "applied together with Sweden"."""
    mask = match.sentence.mask
    found = _BESIDE.search(mask[: match.found.start()])
    after = _BESIDE_AFTER.match(mask, match.found.end())
    spans = ([found.span("o")] if found else []) + ([after.span("o")] if after else [])
    return tuple(name.id for span in spans for item in match.sentence.inside(*span) if (name := match.sentence.name_at(item.at)))


def denied(match: Match) -> bool:
    """Whether what stands before, in the same clause, makes it a question, a condition or a denial."""
    if match.phrasing.fixed.get("dated") or match.phrasing.fixed["stage"] in ("aspirant", "suspended"):
        before = match.sentence.mask[: match.found.start()]
        return bool(_DENIED.search(before)) or bool(re.search(r"\b(?:not|never|no|neither|nor)\s+(?:[a-z]+\s+)?$", before, re.I))
    return False


def day_of(match: Match) -> tuple[Moment | None, int, int]:
    """The only date within the match, or the one next to it, or the one with which the sentence opens."""
    start, end = match.found.span()
    inside = [item for item in match.sentence.inside(start, end) if isinstance(item.what, Dated)]
    if len(inside) == 1 and isinstance(inside[0].what, Dated):
        return inside[0].what.moment, start, end
    moment, first, last = date_of(match)
    if moment is None and (later := _LATER.match(match.sentence.folded, end)):
        return match.sentence.moment_at(later.start("date")), start, later.end()
    if moment is None and (opening := _OPENING.match(match.sentence.folded)) and opening.end() <= start:
        return match.sentence.moment_at(opening.start("date")), 0, end
    return moment, first, last


def recorded(match: Match, state: str, alliance: str, stage: str) -> bool:
    """Whether such a step of this state is on record: what is said too loosely to be sure is read only then."""
    return any(step.stage == stage for step in match.sentence.context.record.of(AccessionStep, state=state, alliance=alliance))


_LATER = re.compile(
    rf"(?:\s+(?:to|at|in|during|by|with|after|from|into|of|alone|as)\b(?:(?!\b(?:and|but|when|while|until|before|which|who|since|if|that)\b)[^.;:,{LETTERS['state']}]){{0,60}}?)?,?\s+(?:(?:on|in|of|late|early|last)\s+)*(?P<date>{LETTERS['date']})"
)
_OPENING = re.compile(rf"(?:[^,.;:{LETTERS['state']}]{{0,30}}?)(?:in|on|late|early|back|\s)*\s*(?P<date>{LETTERS['date']})\s*,")
NO_ENTRY = re.compile(
    r"\b(?:application|bid|request)s?\s+(?:to\s+(?!join|enter|become|be\b|accede|the\b|get|membership|\ue002)[a-z]|for\s+(?!(?:[a-z-]+\s+)?(?:membership|accession|entry|admission)|the\b|joining|[a-z-]*\s*\ue002)[a-z])|\b(?:is|are|was|were)\s+to\s+be\b"
)


OTHER_AIM = re.compile(
    rf"{LETTERS['alliance']}\s+(?:exercises?|drills?|manoeuvres|maneuvers|patrols?|missions?|operations?|training|programmes?|programs?|projects?|funds?|summits?|meetings?|partnerships?|global|command|school|college|base|bases|budget)\b"
)


_RECENT = 6 * 365
"""Days within which an accession's steps lie that a page can speak of without naming what is joined."""
DASHED = re.compile(
    r"[^.;:,]{0,40}?\b(?:was|were|(?:has|have|had)\s+been)\s+(?:[a-z]+ly\s+)?(?:dashed|disappointed|frustrated|thwarted|buried|crushed|killed)\b"
)
"""What becomes of hopes that are no more."""
GIVEN_UP = re.compile(r"\b(?:suspended|frozen|froze|renounced|relinquished|gave up|given up|abandoned)\s+(?:its|their)\s+membership\b")
"""To give up a membership is to leave, not to stop applying."""
SIGNED_OFF = re.compile(r"\bsigned off on\b.*\bprotocols?\b")
"""Of a protocol, all allies together sign it; they ratify it one by one."""


def only_accession(match: Match) -> str:
    """The alliance that a state's "accession protocol", or what an ally ratifies, must be meant for: the only one with recorded steps of it."""
    if match.phrasing.fixed["stage"] == "suspended":
        last = match.sentence.context.last("alliance")
        return last.id if last else ""
    if (
        not match.has("strong")
        and not match.phrasing.fixed.get("recent")
        and (
            match.phrasing.fixed["stage"] not in ("protocol_signed", "ratified_by")
            or not re.search(r"\baccession|ratif", match.found.group(), re.I)
        )
        and not match.phrasing.fixed.get("deposit")
    ):
        return ""
    record = match.sentence.context.record
    published = match.sentence.context.published
    found = {
        step.alliance
        for state in candidates(match)
        for step in record.of(AccessionStep, state=state)
        if (
            not (match.phrasing.fixed.get("recent") or match.phrasing.fixed["stage"] == "protocol_signed")
            or step.stage == match.phrasing.fixed["stage"]
        )
        and abs((published - step.since.latest).days) < _RECENT
    }
    return found.pop() if len(found) == 1 else ""


def planned(match: Match) -> bool:
    """Whether an application is spoken of that has not been made yet."""
    before, after = match.sentence.mask[: match.found.start()], match.sentence.mask[match.found.end() :]
    return bool(
        re.search(r"\b(?:possible|potential|expected|planned|future|likely|any)\s+$", before, re.I)
        or re.match(
            r"\s*,?\s*(?:is\s+|was\s+|are\s+|were\s+)?(?:anchored|enshrined|written|expected|to\s+be|planned|likely|possible|imminent|would|could|may|might|will|should)\b",
            after,
            re.I,
        )
    )
