"""Shares of an economy in a sentence on defence spending, and counts of allies that meet the target: whose they are, and of which year.

Such figures stand in lists, in brackets and behind "with" or "at" as often as behind a verb. So a phrasing only finds the word that they hang on
("GDP", "target"), and here the sentence is looked at as a whole: every percentage, and the state beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from foedus.alliance import members
from foedus.claims.clauses import joined_before
from foedus.language.calendar import Dated
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.sentence import LETTERS, Item, Sentence, is_group

_L = LETTERS
_N, _DATE, _ALLIANCE = _L["number"], _L["date"], _L["alliance"]
_LAND = f"[{_L['state']}{_L['capital']}{_L['government']}]"
_WHO = f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}]"
_OF_GDP = r"(?:gdp|gross\s+domestic\s+product|(?:economic|national)\s+output|national\s+income|economy|gross\s+national\s+product|gnp)"
_DEFENCE = re.compile(r"\b(?:defen[cs]e|military|armed forces|army|militaries|arms|security)\b")
_OTHER = re.compile(
    r"\b(?:deficits?|debts?|surplus\w*|education|schools?|health\w*|tourism|trade|exports?|imports?|growth|grew|inflation|pensions?|research|interest|revenues?|taxes|unemployment|"
    r"voters?|polls?|respondents|public|seats|votes?|shares? in|stake|aid|assistance|support for|infrastructure|climate|remittances|agriculture|industry|losses|cut by|percentage points)\b"
)
"""What else is told in shares of an economy, or in per cent."""
_WISH = re.compile(
    r"\b(?:want\w*|plan|plans|planned|planning|aim\w*|pledg\w+|promis\w+|vow\w*|commit\w*|should|would|could|might|may|must|demand\w*|call\w*|urg\w+|ask\w*|insist\w*|propos\w+|if|whether|unless|"
    r"hop\w+|agree\w*|need\w*|raise|raising|increase|lift|boost|move towards|moving towards|consider\w*|debat\w+|recommend\w*|threat\w*|refus\w+|reject\w*|not|never|\w+n't|no longer|"
    r"ought|supposed|required|requires?|push\w*|press\w*|had to|have to|has to|voted|votes?|law|think|thinks?|believes?|feels?|next year|by the end of|until|by)\b(?![^.;:—(]*\bnow\b)[^.;:—()]*$"
)
"""What makes a share one that is wanted, refused or supposed; "expected" and "projected" are the words of the tables themselves."""
_TARGET = r"(?:targets?|goals?|benchmarks?|guidelines?|thresholds?|marks?|commitments?|pledges?|minimum|floor|norm|requirement|objective|line|level|hurdle|bar)"
_IS_TARGET = re.compile(
    rf"(?:\s*-?\s*of\s*-?\s*(?:its\s+|their\s+)?{_OF_GDP})?(?:\s+(?:defen[cs]e|military|spending|budget|nato|agreed|old|{_ALLIANCE}))*[\s-]+{_TARGET}\b"
)
_TARGET_OF = re.compile(
    rf"\b{_TARGET}\s*(?:of|:)?\s*(?:spending|devoting|investing|putting|allocating|set\s+at)?\s*(?:at\s+least|a\s+minimum\s+of)?\s*$|\bas\s+(?:much|they)[^.;]*,\s*$"
)
_LEAD = re.compile(
    r"(?:^|[,;:—(]\s*|\b(?:and|but|while)\s+)(?:with|at|spending|devoting|on|allocating|investing)(?:\s+(?:some|a|an|its|projected|estimated|only|just|defen[cs]e|military|spending|budget|share|of|expenditure|at))*\s*$"
)
_BESIDE = re.compile(
    rf"(?:'s?)?\s*(?:[,(:—-]|\s-\s)?\s*(?:(?:with|at|on|by|to|is|was|has|spends|spent|spending|in|of|also|which|a|an|some|projected|estimated|share|defen[cs]e|only|just|barely|mere|military|"
    rf"follows|follow|comes|came|next|second|third|then|leads|leading|tops|the|list|ranking|table|expenditure|budget|expenditures|outlays|stands|puts|{_DATE})\s*,?\s*)*[(,]?\s*"
)
"""What may stand between a state and its figure in a list."""
_NO_OWNER = re.compile(
    r"\b(?:than|to|against|from|unlike|like|per|beyond|near|towards?|over|told|between|by|for|with|in|joined)\s+(?:the\s+)?$"
)
_OWN_GDP = re.compile(rf"\s*(?:of|in)\s+(?:the\s+)?({_WHO})(?:'s?)?\s+(?:[a-z]+\s+)?{_OF_GDP}")
_AFTER_IN = re.compile(rf"\s*(?:of\s+)?(?:its\s+|their\s+|the\s+)?{_OF_GDP}[^.;:,]{{0,40}}?\s(?:in|by)\s+(?:the\s+)?({_LAND})")
_SPENDERS = re.compile(
    r"\b(?:spen[dt]\w*|defen[cs]e|military|armed forces|budget|burden|outlays|expenditures?|devot\w+|allocat\w+|invest\w*|earmark\w*|dedicat\w+|put|puts)\b"
)
_BREAK = re.compile(
    rf"[;—]|,\s+(?:while|whereas|but|and\s+the|and\s+(?:it|they))\b|,\s+and\s+(?={_LAND}\s+(?:promis|want|plan|pledg|aim|hop|intend|is\s+to|will))|\bwhile\b|\bwhereas\b"
)
_ALLIES = r"(?:allies|ally|members?|member\s+states|member\s+countries|countries|nations|states|governments|states\s+in\s+the\s+alliance)(?!\s+of\s+(?:parliament|congress|the\s+(?:house|senate|bundestag))|\s+states'|')"
_COUNT = re.compile(
    rf"(?!\s)(?:(?P<but>\ball\s+but\s+)|(?P<every>\bevery\s+(?:single\s+)?(?:one\s+of\s+)?))?(?:(?<!\w)the\s+)?(?P<n>{_N})?"
    rf"(?P<of>\s*(?:out\s+)?of)?(?:\s*(?:the|its|our)\b)?(?:\s*{_ALLIANCE}(?:'s?)?)?(?:\s*(?:the\s+)?(?P<total>{_N}))?(?:\s*{_ALLIANCE}(?:'s?)?)?(?:\s+(?:european|other|more|eastern|western|current|alliance|bloc))*\s*\b(?P<allies>{_ALLIES})"
)
_MEET = re.compile(
    r"^(?P<gap>(?:\s*,?\s+(?!(?:want\w*|plan|planned|pledg\w+|promis\w+|agree\w*|voted?|called|urg\w+|should|would|could|must|may|might|need|have to|had to|refus\w+|debat\w+)\b)[^\s.;:!?]+){0,9}?)\s+"
    r"(?P<verb>meet|meets|met|meeting|hit|hits|reach|reaches|reached|reaching|achiev\w+|satisf\w+|fulfil\w*|comply|complied|attain\w*|exceed\w*|surpass\w*|clear|cleared|beat|spend|spends|spent|spending|"
    r"devot\w+|allocat\w+|honou?r\w*|stick|stuck|live up|lived up|pass|passed|cross|crossed|invest\w*|put|abid\w+|at or above|"
    r"(?P<below>below|miss|missed|missing|short|under|fail\w*|lag\w*|undershoot\w*))\b(?P<rest>[^.;!?]*)"
)
_NOT = re.compile(r"\b(?:not|never|\w+n't|yet|no|none|nor|without)\b")


_GREW = re.compile(
    rf"\bnumber\s+of\s+[^.;:]{{0,90}}?\s(?:from\s+(?P<n>{_N})(?:\s+(?:allies|members|countries|states))?(?:\s+(?:in\s+)?(?P<date>{_DATE}))?\s*,?\s+)?to\s+(?P<n2>{_N})"
    rf"(?:\s+(?:allies|members|countries|states))?(?:\s+(?:in\s+)?(?P<date2>{_DATE}))?"
)
"""How the number of those who meet the target has grown."""


_AMONG = re.compile(rf"\bof\s+(?:the\s+|its\s+)?(?:{_ALLIANCE}(?:'s?)?\s+)?{_N}\s+{_ALLIES}\s*,\s*(?P<n>{_N})")
"""Told the other way round: "Of NATO's 32 members, 23"."""


class Share(NamedTuple):
    """A state's share, as a sentence has it."""

    who: str
    quantity: Quantity
    year: int | None
    at: int
    """Where the figure stands."""
    start: int
    end: int


