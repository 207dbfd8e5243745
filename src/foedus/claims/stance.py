"""Whose neutrality or nonalignment a sentence speaks of, and whether it holds, is given up or is only talked about: read off what stands around the word."""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.claims import pacts
from foedus.dates import Moment
from foedus.language.calendar import Dated
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS

_L = LETTERS
_DEMONYM, _DATE = _L["demonym"], _L["date"]
_NAME = f"[{pacts.SIDES}{_L['group']}]"
_LIST = rf"(?:the\s+|both\s+)?{_NAME}(?:\s*,\s*(?:the\s+)?{_NAME})*(?:\s*,?\s*(?:and|&|as\s+well\s+as)\s+(?:the\s+)?{_NAME})?"
_PLAIN = r"(?:\s+(?!from\b|that\b|to\b|about\b|on\b|over\b|and\b|against\b|for\b|despite\b|without\b|with\b|into\b|than\b)[a-z-]+)"
_STATES = r"(?:countries|country|states|state|nations|nation|powers?|republics?|members?|neighbou?rs?|governments|neutrals|islands?|kingdom|land|buffer|newcomers?|partners?|allies)"
_OWNERS = (
    re.compile(rf"(?P<o>{_LIST})'s?{_PLAIN}{{0,3}}?\s+(?:commitment|adherence|attachment|loyalty|devotion|return)\s+to{_PLAIN}{{0,3}}\s*$"),
    re.compile(rf"(?P<o>{_LIST})'s?{_PLAIN}{{0,5}}\s*$"),
    re.compile(rf"(?P<o>{_DEMONYM}(?:\s+and\s+{_DEMONYM})?){_PLAIN}{{0,4}}\s*$"),
)
_ITS = re.compile(rf"\b(?:its|their|whose|the\s+country's|the\s+nation's|own){_PLAIN}{{0,5}}\s*$")
_LAST_NAME = re.compile(rf"(?P<o>{_LIST})(?!.*{_NAME})")
_KEEPS = re.compile(
    rf"(?P<o>{_LIST}|{_DEMONYM}(?=\s+(?:government|parliament|republic|state|constitution|leaders|authorities)))(?:'s?\s+(?:parliament|government|president|king|prime\s+minister|leaders?|constitution|national\s+assembly|lawmakers))?(?=[\s,])[^.;:{pacts.SIDES}]{{0,60}}?\b(?:declar|proclaim|enact|passed|adopt|chos|embrac|follow|pursu|practis|practic|maintain|keep|kept|adher|committed|commits|commit|bound|"
    r"obliged|pledg|observ|uphold|upheld|cling|clung|insist|stick|stuck|preserv|retain|enshrin|espous|profess|opt|has|have|had|abandon|gave\s+up|given\s+up|renounc|dropp|ended|attached|wedded|sworn|"
    r"declares|affirm|reaffirm|guarantee|guard|defend|cherish|stand|stood)\w*(?:\s+(?!from\b|about\b|over\b|against\b|despite\b|without\b|than\b)[a-z'-]+){0,7}\s*$"
)
_COMMITS = re.compile(
    rf"\b(?:commit(?:s|ted|ting)?|bind(?:s|ing)?|bound|oblig(?:es|ed|ing)|pledg(?:es|ed|ing)|holds|tied)\s+(?P<o>{_LIST})\s+to{_PLAIN}{{0,4}}\s*$"
)
_A_LEADER = re.compile(
    rf"(?P<o>{_LIST})\s*[,—-]\s*(?:long\s+|still\s+)?(?:a|an|the|one\s+of\s+the|itself\s+a|{_L['number']}\s+of\s+the)\s+(?:[a-z-]+\s+){{0,4}}?(?:pioneers?|champions?|advocates?|founders?|founding\s+fathers?|bastion|stronghold|model|home|leaders?|proponents?|exponents?|standard-bearer)\s+of{_PLAIN}{{0,3}}\s*$"
)
_NO_PLANS = re.compile(
    r"\b(?:(?:no|any|little)\s+(?:plans?|intentions?|wish|desire|reason|appetite|interest)\s+(?:of|to|in|for)|rul(?:es|ed|ing)\s+out|not|never)\s+(?:to\s+|be\s+)?(?:[a-z]+ly\s+)?"
    r"(?:abandon\w*|giv(?:e|ing|en)\s+up|g[ai]ve\s+up|drop\w*|end\w*|renounc\w*|surrender\w*|scrap\w*|part\w*\s+with|ditch\w*|chang\w+|leav\w+|shed\w*)\b[^.;:,]{0,30}$"
)
"""What keeps a stance by not giving it up: "has no plans to abandon its neutrality"."""
_OF = re.compile(rf"(?:\s+and\s+[a-z-]+)?\s+(?:of|for)\s+(?P<o>{_LIST})")
_PART = re.compile(
    rf"\s+(?:is|has\s+(?:long\s+|always\s+)?been|was|remains|forms|lies|stands|became|has\s+become|as)\b(?!\s+(?:no|not)\b)[^.;:,{pacts.SIDES}{_DEMONYM}]{{0,70}}?\b(?:of|in|into|for|by|to)\s+(?:the\s+)?(?P<o>(?:both\s+)?{_LIST}|{_DEMONYM})"
)
_NOT_SAID = re.compile(
    r"\b(?:if|whether|should|want\w*|urg\w+|call\w*\s+(?:for|on|into)|debat\w+|referendum|propos\w+|consider\w*(?!\s+(?:itself|themselves))|reconsider\w*|rethink\w*|rethought|review\w*|question\w*|discuss\w*|an?\s+end\s+to|the\s+end\s+of|"
    r"demand\w*|offer\w*|suggest\w*|ask\w*|campaign\w*|future|hop\w+|plan\w*|threat\w*|forc\w+|would|could|might|may|in\s+favou?r\s+of|possible|idea|willing|ready|prepared|poll\w*|refus\w+|"
    r"claim\w*|pretend\w*|supposed\w*|so-called|jeopardi\w+|undermin\w+|doubt\w*|voters?|citizens|public|opposition|majority|instead|except|unlike|against|carbon|climate|gender|net|tax)\b[^.;:]*$"
)
_NOT_AFTER = re.compile(
    r"\s*(?:act|acts|pact|treaty|law\b(?!\s+of)|referendum|vote|debate|initiative|movement|would|could|might|should|if|in\s+the\s+(?:vote|war\s+between|dispute|conflict|race)|towards?|between|about|on\s+(?:the|abortion|whether)|"
    r"wire|zone|ground|venue|stance\s+on|colou?r|tone|observer|party|territory|expert|language|word|answer|position\s+on|site|country\s+code)\b|\s*[-/]\w"
)
_OPEN = re.compile(
    r"(?:\s+of\s+\S+)?\s+(?:is|was|were|are)\s+(?:up\s+for|open|negotiable|under\s+(?:discussion|review)|on\s+the\s+table|at\s+stake)\b"
)
_GIVEN_UP = re.compile(
    r"\b(?P<to>to\s+|will\s+|must\s+|not\s+|never\s+|should\s+)?(?:abandon\w*|g[ai]ve\s+up|given\s+up|giving\s+up|drop(?:ped|ping|s)?|end(?:ed|ing|s)|renounc\w*|shed|forsak\w+|forsook|discard\w*|scrap\w*|brok(?:e|en)\s+with|"
    r"breaking\s+with|depart(?:ed|ing)\s+from|turn(?:ed|ing)\s+(?:its|their)\s+backs?\s+on|set\s+aside|ditch\w*|jettison\w*|trad(?:ed|ing)|cast\s+off|left\s+behind|overturn\w*|revers\w+|swapp\w+|exchang\w+|"
    r"put\s+an\s+end\s+to|bade\s+farewell\s+to|said\s+(?:goodbye|farewell)\s+to|moved?\s+away\s+from|br(?:eak|oke)\s+away\s+from|lifted|repeal\w*|cancel\w*)\b[^.;:]{0,60}$"
)
_OVER = re.compile(
    r"\s*,?\s*(?:is|was|has\s+been|had\s+been|were|are)\s+(?:now\s+|finally\s+|formally\s+|officially\s+)?(?:over|ended|abandoned|dropped|gone|dead|history|scrapped|given\s+up|a\s+thing\s+of\s+the\s+past|no\s+more|"
    r"lifted|repealed|at\s+an\s+end|discarded|ancient\s+history)\b|\s*,?\s*(?:ended|came\s+to\s+an\s+end|is\s+no\s+more|lapsed|has\s+ended|ceased|gave\s+way|was\s+followed|yielded)\b"
)
_NO = re.compile(
    r"\b(?:no\s+longer|not|never|neither|nor|isn't|aren't|wasn't|ceased\s+to\s+be|stopped\s+being|formerly|previously|has\s+ended|without)\b"
)
_PAST = re.compile(r"\b(?:was|were|had\s+been|had)\b")
_ACT = re.compile(
    r"\b(?:declar\w+|proclaim\w+|adopt\w*|enshrin\w*|anchor\w*|inscrib\w+|wrote|written|laid\s+down|passed|enacted|sealed|fixed|set\s+down|constitutional\s+law|law)\b"
)
_BE = r"(?:be|remain|profess(?:es|ed)?\s+to\s+be|(?:has|have|enjoys?|holds?)\s+the\s+status\s+of|(?:is|are|was|were)\s+recogni[sz]ed\s+as|(?:declares|makes|proclaims|defines|describes|calls|declared|made|proclaimed)\s+(?:it|the\s+republic|the\s+kingdom|the\s+country|the\s+state|the\s+island|the\s+nation)(?:\s+as)?|is|are|remains?|stays?|being|became|becomes?|was|were|been|keeps?|kept|'s|stayed|remained|(?:considers?|regards?|sees?|describes?|defines?|declare[sd]?|proclaim(?:s|ed)?|styles|calls?)\s+(?:itself|themselves)(?:\s+as|\s+to\s+be)?)"
_PREDICATE = re.compile(
    rf"(?P<o>{_LIST}|the\s+{_DEMONYM})(?:'s\s+constitution)?(?P<gap>(?:\s*,[^,]{{0,90}},|\s*\ue00f)?(?:\s*,?\s*(?:which|who|that))?(?:\s+[a-z]+){{0,6}}?\s+{_BE}(?:\s+(?!than\b|about\b|on\b)[a-z-]+|\s+{_L['number']}){{0,4}})\s*$"
)
_PEOPLE = re.compile(
    r"\s*,?\s+(?:who|are|were|have|had|remain|remained|stay|stayed|keep|kept|chose|government|state|republic|kingdom|constitution|confederation)\b"
)
_COUNTRY = re.compile(
    r"\b(?:the\s+country|the\s+island|the\s+nation|it)\b(?P<gap>\s+(?:is|was|remains|has\s+been|has\s+(?:long|always)\s+been|stays)(?:\s+[a-z-]+){0,3})\s*$"
)
_APPOSED = re.compile(
    rf"(?P<o>{_LIST})\s*[,—-]\s*(?P<not>(?:no\s+longer|not)\s+)?(?:(?:both\s+of\s+them|all\s+of\s+them|long|still|both|all|itself|as|a|an|another|the|other|two|three|each|once|also|by\s+tradition|by\s+law)\s+|[a-z-]+ly\s+|{_L['number']}\s+)*$"
)
_FRONTED = re.compile(
    r"^\W*(?:(?:as|like|being|long|though|although|traditionally)\s+)?(?:(?:a|an|both|two|the|other)\s+)?(?:[a-z-]+\s+){0,2}$"
)
_NAMED = re.compile(rf"(?:\s+and\s+[a-z-]+)?\s+(?P<o>{_LIST})")
POLICY = re.compile(r"\s+(?:foreign\s+|security\s+|defen[cs]e\s+)?(?:policy|course|tradition|posture|foreign\s+policies)\b")
"""What makes an adjective speak of a state's own stance: "a nonaligned foreign policy"."""
_GROUP = re.compile(
    rf"(?:\s+and\s+[a-z-]+)?(?:\s+(?:[a-z-]+|{_L['region']}|{_DEMONYM}|{_L['alliance']}|{_L['other']})){{0,3}}?(?:\s+(?:{_STATES}|{_L['group']}))"
    rf"(?:\s+(?:of|in)\s+(?:the\s+)?(?:{_L['alliance']}|{_L['region']}))?(?:\s*(?:,|:|—|\(|\s-\s))?\s*(?:(?:such\s+as|like|are|were|include|including|namely|notably|is|of)\s+)?(?P<o>{_LIST})"
)
_NEUTRALS = re.compile(
    rf"(?:\s+(?:of|in|within|among)\s+(?:the\s+)?(?:{_L['alliance']}|{_L['region']}))?\s*(?:,|:|—|\(|\s-\s)?\s*(?:(?:such\s+as|like|are|were|include|including|namely|notably|is)\s+)?(?P<o>{_LIST})"
)
_END = re.compile(
    rf"\s*(?:$|[,.;:!?)\"\u2014-]|{_DATE}|(?:and|but|under|by|since|until|because|despite|while|though|although|throughout|for|at|as|or|during|in|before|today|too|has|have|is|are|ever|to\s+this|of|when|from|with|even|according|no\s+more|again|ever)\b|(?:and\s+)?(?:[a-z-]+\s+){{0,2}}{_STATES}\b)"
)
_OLD = re.compile(r"\b(?:cold\s+war|world\s+war|wartime|century|centuries\s+ago)\b")


