"""How an alliance began, told in any order: its day, its founders and their number, where the record dates its founding so; read off what stands around a telling word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from foedus.claims import around
from foedus.claims.clauses import is_modifier_at
from foedus.dates import Moment
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Item

_A = LETTERS["alliance"]
_ELSE = (
    r"(?:museum|school|colleges?|academy|institutes?|agency|agencies|committees?|councils?|cent(?:re|er)s?|offices?|branch|compan(?:y|ies)|firms?|businesses|brothers|bank|funds?|courts?|clubs?|part(?:y|ies)|brigades?|battle\s?groups?|"
    r"missions?|commands?|forces?|corps|headquarters|coalitions?|networks?|task|working|foundation|magazine|newspaper|university|think\s+tank|charity|movement|programmes?|programs?|partnerships?\s+with|relations|dialogue|fleet|"
    r"exercises?|drills?|zone|commissions?|secretariat|assembly|parliament|squadrons?|units?|airlines?|carriers|teams?)"
)
_ALONE = lazily(
    r"(?:(?:came|come|coming|called|brought|sprang)\s+into\s+(?:being|existence|life)|came\s+to\s+life|took\s+shape|took\s+form|beg[au]n(?:\s+life)?|start(?:ed|ing)(?:\s+(?:life|out))?|was\s+born|were\s+born|dat(?:es|ing|ed)(?:\s+back)?|go(?:es|ing)\s+back|"
    r"went\s+back|trac(?:es|ed|ing)\s+(?:its|their)\s+\w+|arose|originat(?:ed|es|ing)|emerged|grew\s+out\s+of|grew\s+from|has\s+existed|existed|has\s+been\s+around|has\s+its\s+(?:origins|roots)|had\s+its\s+(?:origins|roots)|stems\s+from|owes\s+its\s+existence)\b"
)
_MADE = lazily(
    r"(?:founded|created|established|formed|set\s+up|launched|born(?!\s+(?:of|from|out)\b)|proclaimed|unveiled|announced|concluded|inaugurated|instituted|constituted|forged|put\s+together|convened|established|agreed|sealed|signed|conceived|built|organi[sz]ed|cemented|"
    r"brought\s+into\s+(?:being|existence)|called\s+into\s+(?:being|existence|life)|brought\s+to\s+life|adopted|assembled|initiated)\b"
)
_MAKING = lazily(
    r"(?:founding|foundation|creation|establishment|formation|birth|inception|launch|beginnings?|founders|found|create|creating|establish|establishing|form|forming|set\s+up|setting\s+up|launch|launching|founded|created|established|formed|launched|"
    r"proclaimed|unveiled|announced|concluded|inaugurated|forged|put\s+together|gave\s+birth|brought\s+forth|brought\s+into\s+being|brought\s+about|give\s+birth|founds|creates|establishes|sets\s+up|gave\s+rise|laid\s+the\s+(?:foundations?|groundwork)|banded\s+together|joined\s+forces|"
    r"came\s+together|join(?:ed)?\s+together|teamed\s+up|birthday)\b"
)
_PASSIVE = lazily(r"(?:\b(?:was|is|were|been|being|got|itself|originally|first)|[,(])(?:\s+[a-z-]+){0,3}?\s*$")
_CALM = rf"(?:\s+(?!{_ELSE}\b)[a-z'-]+|[\s,]+[{LETTERS['date']}{LETTERS['number']}{LETTERS['place']}{LETTERS['region']}{LETTERS['capital']}{LETTERS['treaty']}{LETTERS['other']}]|\s*{LETTERS['aside']}|,)"
_BETWEEN = lazily(
    rf"(?:\s+(?:alliance\s+|pact\s+)?(?:between|of|linking|among|uniting)\s+{around.ROW_OF})?(?:\s*,[^,;]{{0,90}},)?(?:{_CALM}){{0,12}}?\s*"
)
_MAKERS = lazily(r"(?:\A\W*|\b(?:by|between|among|when)\s+(?:[a-z]+\s+){0,4})\Z")
_AND_OTHERS = lazily(
    rf"\s+and\s+(?P<n>{LETTERS['number']})\s+(?:of\s+(?:its|their)\s+)?(?:(?:[a-z]+|{LETTERS['region']}|{LETTERS['demonym']})\s+){{0,2}}?(?:allies|satellites|others|countries|states|nations|partners|neighbou?rs|republics|powers|members)\b"
)
_AUXILIARY = lazily(r"\b(?:was|is|were|been|being|got)\b")
_PRESENT = frozenset(["form", "found", "create", "establish", "launch"])
_DOCUMENT = lazily(r"\s+(?:treaty|treaties|documents?|charter|members?|fathers|states|nations|act|principles?)\b")
_WHICH_THEY = lazily(rf"\s*,?\s+(?:which|that)\s+{around.ROW_OF}(?:\s+[a-z]+){{0,4}}?\s+")
_ONTO = lazily(
    rf"(?:\s+(?!{_ELSE}\b|which\b|who\b|whom\b|and\b|but\b|for\b|with\b|from\b|by\b|at\b|on\b|members?\b|states\b|nations\b|countries\b|signatories\b|fathers\b|treaty\b|charter\b|documents?\b|act\b)[a-z-]+){{0,5}}?\s+(?:the\s+)?"
)
_FRONT = lazily(rf"(?:(?!\b{_ELSE}\b)[^;:])*?,\s*(?:the\s+)?(?:[a-z-]+\s+)?")


class Origin(NamedTuple):
    """What is told of an alliance's founding, and where in the mask."""

    alliance: str
    moment: Moment | None
    n: int | None
    states: tuple[str, ...]
    start: int
    end: int