class Count(NamedTuple):
    """How many allies a sentence says meet the target."""

    alliance: str
    n: int
    hedge: str
    year: int | None
    start: int
    end: int


def shares(sentence: Sentence) -> list[Share]:
    """Every share of an economy that the sentence says a state spends on defence."""
    folded = sentence.folded
    if not _DEFENCE.search(folded) and not re.search(rf"{_ALLIANCE}|\balliance\b|\ballies\b|\bmember\b.*\b{_TARGET}\b", folded):
        return []
    if not _SPENDERS.search(folded) and not re.search(rf"\b{_TARGET}\b", folded):
        return []
    found = []
    for item in sentence.items:
        if isinstance(item.what, Quantity) and item.what.unit == "percent" and not item.what.ordinal and item.what.value < 45:
            found += _share(sentence, item)
    return found


def _share(sentence: Sentence, item: Item) -> list[Share]:
    folded, at = sentence.folded, item.at
    quantity = item.what
    assert isinstance(quantity, Quantity)
    if _IS_TARGET.match(folded, at + 1) or _TARGET_OF.search(folded[:at]):
        return []
    breaks = [0, *(found.end() for found in _BREAK.finditer(folded, 0, at))]
    first = breaks[-1]
    last = next((found.start() for found in _BREAK.finditer(folded, at)), len(folded))
    if _OTHER.search(folded, first, last) or _WISH.search(folded[:at]):
        return []
    owner = _owner(sentence, at, first)
    if owner is None:
        return []
    year = _year(sentence, min(first, owner.at), last, at)
    if year is not None and year > sentence.context.published.year:
        return []
    assert isinstance(owner.what, Mention)
    end = re.compile(rf"\s*(?:of\s+)?(?:its\s+|their\s+|the\s+)?(?:{_WHO}(?:'s?)?\s+)?{_OF_GDP}").match(folded, at + 1)
    last = max(end.end() if end else at + 1, owner.at + 1)
    if folded.startswith(")", last) and "(" in folded[min(owner.at, at) : last]:
        last += 1
    owners = (*joined_before(sentence, owner.at), owner.what.meanings[0].id)
    return [Share(who, quantity, year, at, min(owner.at, at), last) for who in owners]


