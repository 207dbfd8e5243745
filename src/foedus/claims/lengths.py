"""How long a border a sentence says two neighbours share: the length, the word "border" or "frontier" beside it, and the two names.

Lengths stand before the border ("an 830-mile frontier"), behind it ("runs for 1,340 km") or apart ("with Belarus, Ukraine has 1,084 km of
border"), and the neighbours around it in any order; so a phrasing only finds the word, and here the sentence is looked at as a whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Item, is_group, simplified

_L = LETTERS
_NAME = f"[{_L['state']}{_L['demonym']}{_L['alliance']}{_L['government']}{_L['capital']}]"
_BORDER = r"\b(?:borders?|frontiers?|boundar(?:y|ies)|borderline|land-border|bordered|bordering|neighbou?rs?|meet)\b"
_BREAK = re.compile(r"[;—]|\b(?:while|whereas|but)\b|,\s+(?:since|because|as|for)\s+(?:the|both|its|their|it|they)\b")
_AHEAD = re.compile(
    rf"(?:\s*\((?:or\s+)?{_L['number']}\))?[\s,-]*(?:long|in\s+length)?,?\s*(?:of\s+)?(?:[a-z'-]+\s+|{_NAME}\s*-?\s*){{0,6}}?{_BORDER}"
)
"""From a length to its border: "1,340 km of shared land border"."""
_BEHIND = re.compile(
    rf"{_BORDER}(?:\s*,)?(?:\s*(?:(?:with|to|from|between|and|which|that|is|was|are|were|ran|stretched|measured|of|at|runs?|running|exclave|enclave|giant|huge|kaliningrad|for|stretch(?:es|ing)?|over|along|across|extend(?:s|ing)?|measur(?:es|ing)|some|now|spans?|totals?|com(?:es|ing)|in|length|total|"
    rf"long|the|a|an|its|land|one|shared|shares?|share|by|as|only|just|mere|barely|scant|estimated|put|itself|also|on|snakes|winds|more|than|reach(?:es)?|has|it|nato|alliance|last|grew|grown|through|forest|world's|longest|world|neighbou?r|"
    rf"went|drawn|went|to|part|eastern|western|northern|southern|roughly|amounts|stands|each|other|common|meet|meets|countries|both|two|have|there|separat\w+|divid\w+|lengthened|extended|joined|up|"
    rf"{_NAME}(?:'s?)?|[{_L['place']}{_L['aside']}{_L['date']}{_L['number']}]|\()[\s,]*)*)$"
)
"""From a border to its length: "the frontier between Finland and Russia runs for 1,340 km"."""
_ALONG = re.compile(r"(?:^|[,;]\s*)(?:for|over|along)\s*$")
_APART = re.compile(
    r"\b(?:fences?|walls?|barriers?|away|within|sections?|part\s+of\s+the|inland|pipelines?|railways?|roads?|trains?|coast|coastline|marched|drove|zone|radius|range|missiles?|strip|trench\w*|deep|maritime|crossing|crossings|"
    r"patrols?\s+\ue00a|closed\s+\ue00a|opened\s+\ue00a|first\s+\ue00a|built|demilitari\w+|from\s+(?:the|its|their|a)|apart|off\s+the|short\s+of|wide)\b"
)
_ADDS = re.compile(
    r"\b(?:add\w*|lengthen\w*|extend\w*|br(?:ing|ings|ought|inging)|gain\w*|grow\w*|grew|contribut\w+|acquir\w+|inherit\w*|took on|increas\w+|expand\w*)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|shared|stretched|ran|measured|bordered)\b")
_DENIED = re.compile(r"\b(?:not|never|\w+n't|nor|neither|no longer|if|whether|denied)\b")


_ADJECTIVES = re.compile(r"(?:the\s+)?(?:(?:land|common|shared|eastern|northern|southern|western)\s+)*$")


_INSERTED = re.compile(
    rf"\s*(?:the\s+)?{_NAME}\s*(?P<aside>,[^,;:]{{4,90}},)\s*(?:which\s+)?(?:also\s+)?(?:shares?|has|have|had|borders)\b"
)


class Length(NamedTuple):
    """A border's length, as a sentence has it."""

    a: str
    b: str
    quantity: Quantity
    past: bool
    start: int
    """Positions of the page."""
    end: int


def lengths(match: Match) -> list[Length]:
    """Every length of a border that the sentence of the match tells, as it stands or without its insertions."""
    found = _lengths(match)
    shorter = simplified(match.sentence)
    if shorter is not None and not found:
        found = _lengths(match.but(sentence=shorter))
    return found


def _lengths(match: Match) -> list[Length]:
    sentence, found = match.sentence, []
    for item in sentence.items:
        if (
            isinstance(item.what, Quantity)
            and item.what.unit == "km"
            and not re.search(rf"{_L['number']}\s*\((?:or\s+)?$", sentence.folded[: item.at])
            and not re.match(rf"\s*(?:\([^()]*\)\s*)?to\s+{_L['number']}", sentence.folded[item.at + 1 :])
        ):
            length = _length(match, item)
            if length is not None:
                start, end = sentence.page_span(length.start, length.end)
                found.append(length._replace(start=start, end=end))
    return found


