"""What stands around a phrasing's match: whether its first name is the subject, its date in front or behind, where its clause ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.dates import Moment, parse_moment
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Sentence, is_group

_DATE = LETTERS["date"]
_ALLIANCE = LETTERS["alliance"]
_NO_SUBJECT = lazily(
    r"\b(?:in|of|from|with|against|for|between|by|among|within|across|outside|inside|near|on|to|at|over|about|than|towards?|into|neither|nor|not|never|let|letting|"
    r"have|has|make|makes|made|see|saw|keep|whether|if|should|unlike|except|called|named|dubbed|except\s+for|besides|had|all\s+but|everyone\s+but|nearly|almost|virtually|practically)(?:\s+the)?\s*$",
    re.I,
)
_FORECAST = lazily(r"\b(?:expect\w*|predict\w*|forecast\w*|speculat\w*|doubt\w*|fear\w*|likely|probably|perhaps)\b[^.;,:—]*$", re.I)
_RELATIVE = lazily(
    rf"\s*(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}{LETTERS['government']}{LETTERS['alliance']}]\s*,?\s+(?:which|who)\b"
)
_DENYING = lazily(
    r"\b(?:neither|nor|not|never|whether|if|unlike|except|except\s+for|besides|all\s+but|everyone\s+but|named|called|dubbed)(?:\s+the)?\s*$",
    re.I,
)
_WHEN = lazily(rf"\b(?P<all>(?:in|on|of|until|was|late\s+in|early\s+in)\s+(?P<date>{_DATE})\s*,?\s+when\s+(?:the\s+)?)$", re.I)
_ON_WHICH = lazily(rf"(?P<all>(?P<date>{_DATE})\s*,\s+(?:on|in)\s+which\s+(?:the\s+)?)$", re.I)
_FRONTED = lazily(
    rf"^(?P<all>\s*\"?(?:With|At|On|By|In|During|Upon)\b[^,;:—()\"\ue000\ue00d\ue010]*\s(?:on|in|of)\s+(?P<date>{_DATE})\s*,\s*(?:the\s+)?)$"
)
"""A date that ends what a sentence opens with: "With the deposit of its papers in Washington on 5 June 2017, Montenegro ..."."""
_NAMED = f"[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}{LETTERS['government']}]"
_BEFORE = lazily(
    rf"(?:^|[,;:—\"]\s*|\b(?:and|but|when|that|before|after|since|was|until|yet|so)\s+)(?P<all>(?:(?:but|and|then|back|early|late|only|yet|later|again|finally|first)\s+)?"
    rf"(?:(?:in|on|by|during|late in|early in|as late as|at the end of|at the start of|at the beginning of|in the course of|it was in|it was on|it was not until|not until)\s+)?(?:the\s+(?:year|summer|spring|month)\s+(?:of\s+)?)?(?P<date>{_DATE})(?:\s+{_DATE})?"
    rf"(?:\s*\ue00f|\s*,\s*(?:the|that)\s+(?:same\s+|very\s+)?(?:year|month|day|week|spring|summer|autumn)\s*(?:in\s+which|on\s+which|when|that)?|\s*[,(—][^,;:—()\"\ue000\ue00c\ue00d\ue010]{{3,80}}(?=[,)—]))?\s*(?:,|:|\)|—|that|when)?\s*(?:the\s+)?)$",
    re.I,
)
_HALTS = r"(?:that|which|who|where|when|while|after|before|since|because|until|following|despite|under|over|whether|if|would|could|is|was|were|are|has|have|had|held|said|says|then|later|(?!speed)[a-z]+(?:ed|ing))\b"
"""Words after which a date belongs to something else than the verb before: "joined after the Soviet Union collapsed in 1991"."""
_WAY = (
    rf"(?:\s*,)?\s+(?:as|for|at|on(?=\s+the\s)|together|along|alongside|with|without|in|by|from|amid|among|to)(?:(?:\s+|\s*,\s+|(?=\s?'))(?!{_HALTS})(?:[A-Za-z'][a-z'-]*"
    rf"|[{''.join(LETTERS[kind] for kind in ('number', 'place', 'capital', 'government', 'state', 'group', 'demonym'))}])){{1,9}}?"
)
"""How or with whom something was done, before the date: "as a full member", "together with nine others", "for the second time"."""
_AFTER = lazily(
    rf"(?:\s*\ue00f)?(?:\s*,)?(?:\s+(?:together|jointly|formally|officially|at\s+once|in\s+one\s+go|all\s+together|itself|back|only|again|altogether|completely|as\s+well|earlier|later|late|just|more\s+than|almost|nearly|some|about|over|once|first|twice|finally|and))?"
    rf"(?:{_WAY}(?=\s*,|\s+(?:on|in|of)\s|\s+{_DATE}\s*(?:[.,;:)]|$)))?(?:\s*[,(])?"
    rf"(?:\s+(?:on|in|by|of|during|as\s+of|as\s+from|with\s+effect\s+from|effective|as\s+late\s+as|as\s+early\s+as|as\s+recently\s+as|only\s+in|again\s+in|back\s+in|(?:at|by)\s+the\s+(?:very\s+)?(?:end|start|beginning|turn)\s+of|in\s+the\s+course\s+of|in\s+the\s+(?:spring|summer|autumn|fall|winter|year|month)\s+of|early\s+in|late\s+in|"
    rf"in\s+early|in\s+late|in\s+mid-))?(?:\s+{LETTERS['place']}\s*,?(?:\s+(?:on|in))?)?\s+(?P<date>{_DATE})"
)
_CLAUSE_END = lazily(
    rf"\s*(?:$|[.,;:!)\]—\"\ue00f]|{_DATE}|\s+in\s+(?:{_DATE}|the|its|their|order|response|spite|protest|light|a|early|late|mid)\b|\s+in\s+{_DATE}|\s+(?:in|at)\s+(?:[\ue006\ue00c]|(?-i:[A-Z]))|\s+\ue00a\s+(?:days|weeks|months|years)|\s(?:on|of|since|by|as|at|during|after|before|following|because|over|between|with\s+the|and|but|when|while|under|amid|despite|for|until|altogether|completely|"
    r"entirely|itself|together|jointly|last|early|late|back|only|again|to\s+(?:protest|become|return)|formally|officially|though|although|"
    r"one|two|three|almost|nearly|barely|exactly|roughly|around|some|days|weeks|months|years|decades|hours|shortly|soon|immediately|once|the|along|alongside|even|earlier|later|just|too)\b|\s+with\s+[\ue000-\ue001])",
    re.I,
)


COMMANDS = {"NATO": "NATO-MIL"}
"""An alliance's military command is recorded as an alliance of its own, so that to leave it is not to leave the alliance."""

