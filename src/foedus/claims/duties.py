"""Who a sentence says is bound to defend whom: the words of duty, the words of defence that they govern, and the states on either side.

The words of duty stand before what is owed ("is obliged by treaty to come to Poland's aid"), behind it ("should Poland be attacked, France must help")
or apart from it ("a pact commits the Americans to defend ..."), and the states around them in any order; so a phrasing only finds the word, and here
the clause is looked at as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from foedus.claims import around, pacts
from foedus.facts import Membership
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_MOST = 10
"""Words of duty of one sentence that are looked at: no sentence of a careful writer has more."""
_STATE = f"[{pacts.SIDES}{_L['group']}]"
_BEFORE_NAME = r"(?:the\s+|both\s+|either\s+|fellow\s+|neighbou?ring\s+|its\s+(?:ally|neighbou?r)\s+|nearby\s+|tiny\s+|little\s+)*"
_WHO = rf"{_BEFORE_NAME}{_STATE}(?!\s*-)"
_LIST = rf"{_WHO}(?:(?:\s*,\s*{_WHO})*\s*,?\s*(?:and|or|nor|&|as\s+well\s+as)\s+{_WHO})?"
_OTHERS = r"each\s+other|one\s+another|the\s+other(?:\s+two)?|either(?:\s+of\s+them)?|each"
_IT = r"it|them|both(?!\s+[a-z])|the\s+(?:kingdom|country|islands?|emirate|archipelago|sultanate|republic|latter|monarchy|principality|nation|city-state)(?!\s+of)"
_OBJECT = rf"(?:(?P<b>{_LIST})(?!\s+(?:and|or)\s+[a-z])|(?P<each>\b(?:{_OTHERS})\b)|(?P<it>\b(?:{_IT})\b))"
_WHOSE = rf"(?:(?P<b>{_LIST})'s?(?!\w)|(?P<each>\b(?:each\s+other|one\s+another|the\s+other)'s?\b)|(?P<it>\b(?:its|their|(?:{_IT})'s?)\b))"
_NEED = r"(?:defen[cs]e|aid|assistance|help|rescue|side|support)"
_GOOD = r"(?:defen[cs]e|protection|security|independence|(?:territorial\s+)?integrity|sovereignty|neutrality|borders|frontiers|survival)"
_HIT = r"(?:attack|aggression|assault|invasion|strike)"
_STRUCK = r"(?:attack\w*|invaded|invasion|aggression|assault\w*|threatened|victim|war|under\s+fire)"
_GAP = r"(?:(?!(?:against|from|if|when|should|with|that|which|who|not|but|to|for|of|in|by|and|on|at)\b)[a-z-]+\s+|territor(?:y|ies)\s+(?:administered|controlled|ruled)\s+by\s+)"
_DEFENCES = tuple(
    lazily(pattern)
    for pattern in (
        rf"\b(?P<verb>defend(?:ing)?|protect(?:ing)?|assist(?:ing)?|aid(?:ing)?|help(?:ing)?(?:\s+(?:to\s+)?defend)?|support(?:ing)?|stand(?:ing)?\s+(?:by|with|beside|alongside|behind)|fight(?:ing)?\s+(?:for|beside|alongside|with)"
        rf"|go(?:ing)?\s+to\s+war\s+(?:for|over|on\s+behalf\s+of)|safeguard|guard|shield|rescue)\s+{_GAP}{{0,3}}?{_OBJECT}",
        rf"\b(?P<verb>com(?:e|ing)|rush(?:ing)?|spring(?:ing)?|go(?:ing)?|rally(?:ing)?)\s+(?:[a-z]+\s+){{0,3}}?to\s+{_WHOSE}\s*(?:[a-z]+\s+)?{_NEED}",
        rf"\b(?P<verb>com(?:e|ing)|rush(?:ing)?|spring(?:ing)?|go(?:ing)?|rally(?:ing)?)\s+(?:[a-z]+\s+){{0,3}}?to\s+the\s+(?:[a-z]+\s+)?{_NEED}\s+of\s+{_OBJECT}",
        rf"\b(?P<verb>giv(?:e|ing)|lend(?:ing)?|render(?:ing)?|provid(?:e|ing)|offer(?:ing)?|owe[sd]?|send(?:ing)?|afford|grant)\s+{_OBJECT}\s+(?:[a-z,]+\s+){{0,6}}?(?:aid|help|assistance|support|protection)",
        rf"\b(?P<verb>giv(?:e|ing)|lend(?:ing)?|render(?:ing)?|provid(?:e|ing)|offer(?:ing)?|send(?:ing)?)\s+(?:[a-z,]+\s+){{0,6}}?(?:aid|help|assistance|support|protection)\s+to\s+{_OBJECT}",
        rf"\b(?P<verb>act|respond|intervene|step\s+in|fight|go\s+to\s+war|mobili[sz]e|retaliate|take\s+(?:[a-z]+\s+)?action|meet\s+the\s+common\s+danger|help|take\s+up\s+arms|declare\s+war)\b[^.;:]{{0,70}}?\b(?:if|when|should|were|in\s+the\s+event\s+(?:that|of)|in\s+case(?:\s+of)?)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:{_HIT}\s+(?:on|against|upon)\s+{_OBJECT}|(?P<b2>{_LIST})\s+[^.;:]{{0,30}}?\b{_STRUCK})",
        rf"\b(?P<verb>act|respond|fight|go\s+to\s+war|take\s+(?:[a-z]+\s+)?action|consult)\b[^.;:]{{0,50}}?\b(?:if|when|should|were)\s+(?P<each>either|the\s+other|one\s+of\s+them|{_L['number']}(?:\s+of\s+them)?)\s+[^.;:]{{0,25}}?\b{_STRUCK}",
        rf"\b(?P<verb>treat|regard|consider|see|view|deem)(?:ing)?\s+(?:an?|any)\s+(?:[a-z]+\s+)?{_HIT}\s+(?:in\s+(?:the\s+)?\S+\s+)?(?:on|against|upon)\s+{_OBJECT}\s+as",
        rf"\b(?P<noun>the\s+)?{_GOOD}\s+of\s+{_OBJECT}",
        rf"{_WHOSE}\s*(?P<noun>(?:[a-z]+\s+)?){_GOOD}\b",
    )
)
_BARE = lazily(
    r"\b(?:respond|act|intervene|step\s+in|fight|help|go\s+to\s+war|come\s+to\s+the\s+rescue|retaliate|take\s+(?:military\s+)?action|defend\s+(?:it|them)|(?:come|coming)\s+to\s+(?:its|their)\s+(?:aid|defen[cs]e|help|assistance|rescue))\b"
)
"""Help whose receiver the condition before it names: "if Poland is attacked, France must respond"."""
_CONDITION = lazily(
    rf"\b(?:if|should|were|when|whenever|in\s+the\s+event|in\s+case)\b[^.;:]{{0,60}}?(?:{_HIT}\s+(?:on|against|upon)\s+(?P<b>{_LIST})|(?P<b2>{_LIST})\s+[^.;:,]{{0,30}}?\b{_STRUCK}\b|\b{_STRUCK}\s+(?P<b3>{_LIST})(?=\s*,))"
)
_TREATY_WITH = lazily(rf"\b(?:treaty|pact|alliance)\s+with\s+(?P<b>{_LIST})")
_NOUN = r"(?:obligations?|dut(?:y|ies)|commitments?|pledges?|promises?|guarantees?|undertakings?|responsibilit(?:y|ies)|vows?)"
_DUTY = lazily(
    rf"(?P<verb>\b(?:oblig(?:e[sd]?|ing|at(?:e[sd]?|ing))|commit(?:s|ted|ting)?|bind(?:s|ing)?|bound|requir(?:e[sd]?|ing)|compel(?:s|led)?|enjoins?|forces?)\s+(?P<whom>{_LIST}|the\s+[{_L['demonym']}]|it|them|both|each|the\s+(?:two|others?|parties|latter|former)(?:\s+(?:countries|sides|parties|states))?)\s+(?=(?:[a-z]+\s+){{0,3}}?to\b))"
    rf"|(?P<strong>\b(?:treaty-bound|(?:duty-|honou?r-|oath-)?bound|obliged|obligated|committed|sworn|compelled|duty-bound|responsible|required|tied)\b|\b(?:under\s+(?:an?|no|any|the)\s+(?:[a-z-]+\s+)*?(?:obligation|duty))\b)"
    rf"|(?P<noun>\b{_NOUN}\b)"
    r"|(?P<weak>\b(?:promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|vow(?:s|ed)?|agreed|undert(?:ook|aken|akes?|aking)|swore|must|ha(?:s|ve|d)\s+to|(?:is|are|was|were)\s+to|shall|guarantee[sd]?|owe[sd]?|committed\s+(?:itself|themselves)|commit\s+themselves|need\s+not)\b)"
)
_FIRM = lazily(
    rf"\b(?:treaty|treaties|pact|agreement|alliance|law|articles?|convention|declaration|accords?|compacts?|charter|guarantee\w*|pacts|alliances|agreements)\b|[{_L['alliance']}{_L['treaty']}]"
)
_ATTACK = lazily(r"\b(?:attack\w*|invad\w+|aggression|assault\w*|war|independence)\b")
_NOT = lazily(r"\b(?:not(?!\s+only)|never|no(?!\s+longer\s+just)|nor|neither|without|\w+n't|nothing|need\s+not)\b")
_OPEN = lazily(
    r"\b(?:whether|why|should(?!\s+(?:the\s+)?[\ue000\ue00c\ue00d])|ought|question\w*|doubt\w*|want\w*|hop(?:e[sd]?|ing)|ask\w*|demand\w*|propos\w+|could|might|may|urg\w+|draft\w*|seek\w*|sought|negotiat\w+|"
    r"call(?:s|ed|ing)?\s+(?:for|on)|ready|willing|able|refus\w+|suggest\w*|consider(?:s|ed|ing)|would\s+like|in\s+exchange|reluctan\w+|too\s+weak)\b[^.;:]*$"
)
_THAT = lazily(rf"(?:\s+(?:to\s+)?[a-z{_STATE[1:-1]}]+){{0,3}}?\s+that\s+(?P<a>{_LIST})\s+(?:would|will|must|shall)\b")
"""Who is promised to help: "promised that Britain would come to its aid"."""
_UNMADE = lazily(
    r"\b(?:if|should|were|once|unless|until)\b(?:(?!attack|invad)[^.;:]){0,50}?\b(?:sign\w*|join\w*|conclud\w+|ratif\w+|becom\w+|admit\w*|accept\w*|pass\w*|agree\w*)\b"
)
"""A duty that would come only with a treaty that is not made: "should they sign, it would have to defend the kingdom"."""
_PREPOSITION = lazily(
    r"\b(?:of|with|between|to|from|by|for|against|in|on|towards?|unlike|like|than|at|over|near|inside|off|under|via|attacks?|attacked|invades?|invaded|defend|protect|help|aid|assist)\s+(?:the\s+|both\s+|its\s+|a\s+)*$"
)
_BREAK = lazily(r"[;—\"]|:\s|\.\s|,\s+(?:but|while|whereas|though|although)\b")
_PAST = lazily(
    r"\b(?:was|were|had|obliged|committed|bound|required|compelled|promised|pledged|vowed|agreed|undertook|swore|guaranteed|owed)\b"
)
_NOW = lazily(r"\b(?:is|are|has|have|remains?|'s|be|being|must)\b")
_TOGETHER = lazily(
    rf"(?P<a>{_LIST})\s+(?:[a-z]+\s+){{0,3}}?(?:(?:bound|tied|linked|pledged|allied|committed)\s+to\s+(?:each\s+other|one\s+another)|owe[sd]?\s+(?:each\s+other|one\s+another))\b(?=[^.;]{{0,60}}\b(?:defen[cs]e|mutual|military|alliance|attack\w*|help|aid|assistance|security)\b)"
)
"""Two that are bound to each other, with no verb of defence."""
_DIRECT = tuple(
    lazily(pattern)
    for pattern in (
        rf"(?P<b>{_LIST})\s*(?:,\s*)?[^.;:,]{{0,25}}?\b(?:is|are|was|were|remains?|be|being)\s+(?:[a-z]+\s+)?(?:protected|covered|defended|shielded|guaranteed|underwritten|secured|safeguarded)\s+(?:[a-z]+\s+)?by\s+[^.;:]{{0,50}}?\b(?:treaty|pact|guarantees?|alliance|agreement|commitment|compact)\s+(?:with|from|of|by)\s+(?P<a>{_LIST})",
        rf"(?P<b>{_LIST})\s+(?:[a-z]+\s+)?(?:has|had|have|enjoys?|enjoyed|received|holds?|held|relies|relied|rely)\s+[^.;:,]{{0,40}}?\bguarantees?\s+(?:[a-z]+\s+)?(?:from|of|by)\s+(?P<a>{_LIST})",
        rf"(?P<b>{_LIST})\s+(?:[a-z]+\s+)?(?:can|could|may)\s+(?:[a-z]+\s+)?(?:count|rely|call)\s+on\s+(?P<a>{_LIST})(?:'s?)?\s+[^.;:]{{0,30}}?\b(?:help|aid|protection|assistance|support|defend)\b(?=[^.;]{{0,60}}\b(?:attack\w*|treaty|pact|aggression|war)\b)",
        rf"(?P<a>{_WHO})'s?\s+(?:[a-z]+\s+)?(?:defen[cs]e|protection|guarantee)\s+of\s+(?P<b>{_LIST})(?=\b|[^.;]{{0,60}}\b(?:rests?|is\s+based|rooted|treaty|pact|agreement)\b)",
        rf"(?P<a>{_LIST})\s+(?:[a-z]+\s+)?(?:guarantees?|guaranteed|has\s+guaranteed|have\s+guaranteed|underwrites|underwrote)\s+(?:the\s+)?(?:[a-z]+\s+(?:and\s+[a-z]+\s+)?)?{_GOOD}(?:\s+and\s+[a-z ]{{3,25}})?\s+of\s+(?P<b>{_LIST})(?P<also>,?\s+(?:together|along|jointly)\s+with\s+(?P<a2>{_LIST}))?",
        rf"(?P<b>{_LIST})\s+(?:is|are|was|were|remains?)\s+(?:[a-z]+\s+){{1,5}}(?:that|which|whom|to\s+whom)\s+(?P<a>{_LIST})\s+(?:[a-z'-]+\s+){{0,5}}?(?:obligation|duty|bound|obliged|obligated|commitment|committed|owes|must|has)\s+(?:[a-z]+\s+){{0,5}}?(?:to\s+(?:defend|protect|help|assist|aid)|defen[cs]e)\b(?!\s+[a-z{_STATE[1:-1]}])",
        rf"(?P<a>{_LIST})\s+(?:is|are|was|were)\s+(?:a\s+|the\s+)?guarantors?\s+of\s+(?P<b>{_LIST})",
    )
)


class Duty(NamedTuple):
    """One state's duty to defend another, as a sentence has it."""

    defender: str
    defended: str
    negated: bool
    past: bool
    start: int
    end: int


