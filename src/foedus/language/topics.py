"""What a passage is about: the record's topics and the terms of its statements, recognised whatever form their words take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from foedus.language.names import Names, names_of
from foedus.language.sentence import plain
from foedus.lexicon import Topic
from foedus.record import Record

_FAMILIES = {
    "enlarge": "enlarg expan grow bigger larger widen eastward spread advanc march",
    "join": "join accession acced member bid enter entry admi let door",
}
"""Words that name the same thing where alliances are the subject, by how they begin."""

_FAMILY = {start: family for family, starts in _FAMILIES.items() for start in starts.split()}
_STARTS = re.compile("|".join(sorted(_FAMILY, key=len, reverse=True)))
_JOINING = frozenset(["join", "member", "enter", "entry", "admit", "accession"])
_EXACT = frozenset(
    [
        "not",
        "no",
        "on",
        "out",
        "end",
        "ends",
        "ended",
        "only",
        "away",
        "take",
        "takes",
        "took",
        "taking",
        "hold",
        "and",
        "is",
        "red",
        "bar",
        "bars",
        "ban",
        "bans",
        "fall",
        "falls",
        "fell",
        "hands",
        "lose",
        "loses",
        "loss",
        "lost",
        "ask",
        "bid",
    ]
)
"""Parts of terms that are words, not beginnings of words."""

_WORD = re.compile(r"[^\W_][\w-]*")
_EMPTY = frozenset(["the", "a", "an", "of", "in", "to", "for", "on", "its", "by", "who", "s", "with", "into", "from", "and"])


def family(word: str) -> str:
    """The family to which a word belongs, or the word itself."""
    found = _STARTS.match(word)
    return _FAMILY[found.group()] if found else word


def words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, each as its family; names are expected as ids."""
    found = frozenset(word if word.isupper() else family(word.lower()) for word in _WORD.findall(text) if word.lower() not in _EMPTY)
    # Where the page has not named it yet, "the alliance" is the one that the statements on record are about.
    return found - {"alliance", "bloc"} | {"NATO"} if "alliance" in found or "bloc" in found else found


def with_ids(text: str, names: Names) -> str:
    """A text with each name replaced by its id."""
    parts, position = [], 0
    for mention in names.find(text):
        if mention.type in ("state", "alliance", "place") and mention.id:
            parts += [text[position : mention.start], f" {mention.id.upper()} "]
            position = mention.end
    return "".join([*parts, text[position:]])


class Topics:
    """The topics of a record, each as the sets of words of which one has to occur."""

    def __init__(self, topics: Iterable[Topic], names: Names) -> None:
        sets: list[tuple[str, frozenset[str]]] = []
        for topic in topics:
            for phrase in (topic.name, *topic.phrases):
                found = words(with_ids(plain(phrase), names))
                if len(found) > 1 or any(word.isupper() for word in found):
                    sets.append((topic.id, found))
        often = Counter(word for _, needed in sets for word in needed)
        # Each set under the one of its words that the fewest have, so that a passage is held against few of them.
        self._by_word: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for order, (topic_id, needed) in enumerate(sets):
            self._by_word.setdefault(min(needed, key=lambda word: (often[word], word)), []).append((order, topic_id, needed))

    def about(self, found: frozenset[str]) -> tuple[str, ...]:
        """The topics that a passage with these words is about; a state's accession is also an enlargement of the alliance."""
        direct = self._within(found)
        if "join" in found and direct:
            direct += self._within(found | {"enlarge", "NATO"})
        return tuple(dict.fromkeys(direct))

    def surely(self, found: frozenset[str]) -> tuple[str, ...]:
        """The topics that these words name: two states alone ("Ukraine in NATO") may stand in words about anything."""
        held = [entry for word in found if word in self._by_word for entry in self._by_word[word] if entry[2] <= found]
        return tuple(
            dict.fromkeys(
                topic
                for _, topic, needed in sorted(held, key=lambda entry: entry[0])
                if len(needed) == 1 or not all(map(str.isupper, needed))
            )
        )

    def _within(self, found: frozenset[str]) -> list[str]:
        """The topics of all sets that these words hold, in the order of the record."""
        held = [entry for word in found if word in self._by_word for entry in self._by_word[word] if entry[2] <= found]
        return [topic for _, topic, _ in sorted(held, key=lambda entry: entry[0])]


