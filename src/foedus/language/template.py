"""The language of phrasings: how a template becomes a regular expression, and by which words it can be looked up.

``{state} <is> [<adverb>] a (member|part) of {alliance}`` has *slots* in braces, classes of :mod:`foedus.language.words` in angle
brackets, options in square brackets and alternatives in round ones. ``~`` stands for up to four words between, ``:`` also for an opening bracket. ``...`` is wider:
up to nine words, dates, numbers, places and asides, but no state, alliance, treaty or person, and no word that denies, wishes, supposes or reports. A slot may be named:
``{to=state}``. Words are matched regardless of case, names never.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedus.language.sentence import LETTERS
from foedus.language.words import CLASSES

_L = LETTERS
_SLOTS = {
    "state": _L["state"],
    "gov": f"[{_L['state']}{_L['capital']}{_L['government']}]",
    "demonym": _L["demonym"],
    "alliance": _L["alliance"],
    "treaty": _L["treaty"],
    "person": _L["person"],
    "title": _L["title"],
    "place": f"[{_L['place']}{_L['capital']}{_L['state']}]",
    "site": f"[{_L['place']}{_L['capital']}{_L['state']}{_L['other']}]",
    "town": _L["place"],
    "spot": f"[{_L['place']}{_L['capital']}]",
    "region": _L["region"],
    "group": _L["group"],
    "host": f"[{_L['region']}{_L['state']}{_L['capital']}]",
    "n": _L["number"],
    "date": _L["date"],
    "neighbour": f"[{_L['state']}{_L['alliance']}]",
    "speaker": f"[{_L['person']}{_L['state']}{_L['capital']}{_L['government']}]",
    "side": f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}]",
    "org": f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}{_L['alliance']}]",
    "successor": f"[{_L['state']}{_L['alliance']}]",
}
_LISTS = {"states": _L["state"] + _L["group"], "govs": _L["state"] + _L["group"] + _L["capital"] + _L["government"]}
"""Slots for one or several, joined by commas and "and": states and groups of states; these and the capitals that stand for them."""
_WORDED = frozenset(["faction"])
"""Slots that are filled by the words of the class of the same name."""
_OTHERS = rf"\s*,?\s+(?:and|plus)\s+(?:several|many|most|other|some|a\s+(?:number|handful|dozen|few)|its|their|{_L['number']})"
"""Where a list of names goes on with those that it does not name: "Poland, Romania and several other members"."""
_LATER = rf"(?:\s*,)?(?:\s+(?:most|more)\s+recently|\s+now|\s+finally|\s+lastly|\s+latterly|\s+(?:since|from)\s+{_L['date']})(?:\s*,)?"
"""What may stand before the last name of a list: "and, since 2024, Sweden"."""
_LEADERS = f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}]"
"""Who may stand before an alliance's name: "the Moscow-led CSTO"."""
_KIND_OF = rf"(?:[{_L['region']}{_L['demonym']}]|regional|military|rival|defen[cs]e|western|west|east|african|asian|security|trading|economic|political|mutual)"
"""What may be said of an alliance before its name: "the West African bloc ECOWAS"."""
_TOKEN = re.compile(r"\{(?:(\w+)=)?(\w+)\}|<([^>]+)>|([\[\](|)~]|\.\.\.)|('s)|([,:;\"()—-])|([^\s\[\](|)~{}<>,:;\"—]+)")
_S = rf"[\s{_L['aside']}]*"
"""What may stand between two words of a phrasing: white space, and what the sentence can do without."""
COMMON = frozenset({
    "a", "an", "the", "of", "to", "in", "is", "are", "was", "were", "and", "or", "by", "it", "its", "has", "have", "had", "for", "on", "with",
    "as", "be", "been", "that", "who", "which", "s", "not", "more", "than",
})  # fmt: skip
"""Words that are in every sentence, by which nothing is found."""
_USUAL = frozenset(
    ("member", "members", "alliance", "country", "countries", "state", "states", "nation", "nations", "treaty", "country's", "full")
)
"""Words of pages about alliances, by which less is found than by the verb beside them: "became members of"."""


