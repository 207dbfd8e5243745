"""Whether words of membership place a state in an alliance: what stands around a match of ``membership``, and of whom it speaks."""

from __future__ import annotations

import re

from foedus import alliance as alliances
from foedus.claims.clauses import is_former, is_modifier, is_subject, is_wished, opening_states, opens_clause, slots
from foedus.facts import State, Succession
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, is_group

_LOOSE = lazily(
    r"\b(?:all but|as good as|would-be|prospective|potential|possible|aspiring|future|former|formerly|ex|once|onetime|one-time|candidate|non|not|no|hopeful|facto|virtual|virtually|observer|associate|partner|erstwhile|"
    r"soon-to-be|incoming|aspirant|invited|major|de|informal|honorary|suspended|without|against|outside|never|founding|founder|original|charter)\b"
)
"""Words between "a" and "member" that take it back."""
_OWNS_VERB = lazily(rf"{LETTERS['alliance']}'s?\s[^,]*?\b(?:has|have|had|is|are|was|were|will|would)\b")
"""A verb of which something of the alliance's is the subject: "Greece and Turkey, NATO's door has let in"."""
_DENIAL = lazily(r"\b(?:not|no|never|outside|without)\b")
_JOINED_SINCE = lazily(rf"\s*,?\s*since\s+(?:(?:early\s+|late\s+)?{LETTERS['date']}|its\b)")
_EXCEPTED = lazily(r"\b(?:all|every\w*)\b[^.;:]*\b(?:but|except|except for|apart from|bar)\s+(?:the\s+)?$", re.I)
NO_MORE = lazily(rf"\s+(?:until|from|between)\s+(?:\w+\s+)?{LETTERS['date']}")
"""What makes it a membership that is over: "a Warsaw Pact member until 1968"."""
LIKE = lazily(rf"\b(?P<un>un)?like\s+(?:its\s+|their\s+)?(?:[a-z]+\s+)?(?P<state>{LETTERS['state']})\s*,\s*$", re.I)
_HYPOTHETICAL = lazily(r"\s*(?:would|could|will|might|may|should|can never|'d)\b", re.I)
_APPOSITION_ENDS = lazily(
    rf"\s*(?:[,;:.)—-]|$|{LETTERS['aside']})|\s+(?:that|which|who|with|but|since|for|when|where|until|whose)\b|\s+and\s+(?:\w+\s+)?(?:neighbou?rs?|rivals?|partners?|friends?)\s*[,;:.)]"
)
_ONE_MEMBER = lazily(r"\b(?:an?|the only|the last|the first|the \w+est)\b[^,]*\b(?:member|ally|country|state|nation)$")
_PLACED = lazily(
    r"\s+(?:in|on|at|to|outside|without|not|near|under|from|of|bordering|next|close|by|across|along|facing|opposite|sharing|led|known|whose|since|like)\b"
)
"""What may follow one member that is set off by commas: "Turkey, a NATO member on the Black Sea"."""
_DETERMINED = lazily(
    rf"[,—-]\s*(?:\w+\s+)*?(?:{LETTERS['number']}|an?|the|both|all|one|{LETTERS['alliance']}'s|now|already|long|still|always|not|neither|among|like|outside|itself|themselves|also|fellow)(?!\w)"
)
_FIRST_VERB = lazily(
    rf"\s*(?:the\s+|both\s+)?[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}{LETTERS['government']}]"
    rf"(?:(?:\s*,\s*|\s*,?\s+and\s+)(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}])*(?!\s*,?\s+and\s+[{LETTERS['state']}{LETTERS['group']}])"
    r"(?![^a-z]*\b(?:which|who|that)\b)(?!\s*,)"
)
_EACH_OF = lazily(r"\b(?:each|all|both|every one)\s+of\s+(?:the\s+)?$", re.I)
_STAYS = lazily(r"\b(?:remains?|stays?|keeps?|is|are|sits?) (?:out|outside)\b")
_SINGULAR = lazily(r"(?:member|ally|state|country|nation|newcomer|power)\s+(?:the\s+)?[\ue000-\ue010]")
_SET_OFF = lazily(r"[:(—]|--| - ")
"""What sets off a list, or another sentence: "NATO members: Ukraine must win"."""
LIST_ENDS = lazily(r"\s*(?:[,;:.)—-]|$)")
_ALONE = lazily(
    rf"\s*(?:[,;:.)—-]|$|{LETTERS['date']}|(?:on paper|in name|in good standing|too|as well|already|today|now|itself|but|and|while|at least)\b)"
)