_WHOLE = {command: whole for whole, command in COMMANDS.items()}


_MODIFIED = lazily(
    r"\s*['-]|\s+(?:lead|exercises?|drills?|manoeuvres|maneuvers|headquarters|troops|forces?|soldiers|talks|summits?|meetings?|missions?|bases?|cent(?:re|er)s?|committees?|councils?|commands?|"
    r"commanders?|budgets?|enlargements?|expansions?|officials?|leaders?|chief|chiefs|ministers?|ambassadors?|secretary|secretariat|spokes\w+|partners?|partnerships?|programs?|programmes?|"
    r"projects?|operations?|jets|planes|ships|aircraft|battle\s?groups?|brigades?|battalions?|flags?|standards?|codes?|plans?|policy|policies|territory|soil|airspace|bids?|aspirations?|"
    r"aspirants?|candidates?|candidacy|applications?|applicants?|hopefuls?|membership|accession|allies|ally|members?|nations?|countries|states?|parliamentary|assembly|training|"
    r"weapons|arms|equipment|intelligence|treaty|charter|response|rapid|fleets?|group|groups|task|working|framework|institutions?|structures?|bodies|umbrella|circles|capitals|envoys?|"
    r"schools?|college|academy|reserves?|deployments?|patrols?|uniforms?|insignia|funds?|funding|financing|spending|targets?|goals?|guidelines?|communiqu\w+|declarations?|statements?|"
    r"decisions?|invitations?|offers?|proposals?|studies|study|sanctions|markets?|law|rules|border|borders|flank|neighbou?rs?|citizens?|expansionism|warplanes|pilots|support|aid|"
    r"assistance|consultations|ministerial|cyber|air|naval|maritime|military|security|defen[cs]e|nuclear|missile|early|interests?|strategy|coalition)\b",
    re.I,
)
_WISH = lazily(
    r"\b(?:insist|demand|want|require|propose|suggest|urge|recommend|guarantee|ensure|agree|expect|predict|forecast|prefer|oppose|favou?r|insure|ask|hope|wish|plan|allow|enable|"
    r"prevent|force|permit|let|help|keep|promise|pledge|idea|prospect|possibility|question|debate|referendum|vote|offer|support|bid)\w*\b[^.;,:—\"]*$|\b(?:would-be|prospective|future|potential|possible)\s*$",
    re.I,
)
_FORMER = lazily(
    r"\b(?:former|ex|once|onetime|one-time|formerly|future|prospective|aspiring|potential|would-be|candidate|possible|likely|non|no|not|any|every|many|most|each|never)[\s-]*$",
    re.I,
)
_CLAUSE_START = lazily(
    r"(?:^|[,;:—()\"\ue00f]|\b(?:and|but|while|when|after|before|since|although|though|as|because|that|with|following|until|was|is|saw|by|than|to|than|whereas))\s*(?:the\s+)?$",
    re.I,
)


