"""What stands around a phrasing's match: whether its first name is the subject, its date in front or behind, where its clause ends."""

from __future__ import annotations

import re

from foedus.dates import Moment
from foedus.language.calendar import Dated
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS

_DATE = LETTERS["date"]
_NO_SUBJECT = re.compile(
    r"\b(?:in|of|from|with|against|for|between|by|among|within|across|outside|inside|near|on|to|at|over|about|than|towards?|into|neither|nor|not|never|let|letting|"
    r"have|has|make|makes|made|see|saw|keep|whether|if|should|unlike|except|besides|had)\s+(?:the\s+)?$",
    re.I,
)
_BEFORE = re.compile(rf"(?:^|[,;:—\"]\s*|\b(?:and|but|when|that|before|after|since)\s+)(?P<all>(?:(?:but|and|then|back|early|late|only)\s+)?(?:(?:in|on|by|during|late in|early in)\s+)?(?P<date>{_DATE})\s*,?\s*)$", re.I)
_AFTER = re.compile(rf"(?:\s*,)?(?:\s+(?:together|jointly|formally|officially|at\s+once|in\s+one\s+go|all\s+together|itself|back|only|again|altogether|completely|as\s+well))?"
                    rf"(?:\s+(?:on|in|by|of|at\s+the\s+end\s+of|early\s+in|late\s+in|in\s+early|in\s+late|in\s+mid-))?\s+(?P<date>{_DATE})")
_CLAUSE_END = re.compile(
    rf"\s*(?:$|[.,;:!)\]—\"]|{_DATE}|\s(?:on|in|of|since|by|as|at|during|after|before|following|because|over|and|but|when|while|under|amid|despite|for|until|altogether|completely|"
    r"entirely|itself|together|jointly|in\s+protest|last|early|late|back|only|again|with|to\s+(?:protest|become|return)|formally|officially|though|although|"
    r"one|two|three|the|alongside|even)\b)",
    re.I,
)


def is_subject(match: Match) -> bool:
    """Whether what the match begins with can be the subject: not "in Finland", "neither Finland", "than Finland"."""
    return not _NO_SUBJECT.search(match.sentence.mask[: match.found.start()])


def ends_clause(match: Match) -> bool:
    """Whether the match's last name stands alone, and is not the first word of something longer ("NATO headquarters", "NATO's budget")."""
    rest = match.sentence.mask[match.found.end() :]
    return not re.match(r"\s?'|-", rest) and bool(_CLAUSE_END.match(rest))


def alliance_of(match: Match) -> str:
    """The alliance in any of the match's slots for one; what "the alliance" or nothing at all stands for is the last one named."""
    for slot in ("alliance", "alliance_2", "alliance_3", "alliance_4"):
        if match.id(slot):
            return match.id(slot)
    named = match.antecedent("alliance")
    return named.id if named else ""


def date_of(match: Match) -> tuple[Moment | None, int, int]:
    """The date in the match, right after or right before it, and the bounds of the match with that date."""
    start, end = match.found.span()
    for slot in ("date", "date_2", "date_3"):
        if match.date(slot):
            return match.date(slot), start, end
    mask = match.sentence.mask
    after = _AFTER.match(mask, end)
    if after:
        return _dated(match, after.start("date")), start, after.end()
    before = _BEFORE.search(mask[:start])
    if before:
        return _dated(match, before.start("date")), before.start("all"), end
    return None, start, end


def _dated(match: Match, at: int) -> Moment | None:
    return next((item.what.moment for item in match.sentence.items if item.at == at and isinstance(item.what, Dated)), None)


def bounds(match: Match, start: int, end: int) -> tuple[int, int]:
    """Positions of the mask as positions of the page."""
    sentence = match.sentence
    while start < end and sentence.mask[start] in " ,;:":
        start += 1
    return sentence.offset + sentence.original(start), sentence.offset + sentence.original(end, end=True)