def duties(match: Match) -> list[Duty]:
    """Every duty of one state to defend another that the sentence of the match tells."""
    found: dict[tuple[str, str, bool], Duty] = {}
    for duty in (*_direct(match.sentence), *_together(match.sentence), *_governed(match)):
        found.setdefault((duty.defender, duty.defended, duty.negated), duty)
    denied = {(duty.defender, duty.defended) for duty in found.values() if duty.negated}
    return [duty for duty in found.values() if duty.negated or (duty.defender, duty.defended) not in denied]


def _direct(sentence: Sentence) -> Iterator[Duty]:
    folded = sentence.folded
    for pattern in _DIRECT:
        for match in pattern.finditer(folded):
            if _OPEN.search(folded, 0, match.start()) or (_PREPOSITION.search(folded[: match.start()])):
                continue
            defenders = sentence.states(*match.span("a"))
            if "a2" in match.re.groupindex and match["a2"]:
                defenders += sentence.states(*match.span("a2"))
            defended = sentence.states(*match.span("b"))
            negated = bool(_NOT.search(match[0]))
            past = bool(_PAST.search(match[0])) and not _NOW.search(match[0])
            for one in defenders if len(defenders) * len(defended) <= 12 else ():
                for other in defended:
                    if one != other:
                        yield Duty(one, other, negated, past, match.start(), match.end())


