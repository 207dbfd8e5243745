"""Who says what a sentence says: the part of a sentence that is somebody's words, and whose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from foedus.language.sentence import LETTERS, Sentence
from foedus.language.words import CLASSES

_SPEAKER = f"[{LETTERS['person']}{LETTERS['state']}{LETTERS['capital']}{LETTERS['government']}]"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A quotation with its speaker after it, a speaker before what is said, and "according to"."""
    words = CLASSES["said"].split("|")
    verbs = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True))
    return (
        re.compile(
            rf'"(?P<content>[^"]+)"\s*(?:[^".;]*?(?P<speaker>{_SPEAKER})\s+(?:{verbs})\b|\s*(?:{verbs})\s+[^".;]*?(?P<speaker2>{_SPEAKER}))'
        ),
        re.compile(
            rf"(?P<speaker>{_SPEAKER})(?:'s?\s+(?:[a-z]+|{LETTERS['title']}))?(?:\s+[^\s,.;:\ue000-\ue00e]+){{0,2}}?\s+(?:{verbs})\b(?P<content>[^—]*)",
            re.S,
        ),
        re.compile(rf"according\s+to\s+(?:[^\s,.;]+\s+){{0,5}}?(?P<speaker>{_SPEAKER})", re.I),
    )


class Attribution(NamedTuple):
    """From *start* to *end* of the mask, the words are *speaker*'s."""

    start: int
    end: int
    speaker: str


def find(sentence: Sentence) -> list[Attribution]:
    """The parts of a sentence that are reported, nearest speaker first."""
    mask, found = sentence.mask, []
    quoted, reported, according = _patterns()
    for pattern in (quoted, reported):
        for match in pattern.finditer(mask):
            slot = "speaker" if match["speaker"] else "speaker2"
            found.append(Attribution(match.start("content"), match.end("content"), _who(sentence, match.start(slot))))
    for match in according.finditer(mask):
        found.append(Attribution(0, len(mask), _who(sentence, match.start("speaker"))))
    return found


def _who(sentence: Sentence, at: int) -> str:
    name = sentence.name_at(at)
    if name is None:
        return ""
    return name.id if name.type == "person" else sentence.context.names.say(name.id)
