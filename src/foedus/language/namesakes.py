"""Surnames that a page gives to others: on a page about Penélope Cruz, "Cruz" is no minister."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foedus.language.lazily import lazily
from foedus.language.names import Mention

_GIVEN_NAME = lazily(r"(?<![\w-])([^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?) (?:[A-Z]\. )?\Z")
NO_NAMES = lazily(
    r"(?:The|A|An|Its|Their|Both|Official|Whether|Did|Does|De|La|Van|Von|And|But|When|While|As|On|In|Yet|Then|Meanwhile|Later|Mr|Mrs|Ms|Dr|Gen|Lord|Sir|Dame|Lady|Baroness|For|That|Here|There|"
    r"Still|Now|Today|Since|After|Before|Although|Though|Because|However|Thus|So|If|Where|What|How|Why|Even|Only|Once|Like|"
    r"Unlike|With|Without|By|From|At|To|Of|Or|Nor|Neither|Both|Again|Also|Earlier|Next|Soon|Instead|Comrade|General|Admiral|"
    r"Marshal|Colonel|Senator|Minister|Secretary|Ambassador|Chief|Leader|Premier|President|Chancellor|Spokesman|Spokeswoman|Tsar|Saint|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$"
)
"""What stands with a capital before a surname and is no given name."""
_NEAR = 40
"""Characters before a surname in which a given name may begin."""


def known(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The names of a page, without the surnames that somebody else bears there: who is never named in full, while another is, is not meant."""
    in_full = {mention.id for mention in mentions if mention.type == "person" and mention.meanings[0].use != "surname"}
    doubtful = {mention.id for mention in mentions if mention.meanings[0].use == "surname"} - in_full
    if not doubtful:
        return list(mentions)
    # What also stands there in small letters is a common word that opened a sentence.
    words = frozenset((*re.findall(r"\w+", text), *re.findall(r"(?=\b(\w+-\w+)\b)", text)))
    strangers: set[str] = set()
    last = 0
    for mention in mentions:
        if mention.meanings[0].use == "surname" and mention.id in doubtful:
            given = _GIVEN_NAME.search(text, max(last, mention.start - _NEAR), mention.start)
            if given and given[1].lower() not in words and _is_given_name(given[1], mention.id):
                strangers.add(text[mention.start : mention.end])
        last = mention.end
    return [mention for mention in mentions if mention.meanings[0].use != "surname" or text[mention.start : mention.end] not in strangers]


def _is_given_name(word: str, person: str) -> bool:
    """Whether a word before a surname is the given name of another than *person*, whom another transliteration would begin alike."""
    return not NO_NAMES.match(word) and word[:2] != person[:2]