_IDIOM = lazily(
    r"\b(?:as the (?:only|last|first|sole|one)|by far|by law|by now|by then|on paper|on the books|in theory|in practice|in name|for now|at least|in effect|in fact|for all that|in many ways|at heart|"
    rf"(?:(?!guest|quest|request|west|interest|protest)\w+est|one|two|three|four|five|some|several|many|all|both|most|few|each|among|part|members?|states?|countr(?:y|ies)|nations?|allies|ally|army|military|economy|powers?|heavyweight|stalwart|laggard|maverick|powerhouse|pillar|newcomers?|mainstay|linchpin|cornerstone) (?:of|in)|among)\b|{LETTERS['number']} of\b"
)
"""What may stand between "is" and "NATO member" though it has a preposition."""
_DETOUR = lazily(
    r"\b(?:by|to|with|for|from|on|at|near|between|against|like|about|under|over|into|through|behind|around|beside|alongside|as|in|of|who|whose|off|among)\b|"
    r"(?<!-)\b(?!leading|existing|outstanding|remaining|lagging|wavering|founding|being)\w{2,}ing\b"
)
_NOT_ITSELF = lazily(
    r"\b(?:outside|in|within|inside|with|from|against|by|for|to|joining|join|beyond|between|non|than|over|on|across|leaving|about|why|whether)\s+(?:the\s+)?$",
    re.I,
)
"""Words before an alliance that make it no subject: "outside the EU (Norway and Iceland)"."""
_NO_ROSTER = lazily(
    r"\b(?:next|coming|likely|without|except|would-be|prospective|potential|possible|aspir\w+|future|candidates?|hopefuls?|observers?|associates?|founding|founders?|original|charter|suspended|invited|honorary|former members|non)\b"
)
"""Words by which a list is not one of members."""
_GOES_ON = lazily(
    r"\s*(?:[^\sa-z]|$)|\s+(?!(?:\w+'s|eyes|hands|terms|circles|talks|jargon|style|ranks|debt|bad|good|matters|waters|skies|airspace)\b)(?:of|on|since|by|as|at|during|after|before|following|because|over|between|with|and|or|but|"
    r"when|while|under|amid|amidst|despite|for|until|to|in|from|whose|which|that|who|where|though|although|one|two|alongside|even|too|has|have|had|is|are|was|were|will|would|can|cannot|could|must|may|"
    r"might|should|do|does|did|now|today|already|either|only|still|itself|themselves|yet|both|like|unlike|without|within|thanks|whereas|itself|alone|again|anyway|long|later|altogether|forever|together|formally|"
    r"via|through|against|near|not|never|nor|said|says|then|there|back|sent|gave|voted|want\w*|need\w*|border\w*|spend\w*|\w+ly)\b"
)
"""What may follow "in NATO": "in EU hands" is something else."""
_BUT_LIST = lazily(r"\b(?:but|not)\b")
_NONE_OF = lazily(r"\b(?:none|neither|not one)\s+of\s+(?:the\s+|these\s+)?(?:[a-z\ue00a]+\s*){0,3},?\s*$", re.I)
_ROSTER_ENDS = lazily(
    rf"[\s{LETTERS['aside']}]*(?:[.;:()—-]|$|,(?!\s*(?:(?:in|into|with|together)\b|[{LETTERS['state']}{LETTERS['group']}]))|\s+(?:and|as well as|plus|along with)\s+(?:\w+\s+)?(?:others?|several|many|more|a\s+\w+)\b|\s+(?:and|plus)\s+{LETTERS['number']}|"
    rf"\s+(?:but|while|since|today|now|as (?:a |full )?members?|among (?:its|the|their) (?:\w+ )?members|under|that|which|who|was|is|has|have|were|meets?|met|{LETTERS['date']})(?!\w))"
)
"""Where a list of members ends; "NATO brings together Ukraine and its donors" lists none."""


def is_denied(match: Match) -> bool:
    """Whether it is denied; of a shared subject, the verb says so."""
    if not match.negated and _NONE_OF.search(match.sentence.mask[: match.found.start()]):
        return True
    return match.negated or (
        bool(match.phrasing.fixed.get("shared")) and bool(re.search(r"\b(?:not|no|never|outside|out|yet to)\b|n't", match.found[0]))
    )