def _owner(sentence: Sentence, at: int, first: int) -> Item | None:
    """The state whose figure stands at a position: the one whose economy it is, the one right beside it, or the clause's subject."""
    folded = sentence.folded
    states = {item.at: item for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "state"}
    states = {place: item for place, item in states.items() if not is_group(item.what.meanings[0])}  # type: ignore[union-attr]
    alliances = {item.at: item for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "alliance"}
    if own := _OWN_GDP.match(folded, at + 1):
        return states.get(own.start(1))
    before = [place for place in states if place < at]
    nearest = max((*before, *(place for place in alliances if place < at)), default=-1)
    if nearest in states and _BESIDE.fullmatch(folded[nearest + 1 : at]):
        return states[nearest]
    behind = re.match(rf"[^,;:.()]{{0,60}}?,\s*(?:the\s+)?({_WHO})", folded[at + 1 :])
    if behind and _LEAD.search(folded[:at]):
        return states.get(at + 1 + behind.start(1))
    if behind_in := _AFTER_IN.match(folded, at + 1):
        return states.get(behind_in.start(1))
    for place in sorted((place for place in before if place >= first), reverse=True):
        between = folded[place + 1 : at]
        if f"{_N}" in between and re.search(rf"{_N}\s*(?:of|{_L['alliance']}|allies|members|countries)", between):
            continue
        if re.match(r"(?:'s?)?\s*,?\s*(?:said|told|says|warned|complained)\b(?!\s+(?:that\s+)?(?:it|its)\b)", between) or re.match(
            r"(?:'s?)?\s+(?:officials|minister|president)", between
        ):
            continue
        opens = re.search(r"(?:^|[,;]\s*|\band\s+)(?:in|for)\s+(?:the\s+)?$", folded[:place])
        if _NO_OWNER.search(folded[:place]) and not opens and not re.match(r"\s*,\s*which\b", between):
            continue
        return states[place]
    for place in sorted((place for place in alliances if first <= place < at), reverse=True):
        between = folded[place + 1 : at]
        if (
            re.match(
                r"(?:'s?)?\s+(?:(?:members|allies|as a whole|together|collectively|now|in total|combined|defen[cs]e|military|total|spending|average)\s+)*(?:spends?|spent|devotes?|spending|expenditure|is|was|stands)\b",
                between,
            )
            and _N not in between
        ):
            return alliances[place]
    return None