class Stance(NamedTuple):
    """Of which *states* a stance is told; *act* if the sentence tells how it came about; *start* and *end* are positions of the mask."""

    states: tuple[str, ...]
    basis: str
    when: Moment | None
    negated: bool
    past: bool
    start: int
    end: int


def of_noun(match: Match) -> Stance | None:
    """What is told with a noun: "Austria's neutrality", "pursues a policy of nonalignment"."""
    mask, (start, end) = match.sentence.folded, match.found.span()
    first, last = pacts.clause(mask, start, end)
    before, behind = mask[first:start], mask[end:last]
    if (
        _NOT_AFTER.match(behind)
        or _OPEN.match(behind)
        or re.search(r"\b(?:end|ending|former|violation|breach|question)\s+(?:of|to)?\s*$", before)
    ):
        return None
    kept = bool(_NO_PLANS.search(before))
    given_up = None if kept else _GIVEN_UP.search(before)
    if given_up and given_up["to"] and given_up["to"].strip() in ("not", "never"):
        given_up = None
    elif given_up and given_up["to"]:
        return None
    if (not kept and _NOT_SAID.search(before)) or (
        given_up and not re.search(r"\b(?:has|have|had)\s+(?:[a-z]+\s+){0,2}$", before[: given_up.start()])
    ):
        return None
    states: tuple[str, ...] = ()
    span = (start, end)
    for pattern in (_COMMITS, _A_LEADER, *_OWNERS):
        if (found := pattern.search(before)) and re.search(r"\ba(?:n)?\s+$", before[: found.start()]):
            return None  # "a Ukrainian neutrality" is one that there might be
        if found and not (pattern is _COMMITS and re.match(r"\s+(?:in|if|should|with|when|for)\b", behind)):
            states = match.sentence.states(first + found.start("o"), first + found.end("o"), demonyms=True)
            span = (first + found.start("o"), end)
            break
    if not states and _ITS.search(before):
        found = _LAST_NAME.search(before)
        if found:
            states, span = (
                match.sentence.states(first + found.start("o"), first + found.end("o"), demonyms=True),
                (first + found.start("o"), end),
            )
        elif (named := match.antecedent("state")) is not None:
            states = (named.id,)
    if not states and (found := _KEEPS.search(before)):
        states, span = (
            match.sentence.states(first + found.start("o"), first + found.end("o"), demonyms=True),
            (first + found.start("o"), end),
        )
    if not states and (found := _OF.match(behind)):
        states, span = match.sentence.states(end + found.start("o"), end + found.end("o"), demonyms=True), (start, end + found.end("o"))
    if not states and (found := _PART.match(behind)):
        states, span = match.sentence.states(end + found.start("o"), end + found.end("o"), demonyms=True), (start, end + found.end("o"))
    if not states:
        return None
    between = mask[span[0] : start]
    negated = bool(given_up) or bool(_OVER.match(behind)) or bool(re.search(r"\b(?:no\s+longer|not|never)\b", between))
    basis = _basis(mask[span[0] : min(last, end + 90)])
    act = _ACT.search(between) or _ACT.search(behind[:90])
    when, reach = (None, end) if negated or not act or "since" in mask[first:last] else _when(match, first, span[0], end, last)
    if basis and (found := re.compile(r"[^.;:,]{0,60}?\b(?:constitution\w*(?:\s+law)?|basic\s+law|law)\b").match(behind)) and not given_up:
        span = (span[0], max(span[1], end + found.end()))
    past = bool(_PAST.search(between) or re.match(r"\s+(?:was|were|had)\b", behind) or _OLD.search(mask)) and not act
    return Stance(states, basis, when, negated, past and not negated, span[0], max(span[1], reach))