def fits(match: Match, after: str) -> bool:
    """Whether what stands around the match leaves it an assertion about these states and this alliance."""
    fixed, words = match.phrasing.fixed, match.found[0]
    if re.match(rf"\s*(?:the\s+)?{LETTERS['alliance']}", words) and re.search(r"\bnor\s*$", match.sentence.mask[: match.found.start()]):
        return False
    if words[-1] == LETTERS["alliance"] and is_modifier(match):
        return False
    if slots(match, "whole") and re.search(r"\b(?:former|formerly|ex|non|candidate|aspir\w+|partner)\b", words):
        return False
    if not (match.negated or fixed.get("anywhere")) and _EXCEPTED.search(match.sentence.mask[: match.found.start()]):
        return False
    if not match.negated and _JOINED_SINCE.match(after):
        return False
    if fixed.get("described") and _SET_OFF.search(words) and not (LIST_ENDS.match(after) and len(match.ids("states")) > 1):
        return False
    if (
        words[-1] == LETTERS["alliance"]
        and re.search(r"\b(?:in|inside|within|part of)\s+(?:the\s+|both\s+)?[^a-z]$", words)
        and not _GOES_ON.match(after)
    ):
        return False
    if (fixed.get("described") or fixed.get("roster")) and after.startswith("'"):
        return False
    if fixed.get("attributive") or fixed.get("listed") or fixed.get("described"):
        return not is_former(match) and not (fixed.get("attributive") and not match.negated and _LOOSE.search(words))
    if fixed.get("closed") and fixed.get("loose") and _OWNS_VERB.search(words):
        return False
    if fixed.get("loose") and (_LOOSE.search(_DENIAL.sub(" ", words) if match.negated else words) or _is_roundabout(match)):
        return False
    if fixed.get("roster") and not _is_roster(match, after):
        return False
    if fixed.get("enclosed"):
        return _is_enclosed(match, after)
    if fixed.get("anywhere"):
        return bool(LIST_ENDS.match(after)) or words[-1] != LETTERS["state"] or not (_SET_OFF.search(words) or " are " in words)
    if fixed.get("opening"):
        return (
            not match.sentence.mask[: match.found.start()].strip(' "')
            and not re.search(r"\b(?:would|could|might|will)\b", after)
            and not _JOINED_SINCE.match(words)
        )
    if fixed.get("unnamed") and not slots(match, "alliance"):
        # "Its members are ..." with no alliance named before is of something else.
        return (
            match.antecedent("alliance") is not None
            and (not fixed.get("roster") or len(match.ids("states")) > 1)
            and bool(LIST_ENDS.match(after))
        )
    if fixed.get("unlike"):
        return True
    if fixed.get("prior") and not fixed.get("alone"):
        return bool(states_of(match))
    if fixed.get("alone") and not _ALONE.match(after):
        return False
    if fixed.get("echo"):
        return bool(LIST_ENDS.match(after)) and is_subject(match)
    if fixed.get("closed"):
        if _FROM_TO.match(after):
            return False
        ends = _APPOSITION_ENDS.match(after) or (_ONE_MEMBER.search(words) and _PLACED.match(after))
        return bool(ends) and (bool(fixed.get("placed")) or bool(_DETERMINED.search(words)) or " and " in words)
    if fixed.get("of_them") and not any(getattr(said, "kind", "") == "member_count" for said in match.sentence.context.said):
        return False
    if fixed.get("counted"):
        number = match.quantity() if match.has("n") else None
        return bool(LIST_ENDS.match(after)) and len(match.ids("states")) == (number.value if number else 1)
    if fixed.get("fronted"):
        return not _HYPOTHETICAL.match(after)
    if fixed.get("noun") or fixed.get("subject"):
        return opens_clause(match)
    if fixed.get("trailing"):
        return bool(LIST_ENDS.match(after)) and bool(
            re.search(r"\b(?:in|of|members?|part|joined|belongs?)\b", match.sentence.mask[: match.found.start() + 1])
        )
    if fixed.get("them"):
        return bool(re.search(r"\b(?:members|allies|countries)\b", match.sentence.mask[: match.found.start()], re.I))
    if _FIRST_VERB.match(words) and not is_subject(match) and not _EACH_OF.search(match.sentence.mask[: match.found.start()]):
        return False
    return not (_STAYS.search(words) and is_wished(match))


def _prior(match: Match) -> list[str]:
    """Whom "because it is not a member" speaks of: the one state named before it, or the one with which the sentence opens."""
    before = [
        item.what.id
        for item in match.sentence.before(match.found.start())
        if item.letter in (LETTERS["state"], LETTERS["capital"]) and isinstance(item.what, Mention)
    ]
    opening = opening_states(match)
    if match.found[0].lstrip().startswith("which"):
        return before[:1] if re.search(rf"{LETTERS['state']}\s*,?\s*$", match.sentence.mask[: match.found.start()]) else []
    return before[:1] if len(set(before)) == 1 else list(opening) if len(opening) == 1 else []


def _is_roundabout(match: Match) -> bool:
    """Whether between the state and the alliance's members something else is spoken of: "is surrounded by NATO members", "is the capital of a NATO member"."""
    names = [match.found.span(slot) for slot in ("states", *slots(match, "alliance")[:1], "treaty") if match.has(slot)]
    if len(names) < 2 or match.phrasing.fixed.get("prior"):
        return False
    if names[0] > names[1]:
        ahead = match.found.string[match.found.start() : names[1][0]].lstrip().partition(" ")[2]
        return bool(match.phrasing.fixed.get("fronted")) and bool(_DETOUR.search(_IDIOM.sub(" ", ahead)))
    between = re.split(r"\b(?:that|which|who)\b", _IDIOM.sub(" ", match.found.string[names[0][1] : names[1][0]]))[0]
    return bool(_DETOUR.search(between))