_JOINT_SUBJECT = lazily(
    rf"(?:(?:following|after|before|despite|with|since|in|on|at|amid|under|although|though|while)\b[^,;:—]{{3,90}},\s+)?"
    rf"(?:the\s+|both\s+|(?:(?:in|on|by)\s+)?{_DATE}\s*,?\s+(?:{_DATE}\s*,?\s+)?)?[{LETTERS['state']}{LETTERS['group']}]",
    re.I,
)
_LISTED = lazily(rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}])*", re.I)
_THEY = lazily(
    rf"[\s\"]*(?:(?:In|On|By)\s+{_DATE}\s*,?\s+)?(?:(?P<word>both|they|the\s+pair|the\s+trio)\b(?:\s+(?:countries|states|nations|of\s+them))?|(?:all|the|these|all\s+of\s+the)\s+(?P<n>{LETTERS['number']})(?:\s+[A-Za-z]+)?(?:\s+(?:countries|states|nations|neighbou?rs|newcomers))?"
    rf"|these\s+(?:countries|states|nations))(?=\s*,?\s+[a-z])",
    re.I,
)
_OTHER_SUBJECT = lazily(
    r"[,;:—]\s*(?:and|but|while|which|who|that)?\s*(?:the\s+)?[\ue000\ue001\ue004\ue00c\ue00d\ue010]\s+[a-z]|\bthat\b|\bsaid\b|\"", re.I
)


def opening_states(match: Match) -> tuple[str, ...]:
    """The states with which the sentence opens, as the subject of a verb after "and" or "but"; none if another subject came between.

    "Both", "they" and "the three countries" are those that the sentence before named in a row.
    """
    mask = match.sentence.mask
    if plural := _THEY.match(mask):
        if plural.end() < match.found.start() and _OTHER_SUBJECT.search(mask, plural.end(), match.found.start()):
            return ()
        count = (
            match.sentence.name_count(plural.start("n"))
            if plural["n"]
            else {"both": 2, "the pair": 2, "the trio": 3}.get((plural["word"] or "").lower(), 0)
        )
        states = tuple(dict.fromkeys(name.id for name in match.sentence.row_before))
        return states if len(states) > 1 and count in (0, len(states)) else ()
    opening = _JOINT_SUBJECT.match(mask)
    listed = _LISTED.match(mask, opening.end()) if opening else None
    if (
        opening is None
        or listed is None
        or listed.end() > match.found.start()
        or _OTHER_SUBJECT.search(mask, listed.end(), match.found.start())
    ):
        return ()
    groups, found = match.sentence.context.names.regions, []
    for item in match.sentence.inside(opening.end() - 1, match.found.start()):
        between = mask[opening.end() : item.at]
        if not re.fullmatch(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|[\ue000\ue010])*", between) or not isinstance(item.what, Mention):
            break
        name = item.what.meanings[0]
        found += list(groups.get(name.id, ())) if is_group(name) else [name.id]
    return tuple(found)