_TURNS = (
    r"not|no|never|nor|neither|cannot|\w+n't|without|unless|if|whether|would|could|might|may|should|than|unlike|against|until|before|except|instead|rather|nearly|almost|"
    r"that|what|where|why|how|said|says|say|told|tells|hop\w+|want\w*|wish\w*|plan|plans|planned|planning|seek\w*|sought|try|tries|tried|trying|aim|aims|aimed|aiming|intend\w*|"
    r"refus\w+|declin\w+|den(?:y|ies|ied|ying)|reject\w*|fail\w*|threat\w*|promis\w+|vow\w*|pledg\w+|expect\w*|likely|unlikely|ask\w*|urg\w+|call\w*|oppos\w+|block\w*|"
    r"veto\w*|consider\w*|debat\w+|discuss\w*|warn\w*|fear\w*|accus\w+|believ\w+|think|thinks|thought|argu\w+|suppos\w+|imagin\w+|candidate\w*|aspir\w+|bid|bids"
)
"""Words that turn what a clause says: across them nothing is read."""
_PASSED = "".join(_L[kind] for kind in ("number", "place", "title", "outlet", "topic"))
_GAP = (
    rf"(?:(?:\s*,)?(?:\s+(?:on|in|late in|early in))?\s+[{_L['date']}](?:\s*,)?|[\s]*{_L['aside']}|\s+[{_PASSED}]|\s+(?:in|at|near|from|by)\s+{_L['capital']}"
    rf"|\s+(?!(?:{_TURNS})\b)[a-z0-9][a-z0-9'-]*(?![\ue000-\ue010])){{0,9}}?"
)


def alternatives_of(spec: str, count: list[int]) -> str:
    """A word class as a regular expression; *count* numbers its groups, so that no two share a name."""
    parts = []
    for alternative in sorted(spec.split("|"), key=len, reverse=True):
        mark, colon, words = alternative.rpartition(":")
        pattern = rf"[\s{_L['aside']}]+".join(re.escape(word) for word in words.lower().split())
        if colon and mark:
            count[0] += 1
            pattern = f"(?P<{mark}{count[0]}>{pattern})"
        parts.append(pattern)
    return "|".join(parts)


def _element(token: re.Match[str], count: list[int]) -> str:
    name, slot, word_class, _, possessive, mark, word = token.groups()
    if slot:
        return _slot(name or slot, slot)
    if word_class:
        body = alternatives_of(CLASSES[word_class], count)
        return rf"{_S}(?<![\w])(?:{body})(?![\w])" if not body.startswith("'") else rf"{_S}(?:{body})(?!\w)"
    if possessive:
        return r"(?:'s?(?!\w))"
    if mark == ":":  # what follows may as well stand in brackets
        return rf"{_S}[:(]"
    if mark == "—":
        return rf"{_S}(?:—|--| - )"
    if mark:
        return rf"{_S}{re.escape(mark)}"
    return rf"{_S}(?<!\w){re.escape(word.lower())}(?!\w)"


def _slot(name: str, slot: str) -> str:
    if slot in _LISTS:
        one = rf"(?:the\s+|both\s+|neighbou?ring\s+|nearby\s+|what\s+(?:is|was)\s+(?:now|then|today)\s+|present-day\s+|tiny\s+|little\s+)?[{_LISTS[slot]}]"
        # Commas alone make a list only at an end of the sentence: "Unlike Poland, Ukraine is ..." lists nothing.
        listed = rf"(?:{one}|{_L['other']}(?=,|\s+and\s))"  # among others, a name that may stand for two: "Botswana, Congo, Lesotho"
        joined = rf"(?:(?:'s?)?(?:{_S},\s*{listed}(?:'s?)?)*(?:{_S},)?{_S}(?:and(?:\s+of|{_LATER})?\s+|as\s+well\s+as\s+|&\s*){one})*"
        return rf"{_S}(?P<{name}>\A{one}(?:\s*,\s*{one})+|{one}(?:(?:{_S},\s*{one})+(?=\s*(?:[.;:)—]|\Z)|{_OTHERS})|{joined}))"
    if slot in _WORDED:
        return rf"{_S}(?<!\w)(?P<{name}>{alternatives_of(CLASSES[slot], [0])})(?!\w)"
    if slot == "its":
        return rf"{_S}(?<!\w)(?P<{name}>its|whose|their)(?!\w)"
    if slot == "n":
        # "1,340 kilometres (830 miles)": the same number in another unit, in brackets, goes with the first.
        return rf"{_S}(?:the\s+|a\s+|an\s+)?(?P<{name}>{_L['number']})(?:\s*\((?:or\s+)?{_L['number']}\))?"
    if slot == "quote":
        return rf'{_S}"(?P<{name}>[^"]+)"'
    if slot == "words":
        return rf"{_S}(?P<{name}>[^.;!?]+)"
    led = rf"(?:{_LEADERS}\s?-\s?(?:led|dominated|backed|sponsored|controlled|run)\s+)?" if slot == "alliance" else ""
    said = (
        rf"(?:(?:(?<!\w){_KIND_OF}\s+){{0,3}}(?<!\w)(?:bloc|pact|grouping|group|organi[sz]ation|union)\s+(?:of\s+)?|(?<!\w)(?:rival|new|fledgling|defunct|now-defunct|short-lived)\s+)?"
        if slot == "alliance"
        else ""
    )
    return rf"{_S}(?:(?<!\w)(?:the|an?)\s+)?{said}{led}(?P<{name}>{_SLOTS[slot]})"