def _length(match: Match, item: Item) -> Length | None:
    folded, at, quantity = match.sentence.folded, item.at, item.what
    assert isinstance(quantity, Quantity)
    first = max((found.end() for found in _BREAK.finditer(folded, 0, at)), default=0)
    last = next((found.start() for found in _BREAK.finditer(folded, at)), len(folded))
    ahead, behind = _AHEAD.match(folded, at + 1, last), _BEHIND.search(folded[first:at])
    border = re.compile(_BORDER).search(folded, first, last)
    if border is None or _DENIED.search(folded, first, at):
        return None
    near = ahead is not None and len(folded[at + 1 : ahead.end()].split()) <= 5
    if not (near or behind or _ALONG.search(folded[:at])) or (not near and not behind and _APART.search(folded, first, last)):
        return None
    if re.match(r"\s*(?:away|apart|deep|wide|off|into)\b", folded[at + 1 :]):
        return None
    if (
        _APART.search(folded, at, ahead.end())
        if ahead is not None and near
        else _APART.search(folded, first + (behind.start() if behind else 0), at + 1)
    ):
        return None
    place = ahead.end() if near and ahead is not None else first + behind.start() if behind else border.end()
    pair = _pair(match, first, last, place, at)
    if pair is None:
        return None
    ends = [at, *(one.at for one in pair[1])]
    if behind and not near:
        ahead_of = _ADJECTIVES.search(folded[first : first + behind.start()])
        ends.append(first + (ahead_of.start() if ahead_of else behind.start()))
    long = re.match(r"[\s-]*(?:long|in\s+length)\b", folded[max(*ends, place - 1) + 1 :])
    return Length(
        *pair[0], quantity, bool(_PAST.search(folded, first, last)), min(ends), max(*ends, place - 1) + 1 + (long.end() if long else 0)
    )


def _pair(match: Match, first: int, last: int, border: int, at: int) -> tuple[tuple[str, str], list[Item]] | None:
    """The two neighbours: those between which it runs, or whose it is and with whom."""
    sentence, folded = match.sentence, match.sentence.folded
    named = [
        item for item in sentence.inside(first, last)
        if isinstance(item.what, Mention) and item.what.type in ("state", "alliance") and not item.what.ambiguous and not is_group(item.what.meanings[0])
    ]  # fmt: skip
    named = [
        item
        for item in named
        if not re.match(r"(?:'s?)?\s+(?:members?|ally|allies|countr\w+|states?|officials?|ministers?|president)\b", folded[item.at + 1 :])
    ]
    by_place = {item.at: item for item in named}
    if not named:
        return None
    between = re.search(rf"\bbetween\s+(?:the\s+)?({_NAME})\s+and\s+(?:the\s+)?(?:[a-z-]+\s+)?({_NAME})", folded[first:last])
    if between and {first + between.start(1), first + between.start(2)} <= set(by_place):
        return _two(by_place[first + between.start(1)], by_place[first + between.start(2)])
    with_ = [
        item for item in named
        if re.search(r"\b(?:with|to|from|against|borders?|borders\s+on|bordering|abuts|adjoins|touches)\s*,?\s*(?:(?:its|the|on)\s+)*(?:[a-z-]+\s+)?(?:neighbou?r\s+|union\s+)?$", folded[: item.at])
    ]  # fmt: skip
    ids = dict.fromkeys(item.what.id for item in named)  # type: ignore[union-attr]
    if with_:
        other = min(with_, key=lambda item: abs(item.at - border))
        rest = [item for item in named if item.what.id != other.what.id]  # type: ignore[union-attr]
        subjects = [item for item in rest if item.at < border] or rest
        # "Finland's entry lengthened the alliance's frontier with Russia": the new stretch is the newcomer's.
        joined = _ADDS.search(folded, first, last)
        if joined and not any(item.what.type == "state" for item in rest):  # type: ignore[union-attr]
            return None
        if joined and not any(item.what.type == "state" for item in subjects):  # type: ignore[union-attr]
            subjects = rest
        if joined and any(item.what.type == "state" for item in subjects):  # type: ignore[union-attr]
            subjects = [item for item in subjects if item.what.type == "state"]  # type: ignore[union-attr]
        if subjects:
            owner = max((item for item in subjects if item.at < border), key=lambda item: item.at, default=subjects[0])
            # "Lithuania, wedged between others, shares 104 km of border with Poland": the owner stands before the insertion.
            if (inserted := _INSERTED.match(folded, first, border)) and subjects[0].at < inserted.start("aside") < owner.at < inserted.end(
                "aside"
            ):
                owner = subjects[0]
            if (
                re.search(rf"{_NAME}(?:'s?)?\s*,?\s+and\s+(?:the\s+)?$", folded[: owner.at])
                and "'" not in folded[owner.at + 1 : owner.at + 3]
            ):
                return None  # a length said of two together is neither's
            return _two(owner, other)
        owner_name = match.antecedent("state", "alliance")
        if owner_name is not None and owner_name.id != other.what.id:  # type: ignore[union-attr]
            return (owner_name.id, other.what.id), [other]  # type: ignore[union-attr]
        return None
    states = dict.fromkeys(item.what.id for item in named if item.what.type == "state")  # type: ignore[union-attr]
    if len(ids) > 2 and len(states) == 2:
        return _two(*[next(item for item in named if item.what.id == one) for one in states])  # type: ignore[union-attr]
    if len(ids) == 2:
        return _two(*[next(item for item in named if item.what.id == one) for one in ids])  # type: ignore[union-attr]
    return None


def _two(one: Item, other: Item) -> tuple[tuple[str, str], list[Item]] | None:
    assert isinstance(one.what, Mention) and isinstance(other.what, Mention)
    return ((one.what.id, other.what.id), [one, other]) if one.what.id != other.what.id else None
