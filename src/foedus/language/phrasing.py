"""Phrasings: templates that read as English, compiled once, matched against masked sentences.

``{state} <is> [<adverb>] a (member|part) of {alliance}`` has *slots* in braces, classes of :mod:`foedus.language.words` in angle
brackets, options in square brackets and alternatives in round ones. ``~`` stands for up to four words between. A slot may be named:
``{to=state}``. Words are matched regardless of case, names never.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from foedus.dates import Moment
from foedus.facts import Name
from foedus.language.calendar import Dated
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.sentence import LETTERS, Item, Sentence, is_group
from foedus.language.words import CLASSES
from foedus.values import Value

_L = LETTERS
_SLOTS = {
    "state": _L["state"],
    "gov": f"[{_L['state']}{_L['capital']}{_L['government']}]",
    "demonym": _L["demonym"],
    "party": f"[{_L['state']}{_L['demonym']}]",
    "alliance": _L["alliance"],
    "treaty": _L["treaty"],
    "person": _L["person"],
    "title": _L["title"],
    "place": f"[{_L['place']}{_L['capital']}{_L['state']}]",
    "site": f"[{_L['place']}{_L['capital']}{_L['state']}{_L['other']}]",
    "town": _L["place"],
    "region": _L["region"],
    "group": _L["group"],
    "host": f"[{_L['region']}{_L['state']}]",
    "outlet": _L["outlet"],
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
_LEADERS = f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}]"
"""Who may stand before an alliance's name: "the Moscow-led CSTO"."""
_TOKEN = re.compile(r"\{(?:(\w+)=)?(\w+)\}|<([^>]+)>|([\[\](|)~])|('s)|([,:;\"()—-])|([^\s\[\](|)~{}<>,:;\"—]+)")
_S = rf"[\s{_L['aside']}]*"
"""What may stand between two words of a phrasing: white space, and what the sentence can do without."""
_SOME = re.compile(r"\b(?:some|most|many|several|other|few|no|various|certain)\s+(?:of\s+)?(?:the\s+)?\Z")
_COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "is",
        "are",
        "was",
        "were",
        "and",
        "or",
        "by",
        "it",
        "its",
        "has",
        "have",
        "had",
        "for",
        "on",
        "with",
        "as",
        "be",
        "been",
        "that",
        "who",
        "which",
        "s",
        "not",
        "more",
        "than",
    ]
)


class Phrasing(Value):
    """One template, and the arguments that it fixes (``negated=True``, ``stage="applied"``)."""

    text: str
    fixed: Mapping[str, Any] = MappingProxyType({})

    def __hash__(self) -> int:
        return hash(self.text)


def P(text: str, **fixed: Any) -> Phrasing:  # noqa: N802 - one letter, so that lists of phrasings read as English
    """A phrasing with the arguments that it fixes."""
    return Phrasing(text, fixed)


class Match(Value):
    """A phrasing found in a sentence."""

    sentence: Sentence
    phrasing: Phrasing
    found: re.Match[str]

    @property
    def past(self) -> bool:
        """Whether a verb of the match is in the past tense."""
        return any(name.startswith("past") and value for name, value in self.found.groupdict().items())

    @property
    def negated(self) -> bool:
        """Whether the phrasing denies."""
        return bool(self.phrasing.fixed.get("negated"))

    def has(self, slot: str) -> bool:
        """Whether the slot is filled."""
        return slot in self.found.re.groupindex and self.found[slot] is not None

    def items(self, slot: str) -> list[Item]:
        """What the slot's letters stand for."""
        if not self.has(slot):
            return []
        return self.sentence.inside(*self.found.span(slot))

    def names(self, slot: str) -> list[Name]:
        """The names in a slot."""
        return [item.what.meanings[0] for item in self.items(slot) if isinstance(item.what, Mention)]

    def id(self, slot: str) -> str:
        """The id of the one thing in the slot, or ``""``."""
        names = self.names(slot)
        return names[0].id if names else ""

    def ids(self, slot: str) -> tuple[str, ...]:
        """The states in the slot; a group ("the Baltic states") stands for all of its states, unless a number or "most" before it takes only some."""
        groups = self.sentence.context.names.regions
        found: dict[str, None] = {}
        for item in self.items(slot):
            if not isinstance(item.what, Mention):
                continue
            name = item.what.meanings[0]
            if not is_group(name):
                found[name.id] = None
            elif not self._only_some(item.at, len(groups.get(name.id, ()))):
                found |= dict.fromkeys(groups.get(name.id, ()))
        return tuple(found)

    def _only_some(self, at: int, size: int) -> bool:
        if _SOME.search(self.sentence.folded, 0, at):
            return True
        number = self.sentence.before(at)[:1]
        quantity = number[0].what if number and not self.sentence.mask[number[0].at + 1 : at].strip() else None
        return isinstance(quantity, Quantity) and quantity.value != size

    def quantity(self, slot: str = "n") -> Quantity | None:
        """The number in a slot."""
        return next((item.what for item in self.items(slot) if isinstance(item.what, Quantity)), None)

    def date(self, slot: str = "date") -> Moment | None:
        """The date in a slot."""
        return next((item.what.moment for item in self.items(slot) if isinstance(item.what, Dated)), None)

    def text(self, slot: str) -> str:
        """The page's own words in a slot."""
        start, end = self.found.span(slot)
        return self.sentence.text[self.sentence.original(start) : self.sentence.original(end, end=True)]

    def antecedent(self, *types: str) -> Name | None:
        """What "its", "whose" or "it" at the start of the match refers to: the nearest name of a type before it."""
        context = self.sentence.context
        before: list[Name] = []
        for item in self.sentence.before(self.found.start()):
            if isinstance(item.what, Mention):
                name = item.what.meanings[0]
                if name.type == "other":
                    return context.nearest(before, *types)
                before.append(name)
        own = sum(isinstance(item.what, Mention) for item in self.sentence.items)
        return context.nearest([*before, *reversed(context.mentioned[: len(context.mentioned) - own][-12:])], *types)

    def span(self) -> tuple[int, int]:
        """The exact words of the match, in the page."""
        start, end = self.found.span("quote" if self.has("quote") else 0)
        while start < end and self.sentence.mask[start] in " ,;:":
            start += 1
        sentence = self.sentence
        return sentence.offset + sentence.original(start), sentence.offset + sentence.original(end, end=True)