def compile_phrasing(text: str) -> re.Pattern[str]:
    """The regular expression of a phrasing, to be matched against a folded mask; options and alternatives keep their own leading space."""
    pattern, count = [], [0]
    seen: dict[str, int] = {}
    for token in _TOKEN.finditer(text):
        structure = token[4]
        if structure == "[" or structure == "(":
            pattern.append("(?:")
        elif structure == "]":
            pattern.append(")?")
        elif structure == ")" or structure == "|":
            pattern.append(structure)
        elif structure == "...":
            pattern.append(_GAP)
        elif structure == "~":
            pattern.append(r"(?:[\s\ue00f]+[^\s,;:.\ue000-\ue010]+){0,4}?")
        else:
            element = _element(token, count)
            named = re.search(r"\(\?P<([a-z]\w*?)>", element)
            if named and token[2]:
                seen[named[1]] = seen.get(named[1], 0) + 1
                if seen[named[1]] > 1:
                    element = element.replace(f"(?P<{named[1]}>", f"(?P<{named[1]}_{seen[named[1]]}>", 1)
            pattern.append(element)
    return re.compile("".join(pattern))


def beginnings(text: str) -> frozenset[str] | None:
    """The words and letters with one of which a match begins; ``None`` if it may begin with something else."""
    tokens = list(_TOKEN.finditer(text))

    def alternatives(at: int) -> tuple[set[str], bool, int]:
        words, empty = set(), False
        while True:
            more, nothing, at = sequence(at)
            words |= more
            empty |= nothing
            if at == len(tokens) or tokens[at][4] != "|":
                return words, empty, at
            at += 1

    def sequence(at: int) -> tuple[set[str], bool, int]:
        words: set[str] = set()
        empty = True
        while at < len(tokens) and tokens[at][4] not in ("|", "]", ")"):
            structure = tokens[at][4]
            if structure in ("[", "("):
                more, nothing, at = alternatives(at + 1)
                nothing |= structure == "["
            else:
                more, nothing = set(_beginnings(tokens[at])), structure in ("~", "...")
            if empty:
                words |= more
            empty &= nothing
            at += 1
        return words, empty, at

    words, _, _ = alternatives(0)
    return None if "" in words else frozenset(words)


def _beginnings(token: re.Match[str]) -> list[str]:
    """The words or letters with which one element begins; ``""`` stands for what cannot be looked up."""
    _, slot, word_class, _, _, _, word = token.groups()
    if slot == "its":
        return ["its", "whose", "their"]
    if slot in _WORDED:
        slot, word_class = None, slot
    written = CLASSES[word_class].split("|") if word_class else [word or ""]
    if not slot and any(not re.match("[a-z]", alternative.rpartition(":")[2].lower()) for alternative in written):
        return [""]
    return _first_words(token) or [""]


def required(text: str) -> tuple[frozenset[str], ...]:
    """For each part of a phrasing that must occur, the words with one of which it begins."""
    parts = tuple(dict.fromkeys(_required(text)))
    if not any(part.isdisjoint(COMMON) for part in parts):
        raise ValueError(f"the phrasing “{text}” has no word by which it could be found")
    return parts


