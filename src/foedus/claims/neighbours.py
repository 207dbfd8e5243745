"""Which states a sentence says are neighbours: the word "border" or another for it, whose border it is, and with whom.

The one side is the subject of the verb ("Norway, which joined in 1949, shares a short frontier with Russia"), the other a list behind it, often with
its points of the compass ("borders Russia to the north and Azerbaijan to the east"); so a phrasing only finds the word, and here the clause is looked at
as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from foedus.claims import around
from foedus.claims.duties import subject_before
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_MOST = 8
"""Words for a border in one sentence that are looked at."""
_NAME = f"[{_L['state']}{_L['group']}{_L['alliance']}]"
_D = _L["demonym"]
_COMPASS = r"(?:(?:north|south|east|west)(?:ern|wards?)?(?:-?\s?(?:east|west)(?:ern)?)?|north-?east|north-?west|south-?east|south-?west)"
_BORDER = r"(?:(?:land|common|shared|mutual|external|state|national|international|long|short|[a-z]+ern)[\s-]+)*(?:land-)?(?:borders?|frontiers?|boundar(?:y|ies)|borderline)"
_VERB = lazily(
    rf"(?P<touch>\b(?:borders(?:\s+on)?|border(?:\s+on)?|bordered(?:\s+on|\s+by)?|abuts?|adjoins?|touches|touch|neighbou?rs|is\s+(?:a\s+)?(?:direct\s+|next-door\s+)?neighbou?rs?\s+(?:of|to)|are\s+(?:direct\s+)?neighbou?rs\s+(?:of|to)|lies\s+next\s+to|sits\s+next\s+to|next\s+door\s+to|hemmed\s+in\s+by|surrounded\s+(?:on\s+[a-z ]+sides?\s+)?by|flanked\s+by|bounded\s+by|ringed\s+by))\b(?=\s*(?:{_NAME}|the\b|both\b|on\b|to\b|only\b|just\b|no\b|neither\b|by\b|{_D}|{_L['place']}|{_L['number']}|its\b|(?:[a-z-]+(?:al|ic|ed|ern|ing|tiny|huge|giant|fellow)|nearby)\s+{_NAME}))"
    rf"|(?P<share>\b(?:shares?|shared|sharing|has|have|had|having|with|possess(?:es)?|brings?|boasts?|maintains?|guards?|controls?|patrols?|defends?)\b(?P<how>[^.;:()]{{0,70}}?)\b{_BORDER}\b(?P<mid>[^.;:]{{0,60}}?)\s(?:with|to)\b)"
    rf"|(?P<for>\bhas\b(?=[^.;:]{{3,70}}?\s(?:for|as)\s+(?:its\s+)?neighbou?rs\b))"
    rf"|(?P<mine>'s?\s+(?:only|sole|longest|shortest|immediate|direct|land|[a-z]+ern|neighbou?rs|borders)[^.;:]{{0,30}}?(?:neighbou?rs?|borders?|frontiers?)\s+(?:is|are|include|includes|lies|run)\b(?:\s+(?:that|those|the\s+one|the\s+ones|with))*)"
    rf"|(?P<of>\bseparated\s+from\b(?=[^.;:]{{3,40}}?\bby\s+(?:an?|the)\s[^.;:]{{0,30}}?{_BORDER}))"
)
_LINK = (
    rf"(?:[\s,:(-]|\b(?:and|as\s+well\s+as|both|either|the|to|in|on|its|only|just|also|{_COMPASS}|side|neighbou?ring|fellow|tiny|giant|with|along|a|an|members?|member\s+states|states?|countries|allies|ally|nations?|republics?|(?:exclaves?|enclaves?)(?:\s+of)?|"
    rf"territory|by\s+way|via|through|at|far|far-off|non-aligned|neutral|huge|both|or|nor|no|fewer|than|some|several|many|further)\b|{_L['number']}|{_L['region']})*?"
)
_NEXT = lazily(
    rf"{_LINK}(?:(?P<name>{_NAME})|(?P<dem>{_D})\s+(?:exclave|enclave|territory|mainland|region|oblast)(?:\s+of\s+{_L['place']})?|(?P<place>{_L['place']})\s*,\s+an?\s+(?P<its>{_D})\s+(?:exclave|enclave))"
)
_AT = lazily(r"\b(?:at|on|along|across|near|by|over|to|from|for|[a-z]+ening|closing|closed|opened|[a-z]+ened)\b")
_NAME_THEN = lazily(rf"\s(?:is|are|was|were|has|and|which|that)\s[^.;]*{_NAME}|{_NAME}[^.;]*\s(?:is|are|was|were|has|and|which|that)\b")
_OTHER_VERB = lazily(
    r"(?:'|\s+(?:is|are|was|were|has|have|had|will|would|said|says|joined|became|wants|can|may|did|does|also|shares?|borders?|remains?)\b)"
)
_SUPPOSED = lazily(r"\b(?:if|would|could|might|may|should|whether|will|unless|until|once|to|wants?|can)\s+(?:[a-z]+\s+){0,2}$")
_NOT = lazily(r"\b(?:no|not|never|neither|nor|without|\w+n't|nowhere)\b")
_PAST = lazily(r"\b(?:bordered|shared|had|was|were)\b")
_WRONG = lazily(
    r"\b(?:fences?|walls?|sea|maritime|troops|disputes?|deal|agreement|talks|problems?|trade|relations|crossings?|guards?(?!\s)|checkpoints?|incidents?|clash\w*|conflict|war|policy|treaty|guards\s+on|posts?|issues?|closed\s+(?:its|the|their)|"
    r"tensions?|river|village|town|opened|plans?|soldiers|forces|tanks|agents?|drones?|checks|controls)\b"
)
_BREAK = lazily(r"[;—]|\.\s|,\s+(?:but|while|whereas)\b")
_AMONG = lazily(
    rf"\b(?:countries|states|members|nations|allies|neighbou?rs|those)\s+(?:(?:that|which|with)\s+)?(?:border(?:s|ing|ed)?(?:\s+on)?|(?:that\s+|which\s+)?(?:shar(?:e|ing)|ha(?:ve|ving)|with)\s+(?:an?\s+)?(?:[a-z]+\s+){{0,2}}?{_BORDER}\s+with|next\s+to|of)\s+(?:the\s+)?(?P<b>{_NAME})"
)
"""A list of those that border a state, which the sentence names before or behind: "of the countries that border Russia, five were allies: ..."."""
_LISTED = lazily(
    rf"(?:[:—(-]|\bnamely\b|\bincluding\b|,)\s*(?P<a>(?:the\s+)?{_NAME}(?:\s*,\s*(?:the\s+)?{_NAME})*\s*,?\s+and\s+(?:the\s+)?{_NAME})"
)
_LIST_FIRST = lazily(
    rf"^\s*(?P<a>(?:the\s+)?{_NAME}(?:\s*,\s*(?:the\s+)?{_NAME})*\s*,?\s+and\s+(?:the\s+)?{_NAME}|{_NAME})\s*,?\s+(?:is|are|were|was)\b"
)


_ROW = rf"(?:(?:the\s+|both\s+|neighbou?ring\s+)?{_NAME}(?:\s*,\s*(?:the\s+)?{_NAME})*\s*,?\s+(?:and|or|nor)\s+(?:the\s+)?{_NAME})"
_ONE = rf"(?:(?:the\s+)?{_NAME})"
_SIDE = r"(?:(?:big|giant|larger|smaller|small|huge|next-door|direct|immediate|closest|nearest|only|sole|[a-z]+ern|land)\s+)*"
_MUTUAL = lazily(
    rf"(?P<a>{_ROW})\s+(?P<how>(?:[a-z'-]+\s+){{0,5}}?)(?:(?:are|were|been|become|became)\s+(?:[a-z-]+\s+){{0,3}}?neighbou?rs\b(?!\s+(?:of|to|with))|(?:border|bordered|adjoin|abut|neighbou?r)(?:ed)?\s+(?:on\s+)?(?:each\s+other|one\s+another)|"
    rf"(?:share|shared|have|had|dispute)\s+(?P<no>(?:[a-z',-]+\s+){{0,5}}?){_BORDER}\b(?!\s+(?:with|to|guards?|disputes?|checks|controls|crossing\w*|deal|talks|issues|agreement|treaty|problems|tensions))|"
    rf"(?:meet|touch|met)\s+(?:along|at|on|over)\b)"
)
"""Two that are each other's neighbours."""
_DIRECT = tuple(
    lazily(pattern)
    for pattern in (
        rf"\b(?P<no>(?:there\s+)?(?:is|was)\s+no\s+(?:[a-z]+\s+)?){_BORDER}\s+between\s+(?P<a>{_ONE})\s+and\s+(?P<b>{_ONE})",
        rf"(?P<a>{_ONE})\s+(?:is|was|remains)\s+(?P<b>{_ONE})'s?\s+{_SIDE}neighbou?r\b",
        rf"(?P<a>{_ONE})(?<!{_L['alliance']})'s?\s+{_SIDE}(?:neighbou?rs?(?:\s+(?:to|in)\s+the\s+[a-z-]+)?\s+(?:are|is|include)|neighbou?r\s*,?)\s+(?P<b>{_ROW}|{_ONE})(?!\s*')",
        rf"(?P<a>{_ONE})\s+(?:has|had)\s+(?:only|just|but)?\s*(?:{_L['number']}|an?)?\s*(?:[a-z]+\s+)?neighbou?rs?\s*[:,]\s*(?P<b>{_ROW}|{_ONE})",
        rf"(?P<a>{_ONE})\s+is\s+(?:the\s+)?(?:only|sole|one)\s+(?:country|state|neighbou?r|nation)\s+(?:that|with\s+which|which)\s+(?P<b>{_ONE})\s+(?:borders|shares\s+(?:a|its)\s+(?:land\s+)?border|has\s+a\s+(?:land\s+)?border)",
        rf"(?P<a>{_ONE})\s*,?\s+(?:which\s+)?(?:(?:is|lies|sits)\s+)?(?:(?:geographically|literally|awkwardly)\s+)?(?:wedged|sandwiched|squeezed|hemmed\s+in|nestled|tucked|landlocked|caught)\s+between\s+(?:[a-z]+\s+)?(?P<b>{_ROW})",
        rf"\bto\s+the\s+(?:north|south|east|west)\s+of\s+(?P<a>{_ONE})\s+lies\s+(?:its\s+neighbou?r\s+)?(?P<b>{_ONE})",
        rf"(?P<a>{_ONE})\s*,\s+unlike\s+(?P<c>{_NAME}(?:\s+and\s+{_NAME})?)\s*,\s+(?P<no>(?:has|have|had|shares|doesn't|does\s+not|do\s+not)\s+(?:no\s+|share\s+(?:a|any)\s+|have\s+(?:a|any)\s+)?)(?:[a-z]+\s+)?(?:{_BORDER}\s+with|border)\s+(?P<b>{_ONE})",
        rf"(?P<b>{_ONE})\s+(?:is|are)\s+(?:the\s+)?(?:[a-z]+\s+|{_NAME}\s+)*?(?:country|state|member|ally|countries|states|members)\s+with\s+(?:the|an?)\s+(?:[a-z]+\s+)*?{_BORDER}\s+with\s+(?P<a>{_ONE})",
        rf"(?P<a>{_ONE})\s+(?:[^.;:]{{0,40}}?\s)?has\s+(?P<b>{_ROW}|{_ONE})\s+(?:for|as)\s+(?:its\s+)?neighbou?rs?\b",
    )
)


