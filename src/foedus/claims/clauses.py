"""What stands around a phrasing's match: whether its first name is the subject, its date in front or behind, where its clause ends."""

from __future__ import annotations

import re

from foedus.dates import Moment
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Sentence, is_group

_DATE = LETTERS["date"]
_ALLIANCE = LETTERS["alliance"]
_NO_SUBJECT = re.compile(
    r"\b(?:in|of|from|with|against|for|between|by|among|within|across|outside|inside|near|on|to|at|over|about|than|towards?|into|neither|nor|not|never|let|letting|"
    r"have|has|make|makes|made|see|saw|keep|whether|if|should|unlike|except|except\s+for|besides|had|all\s+but|everyone\s+but|nearly|almost|virtually|practically)(?:\s+the)?\s*$",
    re.I,
)
_FORECAST = re.compile(r"\b(?:expect\w*|predict\w*|forecast\w*|speculat\w*|doubt\w*|fear\w*|likely|probably|perhaps)\b[^.;,:—]*$", re.I)
_BEFORE = re.compile(
    rf"(?:^|[,;:—\"]\s*|\b(?:and|but|when|that|before|after|since|was|until)\s+)(?P<all>(?:(?:but|and|then|back|early|late|only)\s+)?(?:(?:in|on|by|during|late in|early in)\s+)?(?P<date>{_DATE})\s*(?:,|:|that)?\s*)$",
    re.I,
)
_AFTER = re.compile(
    rf"(?:\s*\ue00f)?(?:\s*,)?(?:\s+(?:together|jointly|formally|officially|at\s+once|in\s+one\s+go|all\s+together|itself|back|only|again|altogether|completely|as\s+well|earlier|later|late|just|more\s+than|almost|nearly|some|about|over|once|first))?"
    rf"(?:\s+(?:on|in|by|of|at\s+the\s+end\s+of|early\s+in|late\s+in|in\s+early|in\s+late|in\s+mid-))?\s+(?P<date>{_DATE})"
)
_CLAUSE_END = re.compile(
    rf"\s*(?:$|[.,;:!)\]—\"\ue00f]|{_DATE}|\s+in\s+(?:{_DATE}|the|order|response|spite|protest|light|a|early|late|mid)\b|\s+in\s+{_DATE}|\s(?:on|of|since|by|as|at|during|after|before|following|because|over|between|with\s+the|and|but|when|while|under|amid|despite|for|until|altogether|completely|"
    r"entirely|itself|together|jointly|last|early|late|back|only|again|to\s+(?:protest|become|return)|formally|officially|though|although|"
    r"one|two|three|the|alongside|even|earlier|later|just|too)\b|\s+with\s+[\ue000-\ue001])",
    re.I,
)


COMMANDS = {"NATO": "NATO-MIL"}
"""An alliance's military command is recorded as an alliance of its own, so that to leave it is not to leave the alliance."""

_WHOLE = {command: whole for whole, command in COMMANDS.items()}


_MODIFIED = re.compile(
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
_WISH = re.compile(
    r"\b(?:insist|demand|want|require|propose|suggest|urge|recommend|guarantee|ensure|agree|expect|predict|forecast|prefer|oppose|favou?r|insure|ask|hope|wish|plan|allow|enable|"
    r"prevent|force|permit|let|help|keep|promise|pledge|idea|prospect|possibility|question|debate|referendum|vote|offer|support|bid)\w*\b[^.;,:—\"]*$|\b(?:would-be|prospective|future|potential|possible)\s*$",
    re.I,
)
_FORMER = re.compile(
    r"\b(?:former|ex|once|onetime|one-time|formerly|future|prospective|aspiring|potential|would-be|candidate|possible|likely|non|no|not|any|every|many|most|each|never)[\s-]*$",
    re.I,
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—()\"\ue00f]|\b(?:and|but|while|when|after|before|since|although|though|as|because|that|with|following|until|was|is|saw|by|than|to|than|whereas))\s*(?:the\s+)?$",
    re.I,
)


_JOINT_SUBJECT = re.compile(rf"(?:the\s+|both\s+|in\s+{_DATE}\s*,?\s+)?[{LETTERS['state']}{LETTERS['group']}]", re.I)
_LISTED = re.compile(rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}])*", re.I)
_OTHER_SUBJECT = re.compile(
    r"[,;:—]\s*(?:and|but|while|which|who|that)?\s*(?:the\s+)?[\ue000\ue001\ue004\ue00c\ue00d\ue010]\s+[a-z]|\bthat\b|\bsaid\b|\"", re.I
)


def opening_states(match: Match) -> tuple[str, ...]:
    """The states with which the sentence opens, as the subject of a verb after "and" or "but"; none if another subject came between."""
    mask = match.sentence.mask
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