def _is_roster(match: Match, after: str) -> bool:
    """Whether a list of members ends where it should, and stands behind an alliance that is spoken of itself: not "NATO includes Ukraine in its exercises"."""
    before = match.sentence.mask[: match.found.start()]
    if _NOT_ITSELF.search(before) or _NO_ROSTER.search(f"{' '.join(before.lower().split()[-2:])} {match.found[0]}"):
        return False
    if not match.negated and _BUT_LIST.search(match.found[0]):
        return False
    if re.search(r" with [^a-z]*$", match.found[0]) and len(match.ids("states")) < 3:
        return False
    if match.phrasing.fixed.get("several") and len(match.ids("states")) < 2:
        return False
    return bool(_ROSTER_ENDS.match(after))


_FROM_TO = lazily(rf"\s+(?:from|between)\s+{LETTERS['date']}\s+(?:to|until|till|through|and)\s")
"""A member "from 2006 to 2012" is one no more."""


def _is_enclosed(match: Match, after: str) -> bool:
    """Whether an alliance's members stand in brackets or between dashes behind it."""
    before = match.sentence.mask[: match.found.start()]
    mark = match.sentence.mask[match.found.end("alliance") :].lstrip()[:1]
    if (
        len(match.ids("states")) < 2
        or _NOT_ITSELF.search(before)
        or re.search(r"\b(?:left|leave|leaves|join\w*|with|against)\s+(?:the\s+)?$", before)
    ):
        return False
    return after.lstrip()[:1] in {"(": (")",), ":": (".",), "-": ("-",), "—": ("—", ".")}.get(mark, ())


_EXCEPTION = lazily(r"\b(?:not all|except|but|apart from|save|almost all|nearly all|most)\b", re.I)


def _of_group(match: Match) -> list[str]:
    """The states that "all the former members of the Warsaw Pact" are today: those that are gone are their successors, and the union that led it is left out."""
    record, found = match.sentence.context.record, []
    group = match.id(slots(match, "of")[0])
    treaty = alliances.treaty_of(record, group)
    if treaty is None or treaty.until.latest > match.sentence.context.published or _EXCEPTION.search(match.sentence.mask):
        return []
    for state in alliances.ever_members(record, group):
        gone = [spell.until.latest for spell in record.of(State, id=state)]
        if not gone or max(gone) > match.sentence.context.published:
            found.append(state)
        else:
            found += dict.fromkeys(
                fact.successor for fact in record.of(Succession, predecessor=state) if fact.how == "dissolution" and state != "SUN"
            )
    return [*match.ids("states"), *found]


def states_of(match: Match) -> list[str]:
    """The states of which it is said: of a list before or after a singular noun ("Russia and Poland, a member") only the nearest."""
    found = [id for slot in ("states", "state", "b", "c", "e") for id in match.ids(slot)]
    found += [name.id for name in (match.names("d") if match.phrasing.fixed.get("noun") else ())]
    if match.phrasing.fixed.get("shared"):
        found = list(opening_states(match))
    if match.phrasing.fixed.get("prior"):
        found = _prior(match)
    if match.phrasing.fixed.get("of"):
        found = _of_group(match)
    if match.phrasing.fixed.get("listed_in_record"):
        here, number = match.sentence.context, match.quantity()
        now = alliances.members(here.record, match.id("alliance")).at(here.published)
        found = sorted(now) if number is not None and number.value == len(now) else []
    if "gov" in match.found.re.groupindex:
        found += [name.id for name in match.names("gov")]
    fixed, words = match.phrasing.fixed, match.found[0]
    if fixed.get("described") and " as well as " in words and match.has("states"):
        # "EU countries, including Romania, as well as the United States"
        cut = match.found.start() + words.rindex(" as well as ")
        beyond = {item.what.id for item in match.sentence.items if item.at > cut and isinstance(item.what, Mention)}
        found = [id for id in found if id not in beyond]
    if len(found) > 1 and "b" not in match.found.re.groupindex and (fixed.get("closed") or fixed.get("attributive")):
        named = [name.id for name in match.names("states")]
        if fixed.get("attributive") and _SINGULAR.search(words):
            return named[:1] if not is_group(match.names("states")[0]) else found
        if (
            fixed.get("closed")
            and re.search(r",\s*(?:now |also |itself |already |which is )?(?:an?|the|one)\b", words)
            and not re.search(r"\b(?:members|allies|states|countries|nations)\b[^a-z]*(?:of|in|$)", words)
        ):
            return named[-1:]
        if fixed.get("closed") and "both" in words and len(named) > 2:
            return named[-2:]
    return list(dict.fromkeys(found))