def _together(sentence: Sentence) -> Iterator[Duty]:
    for match in _TOGETHER.finditer(sentence.folded):
        states = sentence.states(*match.span("a"))
        if len(states) < 2 or len(states) > 3 or _OPEN.search(sentence.folded, 0, match.start()) or _NOT.search(match[0]):
            continue
        past = bool(_PAST.search(match[0])) and not _NOW.search(match[0].replace("bound", ""))
        for one in states:
            for other in states:
                if one != other:
                    yield Duty(one, other, False, past, match.start(), match.end())


def _governed(match: Match) -> Iterator[Duty]:
    sentence, folded = match.sentence, match.sentence.folded
    for duty in islice(_DUTY.finditer(folded), _MOST):
        first, last = around.segment(folded, *duty.span(), stop=_BREAK)
        promised = _THAT.match(folded, duty.end()) if duty["weak"] or duty["noun"] else None
        owners, low = (sentence.states(*promised.span("a")), duty.start()) if promised else _defenders(match, duty, first)
        if not owners or _OPEN.search(folded, first, duty.start()) or _UNMADE.search(folded, first, last):
            continue
        yield from _owed(match, duty, owners, low, first, last)


def _owed(match: Match, duty: re.Match[str], owners: tuple[str, ...], low: int, first: int, last: int) -> Iterator[Duty]:
    """What is owed to whom, behind the word of duty; or to whom the condition before it names."""
    sentence, folded = match.sentence, match.sentence.folded
    negated = bool(_NOT.search(folded, _from(sentence, low, duty), duty.end())) or bool(
        re.search(r"\b(?:no|without\s+a|not\s+(?:[a-z]+\s+){1,3}?(?:any|a))\s+(?:[a-z]+\s+){0,2}?(?:treaty|law|pact|agreement|alliance)\b", folded[first : duty.start()])
    )  # fmt: skip
    nearest: tuple[int, re.Match[str]] | None = None
    for pattern in _DEFENCES:
        found = pattern.search(folded, duty.end() if duty["weak"] is None or not duty["weak"].startswith("owe") else duty.start(), last)
        if found and "noun" in pattern.groupindex and not _fits_noun(folded, duty, found):
            found = None
        if found and (nearest is None or found.start() < nearest[0]):
            nearest = found.start(), found
    weak = bool(duty["weak"])
    clause = folded[first:last]
    if nearest is None or re.search(
        r"[^.;:]*,\s*(?:and\s+|but\s+)?(?:[a-z]+\s+){0,2}(?:said|told|has|have|is|are)\b", folded[duty.end() : nearest[0]]
    ):
        condition = _CONDITION.search(folded, first, last)
        bare = _BARE.search(folded, duty.end(), last)
        if condition is None and duty["verb"]:  # "America's treaty with the Philippines obliges Washington to respond"
            condition = _TREATY_WITH.search(folded, first, duty.start())
        if condition is None or bare is None or len(folded[duty.end() : bare.start()]) > 40:
            return
        slot = next(slot for slot in condition.groupdict() if condition[slot])
        defended = sentence.states(*condition.span(slot))
        end = max(bare.end(), condition.end())
        low = min(low, condition.start())
        each = False
    else:
        found = nearest[1]
        gap = folded[duty.end() : found.start()]
        if len(gap) > 110 or re.search(r"\b(?:refus\w+|fail\w*|stop\w*|without|instead|rather)\b", gap):
            return
        if not duty["verb"] and _other_subject(sentence, duty.end(), found.start()):
            return
        slot = next((slot for slot in ("b", "b2") if slot in found.re.groupindex and found[slot]), "")
        defended = sentence.states(*found.span(slot)) if slot else ()
        end = found.end()
        each = bool(found["each"]) and (len(owners) > 1 or "ther" not in found["each"] or found["each"].startswith(("each", "one", "the")))
        if not slot and not each:
            defended = _meant(match, found["it"] or "both", owners, found.start())
        if weak and not (
            _ATTACK.search(clause)
            or (each and re.match(r"defend|protect|com", found[0]))
            or (_FIRM.search(clause) and not re.match(r"(?:support|aid|assist|help|send|giv|provid|offer|lend)", found[0]))
        ):
            return
        if (duty["noun"] or weak) and not (
            _FIRM.search(clause) or _ATTACK.search(clause) or each or duty[0].startswith(("responsib", "obligation", "dut"))
        ):
            return
    if weak and negated and not re.search(r"need\s+not|ha(?:s|ve|d)\s+to", duty[0]):
        return
    if duty["strong"] in ("responsible", "required", "tied", "sworn", "committed") and not (_FIRM.search(clause) or _ATTACK.search(clause)):
        return
    if each:
        if len(owners) < 2:
            pair = the_two(match, first)
            owners = pair if len(pair) == 2 and (not owners or set(owners) <= set(pair)) and duty["verb"] else ()
        pairs = [(a, b) for a in owners for b in owners if a != b]
    else:
        pairs = [(a, b) for a in owners for b in defended if a != b]
    if len(pairs) > 12:
        return
    said = folded[min(low, duty.start()) : duty.end()]
    past = bool(_PAST.search(said)) and not _NOW.search(said) and not negated
    if re.search(r"\b(?:was|were|had)\b", said) and negated:
        past = True
    for one, other in pairs:
        yield Duty(one, other, negated, past, min(low, duty.start()), end)