def is_modifier(match: Match, slot: str = "") -> bool:
    """Whether the name at the end of the match (or in *slot*) only says whose: "NATO's strategy", "NATO exercises"."""
    return bool(_MODIFIED.match(match.sentence.mask[match.found.end(slot or 0) :]))


def is_wished(match: Match) -> bool:
    """Whether the words before make it a wish, a demand or a forecast: "insists that Ukraine remain outside"."""
    return bool(_WISH.search(match.sentence.mask[: match.found.start()]))


def is_former(match: Match) -> bool:
    """Whether the word right before takes the description back: "former Warsaw Pact member"."""
    return bool(_FORMER.search(match.sentence.mask[: match.found.start()]))


def opens_clause(match: Match) -> bool:
    """Whether the match stands at the start of a clause, so that no verb before governs it."""
    return bool(_CLAUSE_START.search(match.sentence.mask[: match.found.start()]))


_ONE = f"[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}{LETTERS['government']}]"
_JOINED_BEFORE = re.compile(
    rf"((?:[{LETTERS['demonym']}{_ONE[1:-1]}]\s*,\s*(?:the\s+)?)*[{LETTERS['demonym']}{_ONE[1:-1]}]\s*,?\s+(?:and|as\s+well\s+as)\s+(?:the\s+)?)$"
)
_JOINED_AFTER = re.compile(
    rf"((?:\s*,\s*(?:to\s+|in\s+)?(?:the\s+)?{_ONE})*\s*,?\s+(?:and|as\s+well\s+as)\s+(?:to\s+|in\s+|into\s+)?(?:the\s+|neighbou?ring\s+)?{_ONE}|(?:\s*,\s*(?:the\s+)?{_ONE})+(?=\s*(?:[.;:)]|$)))"
    rf"(?=\s*(?:[.,;:)—]|$)|\s+(?:in|on|to|for|with|by|from|since|during|after|before|as|at|where|which|who|while|when|under|amid|against|last|this|early|late|between|despite|over|and|but)\b|\s+(?:in\s+|on\s+)?{_DATE})"
)


def joined_before(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states joined by commas and "and" to the one at a position: "Spain, Italy and" before "Poland"."""
    found = _JOINED_BEFORE.search(sentence.folded[:at])
    return _states_in(sentence, found.start(), at) if found else ()


def joined_after(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states joined to the one at a position behind it: ", Latvia and Poland" after "Estonia"; not the subject of the verb that follows."""
    found = _JOINED_AFTER.match(sentence.folded, at + 1)
    return _states_in(sentence, at + 1, found.end(1)) if found else ()


def joined_bounds(sentence: Sentence, start: int, end: int, first: int | None, last: int) -> tuple[int, int]:
    """The bounds of a match with what is joined to its first and its last name."""
    before = _JOINED_BEFORE.search(sentence.folded[:first]) if first is not None else None
    after = _JOINED_AFTER.match(sentence.folded, last + 1)
    return min(start, before.start() if before else start), max(end, after.end(1) if after else end)


def _states_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    groups, found = sentence.context.names.regions, []
    for item in sentence.inside(start, end):
        if isinstance(item.what, Mention):
            name = item.what.meanings[0]
            found += list(groups.get(name.id, ())) if is_group(name) else [name.id]
    return tuple(found)


def slots(match: Match, name: str) -> list[str]:
    """The filled slots of a name, however often the phrasing has it."""
    return [slot for slot in match.found.re.groupindex if match.has(slot) and (slot == name or slot.startswith(f"{name}_"))]


def is_subject(match: Match) -> bool:
    """Whether what the match begins with can be the subject of an assertion: not "in Finland", "neither Finland", "experts expect that Finland"."""
    before = match.sentence.mask[: match.found.start()]
    return not _NO_SUBJECT.search(before) and not _FORECAST.search(before)


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
    return here.pop() if len(here) == 1 else ""


def date_of(match: Match) -> tuple[Moment | None, int, int]:
    """The date in the match, right after or right before it, and the bounds of the match with that date."""
    start, end = match.found.span()
    for slot in ("date", "date_2", "date_3"):
        if match.date(slot):
            return match.date(slot), start, end
    mask = match.sentence.mask
    after = _AFTER.match(mask, end)
    if after:
        return match.sentence.moment_at(after.start("date")), start, after.end()
    before = _BEFORE.search(mask[:start])
    if before:
        return match.sentence.moment_at(before.start("date")), before.start("all"), end
    return None, start, end


def bounds(match: Match, start: int, end: int) -> tuple[int, int]:
    """Positions of the mask as positions of the page."""
    return match.sentence.page_span(start, end)