MIDDLE = (
    "(only|first|finally|both|all|then|later|also|all three|itself|duly|promptly|at last|too|each|soon|since|now|subsequently|eventually|jointly|quickly|reluctantly|"
    "together|simultaneously|once again|again|formally|officially|however|meanwhile|likewise|already|abruptly|in fact|in turn|for its part)"
)
"""Words between a subject and its verb that do not change what is said, for phrasings."""
SUBJECT = (
    "{states=govs} [, (along with|together with|alongside|as well as|and later|and then) {states} ,] [,] [which|who|that] "
    f"[[,] [only|back|late|early|later] [in|on|by|since] {{date}} [,]] [{MIDDLE}]"
)
"""States as the subject of a verb, for phrasings: "Hungary, together with Poland, in 1999 finally ..."."""


WAS = f"(was|were|has been|have been|had been|been|is being|are being|was being|were being|being|got|gets|is now|are now) [{MIDDLE}]"
TAKEN = (
    "(admitted|accepted|allowed|welcomed|brought|taken|let|integrated|received|ushered|inducted|incorporated|absorbed|folded|added|readmitted|enrolled|co-opted|drawn|"
    "embraced|taken on|swept|invited in|pulled)"
)
IN_IT = "[the (fold|ranks|family|club|ambit|circle|orbit|embrace) of|full membership of|full membership in|membership of|membership in] {alliance} ['s (ranks|fold|family|embrace)]"
ENTERED = f"([has|have|had] [{MIDDLE}] <got-in>|{WAS} {TAKEN} [back] [as [a|an] [~] [<member>]] (into|to|in|of)) {IN_IT}"
"""How a state comes into an alliance, for phrasings."""


def is_modifier(match: Match, slot: str = "") -> bool:
    """Whether the name at the end of the match (or in *slot*) only says whose: "NATO's strategy", "NATO exercises"."""
    return bool(_MODIFIED.match(match.sentence.mask[match.found.end(slot or 0) :]))


def is_modifier_at(mask: str, end: int) -> bool:
    """Whether the name that ends at a position of the mask only says whose: "NATO's strategy", "NATO exercises"."""
    return bool(_MODIFIED.match(mask, end))


def is_wished(match: Match) -> bool:
    """Whether the words before make it a wish, a demand or a forecast: "insists that Ukraine remain outside"."""
    return bool(_WISH.search(match.sentence.mask[: match.found.start()]))


def is_former(match: Match) -> bool:
    """Whether the word right before takes the description back: "former Warsaw Pact member"."""
    return bool(_FORMER.search(match.sentence.mask[: match.found.start()]))


def opens_clause(match: Match) -> bool:
    """Whether the match stands at the start of a clause, so that no verb before governs it."""
    return bool(_CLAUSE_START.search(match.sentence.mask[: match.found.start()]))


_JOINED_BEFORE = lazily(
    rf"((?:[{LETTERS['demonym']}{_NAMED[1:-1]}]\s*,\s*(?:the\s+)?)*[{LETTERS['demonym']}{_NAMED[1:-1]}]\s*,?\s+(?:and|as\s+well\s+as)\s+(?:the\s+)?)$"
)
_JOINED_AFTER = lazily(
    rf"((?:\s*,\s*(?:to\s+|in\s+)?(?:the\s+)?{_NAMED})*\s*,?\s+(?:and|as\s+well\s+as)\s+(?:to\s+|in\s+|into\s+)?(?:the\s+|neighbou?ring\s+)?{_NAMED}|(?:\s*,\s*(?:the\s+)?{_NAMED})+(?=\s*(?:[.;:)]|$)))"
    rf"(?=\s*(?:[.,;:)—]|$)|\s+(?:in|on|to|for|with|by|from|since|during|after|before|as|at|where|which|who|while|when|under|amid|against|last|this|early|late|between|despite|over|and|but)\b|\s+(?:in\s+|on\s+)?{_DATE})"
)