def told(match: Match, dated: Callable[[str, Moment], bool], founders: Callable[[str], list[frozenset[str]]]) -> Iterator[Origin]:
    """The foundings told around a telling word, where the day, the founders or their number are those on record."""
    sentence, mask, (start, end) = match.sentence, match.sentence.folded, match.found.span()
    first, last = around.segment(mask, start, end)
    said = mask[first : min(last, end + 25)]
    if around.unsaid(said) or around.denied(said) or re.match(r"\W*had\b", said):
        return
    for item in sentence.inside(first, last):
        if item.letter != _A or not isinstance(item.what, Mention) or not (alliance := item.what.id) or not _linked(match, item):
            continue
        # What follows "when" or "by" may stand in the next clause.
        high = min((at for stop in ";" if (at := mask.find(stop, end)) >= 0), default=len(mask))
        moments = [(at, moment) for at, moment in around.dates(sentence, first, high, since=True) if dated(alliance, moment)]
        if any(at < last for at, _ in around.dates(sentence, first, last, since=True)) and not moments:
            return
        known = founders(alliance)
        rows = [
            row
            for row in around.rows(sentence, first, high)
            if len(row.states) > 1 and not around.goes_on(sentence, row) and any(one.issuperset(row.states) for one in known)
        ]
        numbers = [
            one
            for one in around.counted(sentence, first, high)
            if any(one[0] == len(all_of) for all_of in known) or (moments and _MAKERS.search(mask, first, one[1]))
        ]
        moments = sorted(moments, key=lambda pair: (abs(pair[0] - start), -len(pair[1].text)))
        rows = sorted(rows, key=lambda row: -len(row.states))[:1]
        for row in around.rows(sentence, first, high):
            # "The Soviet Union and seven allies" are eight.
            if moments and (more := _AND_OTHERS.match(mask, row.end)) and (quantity := sentence.number_at(more.start("n"))):
                rows, numbers = [], [(quantity + len(row.states), row.start, more.end())]
        if not (moments or rows or numbers):
            return
        spots = [start, end, item.at, item.at + 1]
        spots += (
            [at + one for at, _ in moments[:1] for one in (0, 1)]
            + [at for row in rows for at in (row.start, row.end)]
            + [at for one in numbers[:1] for at in one[1:]]
        )
        yield Origin(
            alliance,
            moments[0][1] if moments else None,
            numbers[0][0] if numbers else None,
            rows[0].states if rows else (),
            min(spots),
            max(spots),
        )
        return


def _linked(match: Match, item: Item) -> bool:
    """Whether it is the alliance itself that is told to have been founded, and not something of it."""
    mask, (start, end) = match.sentence.folded, match.found.span()
    if _DOCUMENT.match(mask, end) or (match.found[0] in _PRESENT and not re.search(r"\b(?:to|and)\s+$", mask[:start])):
        return False
    if item.at < start:
        between = mask[item.at + 1 : start]
        if re.fullmatch(r"'s\s+(?:[a-z-]+\s+){0,2}", between) and _MAKING.match(mask, start):
            return True
        if re.fullmatch(r"\s+ow(?:es|ed)\s+(?:its|their)\s+", between) and _MAKING.match(mask, start):
            return True
        if _MADE.match(mask, start) and _WHICH_THEY.fullmatch(between):
            return True
        if between.startswith("'") or is_modifier_at(mask, item.at + 1) or not _BETWEEN.fullmatch(between):
            return False
        if _ALONE.match(mask, start):
            return True
        # "Mali and Niger, the members of the AES, set up a force": after a mere comma the alliance must be what the clause begins with.
        bare = not _AUXILIARY.search(between)
        if bare and around.rows(match.sentence, around.segment(mask, item.at, start)[0], item.at):
            return False
        return bool(_MADE.match(mask, start) and _PASSIVE.search(between))
    between = mask[end : item.at]
    if is_modifier_at(mask, item.at + 1):
        return False
    if _MAKING.match(mask, start) and _ONTO.fullmatch(between):
        return True
    opened = re.fullmatch(
        rf"\W*(?:(?:when|since|after)\s+it\s+was\s+)?(?:[a-z-]+,?\s+|{LETTERS['number']},?\s+){{0,6}}",
        mask[around.segment(mask, start, end)[0] : start],
    )
    return bool(opened and _MADE.match(mask, start) and _FRONT.fullmatch(between))