def _fits_noun(folded: str, duty: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a state's defence, as a noun, is what the duty is for: "responsible for the defence of", "committed to Japan's security"."""
    gap = folded[duty.end() : found.start()]
    return len(gap) < 60 and bool(
        re.search(r"\b(?:for|to(?:\s+guarantee)?|in)\s+(?:[a-z]+\s+){0,3}$|^\s*(?:the\s+)?(?:[a-z]+\s+){0,2}$", gap)
    )


def _defenders(match: Match, duty: re.Match[str], first: int) -> tuple[tuple[str, ...], int]:
    """Whose duty it is, and where they are named: those whom a treaty obliges, or the subject before."""
    sentence, folded = match.sentence, match.sentence.folded
    if duty["verb"]:
        whom = duty["whom"].strip()
        states = sentence.states(*duty.span("whom"), demonyms=True)
        if states:
            return states, duty.start()
        if re.match(r"(?:both|them|each|the\s+(?:two|others?|parties))", whom):
            pair = the_two(match, duty.start())
            return pair, duty.start()
        subject = subject_before(match, first, duty.start())
        whose = _WHOSE_TREATY.search(folded, first, duty.start())
        return subject if subject[0] or not whose else (sentence.states(*whose.span("a")), whose.start())
    if duty["noun"]:
        whose = _WHOSE_DUTY.search(folded[first : duty.start()])
        if whose:
            return sentence.states(first + whose.start("a"), first + whose.end("a")), first + whose.start("a")
        having = re.search(
            r"\b(?:has|have|had|takes?|took|bears?|bore|retains?|holds?|under|gave|gives?|made|makes?|assumed|with)\s+(?:[a-z,-]+\s+){0,6}?$",
            folded[first : duty.start()],
        )
        return subject_before(match, first, first + having.start()) if having else ((), 0)
    return subject_before(match, first, duty.start())


def subject_before(match: Match, first: int, at: int, *, alliances: bool = False) -> tuple[tuple[str, ...], int]:
    """The states (or alliances) that are the subject of the verb at a place, with those joined to them; and where they are named."""
    sentence, folded = match.sentence, match.sentence.folded
    found = [
        one
        for one in (_SUBJECTS_TOO if alliances else _SUBJECTS).finditer(folded, first, at)
        if not _PREPOSITION.search(folded[first : one.start()]) and not folded.startswith("'", one.end())
    ]
    which = _WHICH.search(folded, first, at)
    if which:
        return sentence.states(*which.span("a"), demonyms=True, alliances=alliances), which.start("a")
    if not found:
        it = _IT_BEFORE.search(folded, first, at)
        if it and first:  # "Moldova has no access to the sea; it is hemmed in by two others"
            return subject_before(match, 0, first - 1, alliances=alliances)[0], it.start()
        they = _THEY.search(folded, first, at)
        return (the_two(match, at), they.start()) if they else ((), 0)
    # An insertion between the subject and its verb may name others: "Japan, which borders Russia, is bound ...".
    closest = found[-1]
    for one in found[:-1]:
        if folded.startswith(",", one.end()) and _INSERTED.search(folded[one.end() : at]):
            closest = one
            break
    return sentence.states(*closest.span(), demonyms=True, alliances=alliances), closest.start()


_WHOSE_TREATY = lazily(rf"(?P<a>{_LIST})'s?\s+(?:[a-z-]+\s+){{0,4}}?(?:treaty|treaties|pact|alliance|agreement|accord)\b")
_WHOSE_DUTY = lazily(rf"(?P<a>{_WHO})'s?\s+(?:[a-z-]+\s+|{_L['date']}\s+){{0,4}}$")
_LISTS = lazily(_LIST)
_ENDING = rf"(?<!\w)the\s+[{_L['demonym']}](?=\s+(?:are|were|have|had|must))"
_SUBJECTS = lazily(rf"(?:{_LIST}|{_ENDING})")
_SUBJECTS_TOO = lazily(
    rf"(?:{_LIST}|{_BEFORE_NAME}{_L['alliance']}(?!\s+(?:members?|ally|allies|countr\w+|states?|nations?|territory|neighbou?rs?|newcomers?)\b)|{_ENDING})"
)
_WHICH = lazily(
    rf"(?P<a>{_LIST})\s*,?\s+(?:which|who|that)\s+(?:(?!is\b|are\b)[a-z]+\s+){{0,2}}?(?:is\s+|are\s+|was\s+|were\s+|has\s+been\s+)?(?:[a-z]+ly\s+)?$"
)
_IT_BEFORE = lazily(r"\bit\s+(?:[a-z]+\s+){0,2}$")
_THEY = lazily(r"\b(?:they|both|the\s+two|the\s+pair|each)\b(?!\s+other)")
_INSERTED = lazily(r",\s*$|,\s+(?:[a-z]+\s+){0,3}$")


def _other_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another state's own verb stands between a word of duty and the defence: "is bound, but France helps"."""
    return bool(
        re.search(
            rf"(?:^|,)\s*(?:and|while|but|which)\s+(?:the\s+)?{_STATE}\s+(?:[a-z]+\s+)?(?:is|are|has|have|will|would|was)\b",
            sentence.folded[start:end],
        )
    )


def _meant(match: Match, it: str, owners: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Whom "it", "its", "both" or "the kingdom" stands for: the last states named before that are not those who defend."""
    sentence, folded = match.sentence, match.sentence.folded
    lists = list(_LISTS.finditer(folded, 0, at))
    for one in reversed(lists):
        states = tuple(state for state in sentence.states(*one.span()) if state not in owners)
        if states and (it != "both" or len(states) == 2):
            return states if it in ("both", "them", "their") or len(states) == 1 else ()
    if it == "both" or any(sentence.states(*one.span()) for one in lists if not set(sentence.states(*one.span())) & set(owners)):
        return ()
    country = next((name.id for name in reversed(sentence.context.mentioned) if name.type == "state" and name.id not in owners), "")
    return (country,) if country else ()


def the_two(match: Match, at: int) -> tuple[str, ...]:
    """The two states that "both", "each" and "the two" are: the only ones that the sentence names, its treaty's parties, or those of the sentence before."""
    sentence = match.sentence
    here = tuple(dict.fromkeys(sentence.states(0, len(sentence.folded), demonyms=True)))
    if len(here) == 2:
        return here
    for item in sentence.items:
        if isinstance(item.what, Mention) and item.what.type == "treaty":
            parties = {spell.state for spell in sentence.context.record.of(Membership, alliance=item.what.id)}
            if len(parties) == 2:
                return tuple(sorted(parties))
    if len(here) > 2:
        return ()
    row = tuple(dict.fromkeys(name.id for name in sentence.row_before if name.type == "state"))
    if len(row) == 2:
        return row
    before = tuple(dict.fromkeys(name.id for name in sentence.context.mentioned[-8:] if name.type == "state"))
    return before if len(before) == 2 else ()


def _from(sentence: Sentence, low: int, duty: re.Match[str]) -> int:
    """Where a denial of the duty may begin: at whose it is, or at the verb's "no treaty"."""
    lead = re.search(r"\b(?:no|neither|nor)\s+(?:[a-z]+\s+){0,4}$", sentence.folded[: min(low, duty.start())])
    return lead.start() if lead else min(low, duty.start())