def topics_of(record: Record) -> Topics:
    """The topics of a record, built once."""
    return record.once("topics", lambda: Topics(record.lexicon.topics, names_of(record)))


_SENSES = (
    "captur seiz taken took take takes taking conquer liberat overr fall falls fallen fell lose loses losing lost loss control hands",
    "deni deny reject refut dismiss disput contradict",
    "fighting fight battl combat clash",
    "continu ongoing still rag underway",
    "threat danger menac",
    "existential life+and+death life-and-death surviv existence",
    "expan enlarg grow widen spread advanc",
    "guarantee assur",
    "oppos object complain grievanc resent",
    "bar bars barred barring exclud exclus preclud ban bans banned block clos shut",
    "stabil stable stead",
    "secur safe",
    "retaliat respon react counter reciproc consequence",
    "reason justif cause because cite cited citing blame blaming pretext rationale excuse ground invok point",
    "seek sought want wish ask bid hope",
    "favor favour support back",
    "without+delay as+soon+as+possible immediate prompt at+once speed swift quick time+has+come time+had+come",
    "withdr retreat pulled+out pull+out pulled+back abandon",
    "recogni acknowledg accept conced admit",
    "halt stop end ends ended freez",
)
"""What parts of terms may also be called, by how the words begin ("+" is a space within one): a part that names one of a line names all."""

_SENSE = {start: sense for sense in (tuple(word.replace("+", " ") for word in words.split()) for words in _SENSES) for start in sense}


@lru_cache(maxsize=4096)
def _part(part: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """How one word of a term may begin, of which one has to occur, and the pattern that finds the word; both for text in lower case."""
    lower = part.lower()
    if lower == "not":
        return ("no", "n't"), re.compile(r"\b(?:not|no|nothing|cannot|never|\w+n't)\b")
    if lower == "nato":
        return ("nato", "alliance", "bloc"), re.compile(r"\b(?:nato|alliance|bloc)\b")
    starts = _FAMILIES["join"].split() if lower in _JOINING else []
    words = dict.fromkeys((lower, *_SENSE.get(lower, ()), *starts))
    forms = [re.escape(word) + (r"\b" if word in _EXACT else r"[\w-]*") for word in words]
    return tuple(words), re.compile(rf"\b(?:{'|'.join(forms)})")


Term = tuple[str, ...]
"""One alternative of a statement's terms: the words that must all occur, by how they begin."""


class Passage:
    """A text in which terms are looked for; each word is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        self._lower = lower if len(lower) == len(text) else text
        self._found: dict[str, tuple[int, int] | None] = {}

    def find(self, term: Term) -> list[tuple[int, int]] | None:
        """Where the words of a term stand, in the order of the text; ``None`` if one is missing."""
        spans = []
        for part in term:
            if part not in self._found:
                starts, pattern = _part(part)
                found = pattern.search(self._lower) if any(start in self._lower for start in starts) else None
                self._found[part] = found.span() if found else None
            span = self._found[part]
            if span is None:
                return None
            spans.append(span)
        return sorted(set(spans))


@lru_cache(maxsize=1024)
def terms(text: str) -> tuple[Term, ...]:
    """The alternatives of a statement's terms ("never + join; bar"), the most telling first."""
    found = [tuple(part.strip() for part in term.split(" + ")) for term in text.split(";") if term.strip()]
    return tuple(sorted(found, key=lambda term: (-len(term), -sum(map(len, term)))))