class Pair(NamedTuple):
    """Two neighbours, or two that are none, as a sentence has it."""

    a: str
    b: str
    negated: bool
    past: bool
    start: int
    end: int


def neighbours(match: Match) -> list[Pair]:
    """Every pair of neighbours that the sentence of the match tells."""
    found: dict[frozenset[str], Pair] = {}
    for pair in (*_direct(match.sentence), *_listed(match.sentence), *_told(match)):
        found.setdefault(frozenset((pair.a, pair.b)), pair)
    return list(found.values())


def _direct(sentence: Sentence) -> Iterator[Pair]:
    folded = sentence.folded
    for match in _MUTUAL.finditer(folded):
        names = _names(sentence, *match.span("a"))
        if (
            len(names) != 2
            or "maritime" in match[0]
            or _SUPPOSED.search(folded[: match.start()])
            or _SUPPOSED.search(match["how"])
            or (match["no"] and _AT.search(match["no"]))
        ):
            continue
        negated = bool(_NOT.search(match[0])) or bool(re.search(r"\bneither\s+$", folded[: match.start()]))
        past = bool(re.search(r"\b(?:were|bordered|shared|had|met)\b", match[0])) and not re.search(r"\bha(?:ve|s)\b", match[0])
        yield Pair(*names, negated, past, match.start(), match.end())
    for pattern in _DIRECT:
        for match in pattern.finditer(folded):
            if re.search(r"\b(?:if|whether|would|could|of|with|between)\s+(?:the\s+)?$", folded[: match.start()]) or "maritime" in match[0]:
                continue
            negated = "no" in pattern.groupindex and bool(_NOT.search(match["no"]))
            past = bool(re.search(r"\b(?:was|were|had)\b", match[0]))
            for one in _names(sentence, *match.span("a")):
                for other in _names(sentence, *match.span("b")):
                    if one != other:
                        yield Pair(one, other, negated, past, match.start(), match.end())
            for other in _names(sentence, *match.span("c")) if "c" in pattern.groupindex else ():
                for one in _names(sentence, *match.span("b")):
                    yield Pair(other, one, not negated, past, match.start(), match.end())


