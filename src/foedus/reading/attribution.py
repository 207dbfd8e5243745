"""Who says what a sentence says: the part of a sentence that is somebody's words, and whose."""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language.names import Mention
from foedus.language.sentence import LETTERS, Sentence
from foedus.language.words import CLASSES

_SPEAKER = f"[{LETTERS['person']}{LETTERS['state']}{LETTERS['capital']}{LETTERS['government']}]"
_VERBS = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in CLASSES["said"].split("|")), key=len, reverse=True))
_BEFORE = re.compile(rf"(?P<speaker>{_SPEAKER})(?:'s?\s+(?:[a-z]+|{LETTERS['title']}))?(?:\s+[^\s,.;:\ue000-\ue00e]+){{0,2}}?\s+(?:{_VERBS})\b(?P<content>.*)", re.S)
_AFTER = re.compile(rf'"(?P<content>[^"]+)"\s*(?P<tail>[^".;]*?(?P<speaker>{_SPEAKER})\s+(?:{_VERBS})\b|\s*(?:{_VERBS})\s+[^".;]*?(?P<speaker2>{_SPEAKER}))')
_ACCORDING = re.compile(rf"according\s+to\s+(?:[^\s,.;]+\s+){{0,5}}?(?P<speaker>{_SPEAKER})", re.I)


class Attribution(NamedTuple):
    """From *start* to *end* of the mask, the words are *speaker*'s."""

    start: int
    end: int
    speaker: str


def find(sentence: Sentence) -> list[Attribution]:
    """The parts of a sentence that are reported, nearest speaker first."""
    mask, found = sentence.mask, []
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(mask):
            speaker = match["speaker"] or match.groupdict().get("speaker2")
            if speaker is None:
                continue
            at = match.start("speaker") if match["speaker"] else match.start("speaker2")
            found.append(Attribution(match.start("content"), match.end("content"), _who(sentence, at)))
    for match in _ACCORDING.finditer(mask):
        found.append(Attribution(0, len(mask), _who(sentence, match.start("speaker"))))
    return found


def _who(sentence: Sentence, at: int) -> str:
    for item in sentence.items:
        if item.at == at and isinstance(item.what, Mention):
            name = item.what.meanings[0]
            return name.id if name.type == "person" else sentence.context.names.say(name.id)
    return ""
