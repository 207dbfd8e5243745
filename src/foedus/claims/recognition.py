"""What somebody is reported to have said, found again among the statements on record: by topic, telling words, and what it denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from foedus import statement as statements
from foedus.claims.claim import fits
from foedus.dates import Moment
from foedus.facts import Office
from foedus.facts import Statement as Said
from foedus.language import topics
from foedus.language.names import Mention
from foedus.language.sentence import Sentence

_PRONOUN = re.compile(r"\b(?:they|it|its|their|we|our|us|he|his|the\s+country|the\s+nation)\b", re.I)
_NEGATIVE = re.compile(r"\b(?:not|no|never|cannot|nor|neither|less|none|nobody|nothing|hardly)\b|n't\b", re.I)
_OPPOSED = re.compile(
    r"\b(?:bar|exclud|preclud|unaccept|stop|halt|end|rul|den[iy]|refrain|oppos|reject|refus|against|danger|threat|undermin|destabili|"
    r"back|only)\w*",
    re.I,
)
_DENIAL = re.compile(r"\b(?:deni|deny|reject|dismiss)", re.I)
_POINTING = re.compile(
    r"\b(?:it|its|there|this|that|them|such|"
    r"the\s+(?:claim|report|announcement|capture|seizure|town|city|idea|demand|fight|fighting|battle))\b",
    re.I,
)
_STEP = re.compile(r"\b(?:move|step|decision|plan|application)s?\b", re.I)
"""What a state's way into an alliance is called once it is known which is meant."""


class Content(NamedTuple):
    """Somebody's words, with names as ids, where they stand in the mask, and where each character of them stands."""

    text: str
    places: list[int]


def expand(sentence: Sentence, start: int, end: int) -> Content:
    """The mask between two places, names written as ids; dates and numbers stay the letters that they are."""
    parts: list[str] = []
    places: list[int] = []
    position = start
    for item in [*sentence.inside(start, end), None]:
        upto = item.at if item else end
        parts.append(sentence.mask[position:upto])
        places += range(position, upto)
        if item is not None:
            known = isinstance(item.what, Mention) and item.what.type in ("state", "alliance", "place")
            word = item.what.id.upper() if isinstance(item.what, Mention) and known else "\ue00b"
            parts.append(word)
            places += [item.at] * len(word)
            position = item.at + 1
    return Content("".join(parts), places)


def recognise(content: Content, speaker: str, when: Moment | None, sentence: Sentence) -> tuple[str, str, int] | None:
    """Topic and telling words of what is said, and how far they reach in the mask; ``None`` if it is not on record."""
    text, record, published = content.text, sentence.context.record, sentence.context.published
    found = topics.words(text)
    if _PRONOUN.search(text) or not any(len(word) == 3 and word.isupper() for word in found):
        # "We", "the country" or nobody in particular: the speaker's own state.
        found |= {office.of for office in record.of(Office, person=speaker)} or {speaker}
    index = topics.topics_of(record)
    about = index.about(found)
    if not about and _STEP.search(text):
        about = index.about(found | {"join"})
    if not about and _POINTING.search(text):
        before = expand(sentence, 0, content.places[0] if content.places else 0).text
        recent = {name.id.upper() for name in sentence.context.mentioned[-6:] if name.type in ("state", "alliance", "place")}
        about = index.about(found | topics.words(before) | recent)
    quoted = [(part.start(), part.end()) for part in re.finditer(r'"[^"]+"?', text)]
    for low, high in quoted:
        # The recorded words themselves, quoted, need no topic beside them.
        for fact in statements.made_by(record, speaker):
            if " " in fact.words and fact.words.lower() in text[low:high].lower() and _possible(fact, when, published):
                return fact.about, fact.words, content.places[high - 1] + 1

    known = statements.by_topic(record, speaker)
    if not about and when is not None and when.exact:
        # On the very day of a statement its telling words are enough: "NATO's door remains open, Stoltenberg said on Friday".
        known = {topic: on_day for topic, facts in known.items() if (on_day := tuple(fact for fact in facts if fact.since == when))}
        about = tuple(known)
    groups = [group for topic in about if topic in known for group in _by_date(known[topic], when, published)]
    for low, high in [*quoted, (0, len(text))]:
        passage = topics.Passage(text[low:high])
        # Of the statements that are about the same and of the same day, the most telling words decide.
        for group in groups:
            told = [hit for fact in group if (hit := _found(fact, passage, text, (low, high) != (0, len(text))))]
            if told:
                _, _, fact, spans = min(told, key=lambda one: one[:2])
                gist = " … ".join(passage.text[start:end] for start, end in spans)
                return fact.about, gist, content.places[low + spans[-1][1] - 1] + 1
    return None


def about(content: Content, sentence: Sentence) -> tuple[str, ...]:
    """The topics on record that somebody's words are about."""
    return topics.topics_of(sentence.context.record).surely(topics.words(content.text))


def _possible(fact: Said, when: Moment | None, published: date) -> bool:
    """Whether a page of a day can report a statement, with the date that it writes."""
    return fact.since.earliest <= published and statements.on_occasion(fact, when)


def _by_date(facts: Sequence[Said], when: Moment | None, published: date) -> tuple[list[Said], list[Said]]:
    """The statements that a page can report: those of the date that it writes, then those of other days near it."""
    fitting: list[Said] = []
    others: list[Said] = []
    for fact in facts:
        if _possible(fact, when, published):
            (fitting if when is None or fits(fact.since, when) else others).append(fact)
    return fitting, others


def _found(fact: Said, passage: topics.Passage, text: str, quoted: bool) -> tuple[int, int, Said, list[tuple[int, int]]] | None:
    """The most telling words of a statement that a passage has, with how telling they are."""
    for order, term in enumerate(topics.terms(fact.terms)):
        spans = passage.find(term)
        if spans and _tells(passage.text, spans) and _same_way(text, passage.text, spans, fact, quoted):
            return -len(term), order, fact, spans
    return None


def _tells(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the words say more than the topic itself does."""
    return not all(text[start:end].isupper() or topics.family(text[start:end].lower()) == "enlarge" for start, end in spans)


@lru_cache(maxsize=8)
def _denies(text: str) -> tuple[bool, bool, bool]:
    """Whether a report begins with a denial, whether it denies anything, and whether it speaks against something."""
    return bool(_DENIAL.search(text[:40])), bool(_NEGATIVE.search(text)), bool(_OPPOSED.search(text))


def _same_way(text: str, part: str, spans: list[tuple[int, int]], fact: Said, quoted: bool) -> bool:
    """Whether a report and a statement agree in what they affirm and what they deny; a quotation may leave the rest out."""
    told = [part[start:end] for start, end in spans]
    denial, negative, opposed = _denies(text)
    if denial and not any(_DENIAL.match(word) for word in told):
        return False
    affirmed, terms_deny = _negative(fact.gist, fact.terms)
    if negative:
        return affirmed is not None or terms_deny
    # What a statement says before it denies something else is affirmed.
    return quoted or affirmed is None or opposed or all(word.lower()[:4] in affirmed for word in told)


@cache
def _negative(gist: str, terms: str) -> tuple[str | None, bool]:
    """What a statement says before it denies something (``None``: it denies nothing), and whether the words by which it is known deny."""
    denial = _NEGATIVE.search(gist)
    return gist[: denial.start()].lower() if denial else None, bool(_NEGATIVE.search(terms) or _DENIAL.search(gist))