def counts(sentence: Sentence) -> list[Count]:
    """Every count of allies that meet the target of two per cent."""
    folded = sentence.folded
    two = [item for item in sentence.items if isinstance(item.what, Quantity) and item.what.unit == "percent" and item.what.value == 2]
    other = [item for item in sentence.items if isinstance(item.what, Quantity) and item.what.unit == "percent" and item.what.value != 2]
    if not two or not re.search(rf"\b{_TARGET}\b|{_OF_GDP}|\bspen[dt]", folded):
        return []
    if not _DEFENCE.search(folded) and not re.search(rf"{_ALLIANCE}|\ballies\b|\balliance\b|{_N}\s+members\b", folded):
        return []
    if re.search(r"\b(?:inflation|deficit|growth|interest|turnout|emissions|euro area|eurozone|votes?)\b", folded):
        return []
    found: list[Count] = []
    for grown in _GREW.finditer(folded):
        for n, on in (("n", "date"), ("n2", "date2")):
            quantity = _quantity_at(sentence, grown.start(n)) if grown[n] else None
            moment = sentence.moment_at(grown.start(on)) if grown[on] else None
            year = moment.earliest.year if moment and moment.earliest.year == moment.latest.year else None
            if quantity is not None and not quantity.unit and quantity.value <= 40 and (year or n == "n2"):
                found.append(
                    Count("NATO", int(quantity.value), quantity.hedge, year, grown.start(n), grown.end(on) if grown[on] else grown.end(n))
                )
    for among in _AMONG.finditer(folded):
        quantity, verb = _quantity_at(sentence, among.start("n")), _MEET.match(folded[among.end() :])
        if (
            quantity is not None
            and not quantity.unit
            and quantity.value <= 40
            and verb
            and not verb["below"]
            and not _NOT.search(verb["gap"])
        ):
            found.append(
                Count(
                    "NATO",
                    int(quantity.value),
                    quantity.hedge,
                    _year(sentence, 0, len(folded), among.start()),
                    among.start(),
                    among.end() + verb.end("verb"),
                )
            )
    if found:
        return found
    for match in _COUNT.finditer(folded):
        count = _count(sentence, match)
        if count is None:
            continue
        # Of the five per cent that some reach, and the two that all do, each has its own count.
        reached = [item.at for item in (*two, *other) if item.at > match.start()]
        if reached and sentence.folded[min(reached)] and min(reached) in {item.at for item in other}:
            continue
        found.append(count)
    return found


def _count(sentence: Sentence, match: re.Match[str]) -> Count | None:
    folded = sentence.folded
    quantity = _quantity_at(sentence, match.start("n")) if match["n"] else None
    total = _quantity_at(sentence, match.start("total")) if match["total"] else None
    if quantity is not None and total is None and match["of"] and not re.search(r"\b(?:the|its|our)\b|" + _ALLIANCE, match[0]):
        return None
    if match["every"]:
        n, hedge = _size(sentence), "="
    elif quantity is not None and not quantity.unit and not quantity.ordinal and quantity.value <= 40:
        n, hedge = int(quantity.value), quantity.hedge
    else:
        return None
    verb = _MEET.match(folded[match.end() :])
    if verb is None or n == 0:
        return None
    before = folded[: match.start()]
    if re.search(r"\b(?:if|whether|unless|should|would|could|might|want\w*|hop\w+|demand\w*|urg\w+|not)\b[^.;:—,]*$", before):
        return None
    if _NOT.search(verb["gap"]) or re.match(r"\s*by\s+20", verb["rest"]):
        return None
    reached = next(
        (one.what for one in sentence.items if one.at >= match.end() and isinstance(one.what, Quantity) and one.what.unit == "percent"),
        None,
    )
    below = verb["below"] or (reached is not None and reached.hedge in ("<", "<="))
    if match["but"]:
        whole = int(total.value) if total is not None else _size(sentence)
        n, hedge = whole - n, "="
    elif below:
        if total is None or re.search(r"\bnot\b", verb["gap"]):
            return None
        n, hedge = int(total.value) - n, {">": "<", ">=": "<=", "<": ">", "<=": ">="}.get(hedge, hedge)
    if n <= 0:
        return None
    start, end = match.start(), match.end() + verb.end()
    year = _year(sentence, 0, len(folded), match.start())
    if year is not None and year > sentence.context.published.year:
        return None
    reach = next((item.at for item in sentence.items if item.at >= match.end() + verb.start("rest") and item.letter == _N), end - 1)
    alliance = next(
        (item.what.meanings[0].id for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "alliance"), "NATO"
    )
    return Count(alliance, n, hedge, year, start, reach + 1)


def _size(sentence: Sentence) -> int:
    return len(members(sentence.context.record, "NATO").at(sentence.context.published))


def _quantity_at(sentence: Sentence, at: int) -> Quantity | None:
    return next((item.what for item in sentence.items if item.at == at and isinstance(item.what, Quantity)), None)


def _year(sentence: Sentence, first: int, last: int, at: int) -> int | None:
    """The year named nearest to a position, between two others."""
    dates = [(abs(item.at - at), item.what.moment) for item in _dates(sentence) if first <= item.at < last and isinstance(item.what, Dated)]
    if not dates:
        return None
    moment = min(dates, key=lambda pair: pair[0])[1]
    return moment.earliest.year if moment.earliest.year == moment.latest.year else None


def _dates(sentence: Sentence) -> Iterator[Item]:
    for item in sentence.items:
        if isinstance(item.what, Dated) and not re.search(
            r"\b(?:since|before|until|after|joined(?:\s+in)?|than(?:\s+in)?)\s*$", sentence.folded[: item.at]
        ):
            moment = item.what.moment
            if (moment.latest - moment.earliest).days > 100:  # a year; the day on which figures were released is none
                yield item