class Entry(NamedTuple):
    """One phrasing of an index: its owner, its number there, and what a sentence must have for it to be worth trying.

    *parts* are the words of its required parts, one of each of which must occur; *sketch* is a regular expression for the letters of its slots in
    their order.
    """

    owner: str
    number: int
    parts: tuple[frozenset[str], ...]
    sketch: str


class Matcher:
    """Many phrasings at once: only those whose required words all occur in a sentence are tried on it, each compiled when first tried.

    *load* gives an owner's phrasings by its name, so that what is never tried is never loaded.
    """

    def __init__(self, entries: Sequence[Entry], load: Callable[[str], Sequence[Phrasing]]) -> None:
        self._entries = entries
        self._load = load
        self._compiled: list[tuple[Phrasing, re.Pattern[str], frozenset[str] | None] | None] = [None] * len(entries)
        self._sketches: list[re.Pattern[str] | None] = [None] * len(entries)
        # Each distinct part is a bit; a word carries the bits of the parts that it fulfils, a phrasing those that it needs.
        bits: dict[frozenset[str], int] = {}
        self._needs = [sum({bits.setdefault(part, 1 << len(bits)) for part in entry.parts}) for entry in entries]
        self._word_bits: dict[str, int] = {}
        for part, bit in bits.items():
            for word in part:
                self._word_bits[word] = self._word_bits.get(word, 0) | bit
        self._by_word: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for word in _rarest([part for part in entry.parts if part.isdisjoint(_COMMON)]):
                self._by_word.setdefault(word, []).append(number)

    def find(self, sentence: Sentence) -> Iterator[tuple[str, Match]]:
        """Every match of every phrasing, with the owner under which the phrasing was given."""
        fulfilled, needs = 0, self._needs
        candidates: set[int] = set()
        for word in sentence.words:
            fulfilled |= self._word_bits.get(word, 0)
            candidates.update(self._by_word.get(word, ()))
        letters = "".join([item.letter for item in sentence.items if item.what is not None])
        for number in sorted([number for number in candidates if needs[number] & fulfilled == needs[number]]):
            sketch = self._sketches[number]
            if sketch is None:
                sketch = self._sketches[number] = re.compile(self._entries[number].sketch)
            if sketch.search(letters) is None:
                continue
            compiled = self._compiled[number]
            if compiled is None:
                entry = self._entries[number]
                phrasing = self._load(entry.owner)[entry.number]
                compiled = self._compiled[number] = phrasing, compile_phrasing(phrasing.text), beginnings(phrasing.text)
            for found in _search(compiled[1], compiled[2], sentence):
                yield self._entries[number].owner, Match(sentence, compiled[0], found)