def of_adjective(match: Match) -> Stance | None:
    """What is told with an adjective: "neutral Austria", "is militarily nonaligned", "neutral states such as Malta"."""
    mask, (start, end) = match.sentence.folded, match.found.span()
    first, last = pacts.clause(mask, start, end)
    before, behind = mask[first:start], mask[end:last]
    if _NOT_AFTER.match(behind) or _NOT_SAID.search(before):
        return None
    apart = re.search(
        r"\b(?:formerly|previously|once|then|hitherto|former|un|more|no\s+longer|not|nor|become|becoming|remain|stay|staying|remaining)[\s-]*$",
        before,
    )
    wide = mask[end : mask.find(";", end) if ";" in mask[end:] else len(mask)]
    found = _GROUP.match(wide) if mask[start:end].strip() != "neutrals" else _NEUTRALS.match(wide)
    found = found or (
        None
        if re.match(r"\s*(?:and\s)?[a-z]", behind) and not re.match(r"\s+and\s+[a-z-]+\s+[\ue000-\ue010]", behind)
        else _NAMED.match(behind)
    )
    subject = _PREDICATE.search(before)
    if found and _NAMED.match(behind) and re.search(r"\b(?:a|an|any)\s+(?:[a-z]+ly\s+)?$", before):
        return None  # "a neutral Ukraine" is one that there might be
    if found and not apart and not (subject and "\ue010" in found["o"]):
        when_old = _OLD.search(mask) or _long_ago(match)
        if when_old:
            return None
        lead = re.search(r"(?:\b(?:[a-z]+ly|long|long-time|longtime|the)\s+)*$", before)
        low = start - len(lead[0]) if lead else start
        return Stance(
            match.sentence.states(end + found.start("o"), end + found.end("o"), demonyms=True),
            _basis(before[-30:]),
            None,
            False,
            False,
            low,
            end + found.end("o"),
        )
    if (
        apart
        and apart[0].strip() in ("formerly", "previously", "once", "then", "hitherto", "former", "un", "more", "become", "becoming")
        and not subject
    ):
        return None
    if subject and subject["o"][-1] == _DEMONYM and not _PEOPLE.match(subject["gap"]):
        subject = None  # "the Swiss referee stayed neutral"
    if subject and _END.match(behind):
        gap = subject["gap"]
        if re.search(r"\b(?:become|becoming|said|says|voted|seek\w*|to\s+(?:be|stay|remain|keep))\b", gap) and not re.search(
            r"\b(?:determined|bound|obliged|required|committed|obliges|requires|commits|binds|chosen|chose|opted|decided|prefers|preferred|elected)\s+(?:it\s+|the\s+country\s+)?to\b|declar|itself|consider|profess",
            gap,
        ):
            return None
        states = match.sentence.states(first + subject.start("o"), first + subject.end("o"), demonyms=True)
        tail = re.compile(
            rf"\s+(?:and\s+)?(?:[a-z-]+\s+){{0,2}}{_STATES}\b|\s+(?:by\s+(?:law|tradition)|(?:under|by|according\s+to)\s+(?:its|the|their)\s+constitution)"
        ).match(behind)
        reach = end + (tail.end() if tail else 0)
        declared = re.search(r"\b(?:declar|proclaim)\w*", gap)
        when, until = _when(match, first, first + subject.start(), reach, last) if declared else (None, reach)
        negated = (
            bool(_NO.search(gap))
            or bool(re.match(r"\s+no\s+(?:more|longer)\b", behind))
            or bool(re.search(r"\bneither\s*$", before[: subject.start()]))
        )
        past = bool(_PAST.search(gap)) or (bool(re.search(r"\b(?:stayed|remained|became|kept)\b", gap)))
        opened = re.match(r"\s*under\s[^,]{0,40}\bconstitution\s*,\s*$", before[: subject.start()])
        low = first if opened else first + subject.start()
        return Stance(
            states,
            _basis(mask[low : reach + 40] if tail or opened else mask[low:reach]),
            when,
            negated,
            past and not negated and not declared,
            low,
            max(reach, until),
        )
    if (
        (spoken := _COUNTRY.search(before))
        and _END.match(behind)
        and (meant := match.antecedent("state"))
        and not _NO.search(spoken["gap"])
    ):
        return Stance((meant.id,), "", None, False, bool(_PAST.search(spoken["gap"])), first + spoken.start(), end)
    if (
        (apposed := _APPOSED.search(before))
        and re.match(rf"\s*(?:$|[,.;)—]|\s+(?:since|for|until|under|in)\b|\s(?:and\s+)?(?:[a-z-]+\s+){{0,2}}{_STATES}\b|\s+by\s)", behind)
        and not re.search(r"\bonce\b", apposed[0])
    ):
        if _long_ago(match):
            return None
        tail = re.compile(
            rf"(?:\s+(?:and\s+)?(?:[a-z-]+\s+){{0,2}}{_STATES}\b)?(?:\s+(?:by\s+(?:law|tradition)|(?:under|by)\s+(?:its|the|their)\s+constitution))?"
        ).match(behind)
        reach = end + (tail.end() if tail else 0)
        basis = _basis(mask[first + apposed.start() : reach])
        when, until = _when(match, first, first + apposed.start(), reach, reach + 12) if basis == "constitution" else (None, reach)
        return Stance(
            match.sentence.states(first + apposed.start("o"), first + apposed.end("o"), demonyms=True),
            basis,
            when,
            bool(apposed["not"]),
            False,
            first + apposed.start(),
            max(reach, until),
        )
    if _FRONTED.match(before) and (
        named := re.compile(rf"(?:\s+and\s+[a-z-]+)?(?:\s+[a-z-]+){{0,2}}?\s+{_STATES}[^,.;:]{{0,60}},\s*(?P<o>{_LIST})").match(behind)
    ):
        return Stance(
            match.sentence.states(end + named.start("o"), end + named.end("o"), demonyms=True),
            "",
            None,
            False,
            False,
            first,
            end + named.end("o"),
        )
    if _FRONTED.match(before) and (named := re.compile(rf"\s+(?:since|by|for|in|under)\b[^,.;:]{{1,50}},\s*(?P<o>{_LIST})").match(behind)):
        return Stance(
            match.sentence.states(end + named.start("o"), end + named.end("o"), demonyms=True),
            _basis(behind[: named.start("o")]),
            None,
            False,
            False,
            first,
            end + named.end("o"),
        )
    return None