def _names(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    return sentence.states(start, end, alliances=True)


def _told(match: Match) -> Iterator[Pair]:
    sentence, folded = match.sentence, match.sentence.folded
    for verb in islice(_VERB.finditer(folded), _MOST):
        first, _ = around.segment(folded, *verb.span(), stop=_BREAK)
        if verb["share"] and (_WRONG.search(verb["how"] + verb["mid"]) or _AT.search(verb["how"]) or (_NAME_THEN.search(verb["mid"]))):
            continue
        if verb["share"] and verb["share"].startswith("with") and not re.search(r",\s*$|[a-z]\s+$", folded[first : verb.start()]):
            continue
        owners, low = _owners(match, verb, first)
        if not owners:
            continue
        between = folded[low : verb.start()]
        if re.search(r",\s+(?:and|while|but)\s+(?:its|the|an?|their)\s+[a-z]", between):
            continue  # another subject
        if re.search(r"\b(?:members?|countries|states|allies|nations)\s+(?:(?:that|which)\s+)?$", between) and _L["alliance"] in between:
            continue  # "NATO has six members that border Russia": which, it does not say
        if _SUPPOSED.search(folded[first : verb.start()]) or re.search(r"\b(?:if|whether|unless)\b", folded[first : verb.start()]):
            continue
        others, end = _others(sentence, verb.end())
        if verb["touch"] and re.match(r"surrounded|flanked|ringed|hemmed", verb["touch"]):
            others = tuple(
                other
                for other in others
                if other in match.sentence.context.names.display and other not in match.sentence.context.names.treaty_of
            )  # "surrounded by members": by which, it does not say
        negated = bool(_NOT.search(between[-60:])) or bool(_NOT.search(verb[0])) or bool(_NOT.search(folded[verb.end() : verb.end() + 9]))
        past = (
            bool(_PAST.search(between + verb[0]))
            and not re.search(r"\b(?:is|are|has)\s+(?:\w+\s+)?(?:bordered|surrounded|flanked|bounded|ringed)\b", between + verb[0])
            and not re.search(r"\bwhich\s+was\b", between)
        )
        for one in owners if len(owners) * len(others) < 25 else ():
            for other in others:
                if one != other and other not in owners:
                    yield Pair(one, other, negated, past, low, end)


def _owners(match: Match, verb: re.Match[str], first: int) -> tuple[tuple[str, ...], int]:
    """Whose border it is."""
    sentence = match.sentence
    if verb["mine"]:
        at = verb.start() - 1
        name = sentence.name_at(at)
        return ((name.id,), at) if name and name.type in ("state", "alliance") and name.id else ((), 0)
    return subject_before(match, first, verb.start(), alliances=True)


def _others(sentence: Sentence, at: int) -> tuple[tuple[str, ...], int]:
    """With whom it is: the names behind, with their points of the compass, up to another verb."""
    folded = sentence.folded
    found: dict[str, None] = {}
    end = at
    while following := _NEXT.match(folded, at):
        slot = next(slot for slot in ("name", "dem", "its") if following[slot])
        place = following.start(slot)
        name = sentence.name_at(place)
        if name is None or not name.id:
            break
        if found and _OTHER_VERB.match(folded, place + 1) and re.search(r",|\band\b", following[0]):
            break
        at = following.end()
        if name.type == "alliance" and re.match(
            rf"\s+(?:members?|allies|countries|states|member\s+states|nations)\s*[:,—(-]\s*(?:the\s+)?{_NAME}", folded[at:]
        ):
            continue
        if re.match(r"'s?\s", folded[at:]) and not re.match(r"'s?\s+(?:[a-z]+\s+)?(?:exclave|kaliningrad|\ue006)", folded[at:]):
            break
        found |= dict.fromkeys(sentence.states(place, place + 1, demonyms=True) if name.type == "state" or name.use != "anaphor" else ())
        if name.type == "alliance":
            found[name.id] = None
        end = at
    return tuple(found), end


def _listed(sentence: Sentence) -> Iterator[Pair]:
    folded = sentence.folded
    for among in _AMONG.finditer(folded):
        listed = _LISTED.search(folded, among.end()) or _LIST_FIRST.match(folded[: among.start()])
        if listed is None or _SUPPOSED.search(folded[: among.start()]) or _NOT.search(folded[: among.start()]):
            continue
        b = sentence.name_at(among.start("b"))
        names = [item.what.meanings[0] for item in sentence.inside(*listed.span("a")) if isinstance(item.what, Mention)]
        past = bool(re.search(r"\b(?:were|was|bordered|had|shared)\b", folded[: among.end()]))
        for name in names if b and b.id and len(names) < 16 else ():
            if name.id and b is not None and name.id != b.id:
                yield Pair(name.id, b.id, False, past, min(among.start(), listed.start("a")), max(among.end(), listed.end("a")))