def _search(pattern: re.Pattern[str], first: frozenset[str] | None, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The matches of a pattern, from left to right; it is tried only where one of its first words stands."""
    if first is None:
        yield from (found for found in pattern.finditer(sentence.folded) if found.start() <= sentence.reach)
        return
    folded, end = sentence.folded, 0
    places = sentence.places
    for at in sorted([at for word in first & sentence.words for at in places[word]]):
        if at > sentence.reach:
            return
        if at >= end and (found := pattern.match(folded, at)):
            yield found
            end = found.end()


def entries(owner: str, phrasings: Sequence[Phrasing]) -> list[Entry]:
    """The index entries of an owner's phrasings."""
    return [Entry(owner, number, _needed(phrasing), sketch(phrasing.text)) for number, phrasing in enumerate(phrasings)]


def _needed(phrasing: Phrasing) -> tuple[frozenset[str], ...]:
    """What must occur in a sentence: the phrasing's own parts, and one of the words that it asks for *beside* itself."""
    beside = phrasing.fixed.get("beside")
    return (*required(phrasing.text), *([beside] if beside else []))


def _alternatives(spec: str, count: list[int]) -> str:
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
        body = _alternatives(CLASSES[word_class], count)
        return rf"{_S}(?<![\w])(?:{body})(?![\w])" if not body.startswith("'") else rf"{_S}(?:{body})(?!\w)"
    if possessive:
        return r"(?:'s?(?!\w))"
    if mark == "—":
        return rf"{_S}(?:—|--| - )"
    if mark:
        return rf"{_S}{re.escape(mark)}"
    return rf"{_S}(?<!\w){re.escape(word.lower())}(?!\w)"


def _slot(name: str, slot: str) -> str:
    if slot in _LISTS:
        one = rf"(?:the\s+|both\s+)?[{_LISTS[slot]}]"
        # Commas alone make a list only at an end of the sentence: "Unlike Poland, Ukraine is ..." lists nothing.
        joined = rf"(?:(?:\s*,\s*{one})*(?:\s*,)?\s*(?:and(?:\s+of)?\s+|as\s+well\s+as\s+|&\s*){one})*"
        return rf"{_S}(?P<{name}>\A{one}(?:\s*,\s*{one})+|{one}(?:(?:\s*,\s*{one})+(?=\s*(?:[.;:)—]|\Z))|{joined}))"
    if slot == "its":
        return rf"{_S}(?<!\w)(?P<{name}>its|whose|their)(?!\w)"
    if slot == "n":
        # "1,340 kilometres (830 miles)": the same number in another unit, in brackets, goes with the first.
        return rf"{_S}(?:the\s+|a\s+|an\s+)?(?P<{name}>{_L['number']})(?:\s*\((?:or\s+)?{_L['number']}\))?"
    if slot == "quote":
        return rf'{_S}"(?P<{name}>[^"]+)"'
    if slot == "words":
        return rf"{_S}(?P<{name}>[^.;!?]+)"
    led = rf"(?:{_LEADERS}\s?-\s?(?:led|dominated|backed)\s+)?" if slot == "alliance" else ""
    return rf"{_S}(?:(?<!\w)(?:the|an?)\s+)?{led}(?P<{name}>{_SLOTS[slot]})"


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
                more, nothing = set(_beginnings(tokens[at])), structure == "~"
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
    written = CLASSES[word_class].split("|") if word_class else [word or ""]
    if not slot and any(not re.match("[a-z]", alternative.rpartition(":")[2].lower()) for alternative in written):
        return [""]
    return _first_words(token) or [""]


def required(text: str) -> tuple[frozenset[str], ...]:
    """For each part of a phrasing that must occur, the words with one of which it begins."""
    parts = tuple(dict.fromkeys(_required(text)))
    if not any(part.isdisjoint(_COMMON) for part in parts):
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
        elif slot in _LISTS:
            groups[-1][-1] += f"[{_LISTS[slot]}]+"
        elif slot == "n":
            groups[-1][-1] += f"{_L['number']}{{1,2}}"
        elif slot in ("words", "quote"):
            groups[-1][-1] += ".*"
        elif slot == "alliance":
            groups[-1][-1] += f"{_LEADERS}?{_SLOTS[slot]}"
        elif slot and slot != "its":
            groups[-1][-1] += _SLOTS[slot]
    return groups[0][0]


def _rarest(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    """The part by which a phrasing is best looked up: few long words, none of them common."""

    def score(part: frozenset[str]) -> float:
        lengths = [0 if word in _COMMON else len(word) if word < "\ue000" else 3 for word in part]
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
                groups[-1][-1].append(frozenset().union(*map(_rarest, alternatives)))
        elif words := _telling_words(token):
            groups[-1][-1].append(frozenset(words))
    return groups[0][0]


def _telling_words(token: re.Match[str]) -> list[str]:
    """Words of which one must occur if the token matches: of each alternative of a class, its rarest."""
    _, slot, word_class, _, _, _, word = token.groups()
    if slot:
        return _first_words(token)
    alternatives = CLASSES[word_class].split("|") if word_class else [word or ""]
    found = []
    for alternative in alternatives:
        pieces = re.findall(r"[a-z]+", alternative.rpartition(":")[2].lower())
        if not pieces:
            return []
        found.append(max(pieces, key=lambda piece: (piece not in _COMMON, len(piece))))
    return found


def _first_words(token: re.Match[str]) -> list[str]:
    _, slot, word_class, _, _, _, word = token.groups()
    if slot:
        letters = _SLOTS.get(slot) or _LISTS.get(slot, "")
        return [character for character in letters if character >= "\ue000"]
    if word_class:
        firsts = [alternative.rpartition(":")[2].split()[0].lower() for alternative in CLASSES[word_class].split("|")]
        return [re.findall(r"[a-z]+", first)[0] for first in firsts if re.findall(r"[a-z]+", first)]
    return re.findall(r"[a-z]+", word.lower())[:1] if word else []