def _basis(words: str) -> str:
    if re.search(r"\bconstitution|\bbasic\s+law", words):
        return "constitution"
    if re.search(r"\bpolic(?:y|ies)\s+of\b|\bpolicy\b(?=[^.]*$)", words) and "foreign policy" not in words:
        return "policy"
    return "law" if re.search(r"\b(?:by|a|in|into)\s+law\b|\blaw\s+(?:on|of|establish)", words) else ""


def _when(match: Match, first: int, start: int, end: int, last: int) -> tuple[Moment | None, int]:
    """The day of a declaration: behind it, or ahead."""
    mask = match.sentence.folded
    dates = [(item.at, item.what.moment) for item in match.sentence.items if isinstance(item.what, Dated)]
    for at, moment in dates:
        if (
            end <= at < last
            and not re.search(r"\b(?:but|when|after|before|until|while|and\s+(?:was|is|has|joined))\b", mask[end:at])
            and at - end < 60
        ):
            return moment, at + 1
        if start <= at < end:
            return moment, end
    for at, moment in dates:
        if first <= at < start and re.fullmatch(r"\s*,?\s*(?:the\s+)?", mask[at + 1 : start]):
            return moment, end
    return None, end


def _long_ago(match: Match) -> bool:
    mask = match.sentence.folded
    dates = [
        item.what.moment.latest
        for item in match.sentence.items
        if isinstance(item.what, Dated) and not re.search(r"\b(?:since|from|for|of)\s+$", mask[: item.at])
    ]
    return bool(_OLD.search(match.sentence.folded)) or any((match.sentence.context.published - day).days > 730 for day in dates)