def sketch(text: str) -> str:
    """A regular expression for the letters of a phrasing's slots, in their order: what is left of it when all words are left out.

    It is much cheaper to try than the phrasing, and fails on most sentences that have the right words in the wrong order.
    """
    groups: list[list[str]] = [[""]]  # the alternatives of each open group, innermost last
    for token in _TOKEN.finditer(text):
        structure, slot = token[4], token[2]
        if structure in ("[", "("):
            groups.append([""])
        elif structure == "|":
            groups[-1].append("")
        elif structure in ("]", ")"):
            # Equal alternatives are one: a choice between nothing and nothing would be tried again and again.
            alternatives = dict.fromkeys([*groups.pop(), *([""] if structure == "]" else [])])
            if list(alternatives) != [""]:
                groups[-1][-1] += f"(?:{'|'.join(sorted(alternatives, key=len, reverse=True))})"
        elif structure == "...":
            gap = f"[{_PASSED}{_L['date']}{_L['capital']}]*"
            groups[-1][-1] += gap if not groups[-1][-1].endswith(gap) else ""
        elif slot in _LISTS:
            groups[-1][-1] += f"[{_LISTS[slot]}][{_LISTS[slot]}{_L['other']}]*"
        elif slot == "n":
            groups[-1][-1] += f"{_L['number']}{{1,2}}"
        elif slot in ("words", "quote"):
            groups[-1][-1] += ".*"
        elif slot == "alliance":
            groups[-1][-1] += f"[{_L['region']}{_L['demonym']}]{{0,2}}{_LEADERS}?{_SLOTS[slot]}"
        elif slot and slot != "its" and slot not in _WORDED:
            groups[-1][-1] += _SLOTS[slot]
    return groups[0][0]


def rarest(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    """The part by which a phrasing is best looked up: few long words, none of them common."""

    def score(part: frozenset[str]) -> float:
        lengths = [0 if word in COMMON else len(word) if word < "\ue000" else 1 for word in part]
        return min(lengths) / float(len(part) ** 0.5)

    return max(parts, key=score)


def _required(text: str) -> list[frozenset[str]]:
    """For each part of the phrasing that must occur, words of which one must: of a choice, the most telling of each alternative."""
    groups: list[list[list[frozenset[str]]]] = [[[]]]  # the alternatives of each open group, innermost last, each a list of parts
    for token in _TOKEN.finditer(text):
        structure = token[4]
        if structure in ("[", "("):
            groups.append([[]])
        elif structure == "|":
            groups[-1].append([])
        elif structure == "]":
            groups.pop()
        elif structure == ")":
            alternatives = groups.pop()
            if all(alternatives):  # an alternative without a word of its own leaves nothing by which the whole could be found
                groups[-1][-1].append(frozenset().union(*map(rarest, alternatives)))
        elif words := _telling_words(token):
            groups[-1][-1].append(frozenset(words))
    return groups[0][0]


def _telling_words(token: re.Match[str]) -> list[str]:
    """Words of which one must occur if the token matches: of each alternative of a class, its rarest."""
    _, slot, word_class, _, _, _, word = token.groups()
    if slot in _WORDED:
        slot, word_class = None, slot
    if slot:
        return _first_words(token)
    alternatives = CLASSES[word_class].split("|") if word_class else [word or ""]
    found = []
    for alternative in alternatives:
        pieces = re.findall(r"[a-z]+", alternative.rpartition(":")[2].lower())
        if not pieces:
            return []
        found.append(max(pieces, key=lambda piece: (piece not in COMMON, piece not in _USUAL, len(piece))))
    return found


def _first_words(token: re.Match[str]) -> list[str]:
    _, slot, word_class, _, _, _, word = token.groups()
    if slot in _WORDED:
        slot, word_class = None, slot
    if slot:
        letters = _SLOTS.get(slot) or _LISTS.get(slot, "")
        return [character for character in letters if character >= "\ue000"]
    if word_class:
        firsts = [alternative.rpartition(":")[2].split()[0].lower() for alternative in CLASSES[word_class].split("|")]
        return [re.findall(r"[a-z]+", first)[0] for first in firsts if re.findall(r"[a-z]+", first)]
    return re.findall(r"[a-z]+", word.lower())[:1] if word else []