def joined_before(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states joined by commas and "and" to the one at a position: "Spain, Italy and" before "Poland"."""
    found = _JOINED_BEFORE.search(sentence.folded[:at])
    return sentence.states(found.start(), at, demonyms=True) if found else ()


def joined_after(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states joined to the one at a position behind it: ", Latvia and Poland" after "Estonia"; not the subject of the verb that follows."""
    found = _JOINED_AFTER.match(sentence.folded, at + 1)
    return sentence.states(at + 1, found.end(1), demonyms=True) if found else ()


def joined_bounds(sentence: Sentence, start: int, end: int, first: int | None, last: int) -> tuple[int, int]:
    """The bounds of a match with what is joined to its first and its last name."""
    before = _JOINED_BEFORE.search(sentence.folded[:first]) if first is not None else None
    after = _JOINED_AFTER.match(sentence.folded, last + 1)
    return min(start, before.start() if before else start), max(end, after.end(1) if after else end)


def slots(match: Match, name: str) -> list[str]:
    """The filled slots of a name, however often the phrasing has it."""
    return [slot for slot in match.found.re.groupindex if match.has(slot) and (slot == name or slot.startswith(f"{name}_"))]


def is_subject(match: Match) -> bool:
    """Whether what the match begins with can be the subject of an assertion: not "in Finland", "neither Finland", "experts expect that Finland"."""
    before = match.sentence.mask[: match.found.start()]
    if _FORECAST.search(before):
        return False
    # "For Helsinki, which applied in May": of a relative clause the name before it is the subject, whatever stands before that.
    return not _NO_SUBJECT.search(before) or (bool(_RELATIVE.match(match.found[0])) and not _DENYING.search(before))


def ends_clause(match: Match) -> bool:
    """Whether an alliance's name at the end of the match stands alone, and is not the first word of something longer ("NATO headquarters", "NATO's budget")."""
    end = match.found.end()
    rest = match.sentence.mask[end:]
    if match.sentence.mask[end - 1] != _ALLIANCE:
        return not re.match(r"\s?'|-", rest)
    return not re.match(r"\s?'|-", rest) and bool(_CLAUSE_END.match(rest))


def alliance_of(match: Match) -> str:
    """The alliance in any of the match's slots for one; where there is none, the last one named, or the only one that the sentence names."""
    for slot in match.found.re.groupindex:
        for name in match.names(slot) if slot.startswith("alliance") else ():
            # "The alliance" after a command has been named is still the alliance.
            return _WHOLE.get(name.id, name.id) if name.use == "anaphor" else name.id
    named = match.antecedent("alliance")
    if named is not None:
        return _WHOLE.get(named.id, named.id)
    here = {
        item.what.id for item in match.sentence.items if isinstance(item.what, Mention) and item.what.type == "alliance" and item.what.id
    }
    if len(here) == 1:
        return here.pop()
    # What the sentence has just said of one: "returned to the pact in 2006 but withdrew again in 2012".
    said = (getattr(claim, "alliance", "") for claim in reversed(match.sentence.context.said))
    return next((str(id) for id in said if id), "")


def date_of(match: Match) -> tuple[Moment | None, int, int]:
    """The date in the match, right after or right before it, and the bounds of the match with that date."""
    start, end = match.found.span()
    for slot in ("date", "date_2", "date_3"):
        if match.date(slot):
            return match.date(slot), start, end
    mask = match.sentence.mask
    after, before = _AFTER.match(mask, end), _BEFORE.search(mask[:start])
    if after and not (before and re.match(rf"\s+by\b|\s*,?\s+(?:the\s+)?{_NAMED}", mask[after.end() :])):
        return match.sentence.moment_at(after.start("date")), start, after.end()
    before = before or _WHEN.search(mask[:start]) or _FRONTED.search(mask[:start]) or _ON_WHICH.search(mask[:start])
    if before:
        return match.sentence.moment_at(before.start("date")), before.start("all"), end
    return None, start, end


_ONE = rf"(?:the\s+|both\s+|then\s+)?{_NAMED}"
_SEVERAL = rf"{_ONE}(?:(?:\s*,\s*{_ONE})*\s*,?\s+and\s+{_ONE})?"
_AGAIN = r"(?:\s+(?:did\s+so|did\s+the\s+same|followed(?:\s+suit)?|joined|came|left|went|in\s+turn))?"
_ON = r"(?:(?:only\s+|again\s+|finally\s+|not\s+until\s+|by\s+)?(?:in|on|late\s+in|early\s+in|since)\s+)?"
_COUNTED = rf"(?:another\s+|a\s+further\s+)?{LETTERS['number']}(?:\s+(?:more|others|countries|states|nations|members))?"
_STOPS = r"(?=\s*(?:[.,;:)—]|$|(?:and|but|while|as|after|when|because|bringing|making|with)\b))"
_NEXT = lazily(
    rf"\s*\)?\s*[,;]?\s*(?:(?:and|then|but|while|with|later|followed|finally|next|also|joined)\s+)*(?:by\s+)?(?:{_ON}(?P<early>{_DATE})\s+(?:by\s+)?(?:(?P<these>{_SEVERAL})|(?P<n>{_COUNTED}))(?=\s*(?:[.,;:)—]|$|and\b))"
    rf"|(?:(?P<those>{_SEVERAL})|(?P<n_2>{_COUNTED}))(?:\s*\ue00f|\s*\((?!{_DATE})[^()]*\))?{_AGAIN}\s*[,(]?\s*{_ON}(?P<late>{_DATE})\)?{_STOPS}|(?:(?:of|to|in|into)\s+)?(?:the\s+)?(?P<other>{_ALLIANCE})\s*,?\s*{_ON}(?P<when>{_DATE}){_STOPS})",
    re.I,
)


class More(NamedTuple):
    """What a sentence adds without its verb: states (none: the same) or their number, an alliance (none: the same), the date, and the bounds."""

    states: tuple[str, ...]
    n: Quantity | None
    alliance: str
    moment: Moment
    start: int
    end: int


def _with_year(sentence: Sentence, at: int, moment: Moment, before: Moment | None) -> Moment:
    """A month without its year is one of the year just named: "in September 1955, Iran in November"."""
    written = next((sentence.text[item.start : item.end] for item in sentence.items if item.at == at), "")
    if before is None or not written.isalpha() or len(moment.text) != 7:
        return moment
    return parse_moment(f"{before.latest.year}{moment.text[4:]}")


def more_of_the_same(match: Match, at: int, before: Moment | None = None) -> list[More]:
    """What follows at *at* without a verb: "Greece joined in 1952, Spain in 1982", "in 1955 by Germany", "joined NATO in 2009, the EU in 2013"."""
    sentence, mask, found = match.sentence, match.sentence.mask, []
    while following := _NEXT.match(mask, at):
        at = following.end()
        slot = next(name for name in ("these", "those", "n", "n_2", "other") if following[name])
        date_slot = next(name for name in ("early", "late", "when") if following[name])
        moment = sentence.moment_at(following.start(date_slot))
        if moment is None:
            break
        moment = _with_year(sentence, following.start(date_slot), moment, before)
        start = following.start("early" if following["early"] else slot)
        inside = sentence.inside(*following.span(slot))
        n = next((item.what for item in inside if isinstance(item.what, Quantity)), None) if slot.startswith("n") else None
        other = sentence.name_at(following.start(slot)) if slot == "other" else None
        states = sentence.states(*following.span(slot), demonyms=True)
        found.append(More(states, n, other.id if other else "", moment, start, at))
    return found


_COMPANIONS = lazily(
    rf"\s*,?\s*(?:along\s+with|together\s+with|alongside|as\s+well\s+as|at\s+the\s+same\s+time\s+as|on\s+the\s+same\s+day\s+as|with)\s+(?P<states>{_SEVERAL})(?=\s*(?:[.;:)—]|{_DATE}|,(?!\s*(?:the\s+)?{_NAMED})|$|in\b|on\b))",
    re.I,
)


def companions(match: Match, at: int) -> tuple[tuple[str, ...], int]:
    """The states with which it was done, named right behind: "joined NATO in 1999, along with Hungary and Poland"; and where their list ends."""
    found = _COMPANIONS.match(match.sentence.mask, at)
    if found is None:
        return (), at
    return match.sentence.states(*found.span("states"), demonyms=True), found.end()


def bounds(match: Match, start: int, end: int) -> tuple[int, int]:
    """Positions of the mask as positions of the page."""
    return match.sentence.page_span(start, end)
