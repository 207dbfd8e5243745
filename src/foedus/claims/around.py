"""What stands in the clause around a telling word: its bounds, the dates, the rows of states and the numbers of newcomers in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.claims import pacts
from foedus.dates import Moment
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.numbers import Quantity
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_NAME = f"[{pacts.SIDES}{_L['group']}{_L['demonym']}]"
_ONE = rf"(?:the\s+|both\s+|neighbou?ring\s+)?(?:{_L['number']}\s+(?={_L['group']}))?{_NAME}(?:'s?(?!\w))?"
ROW_OF = rf"{_ONE}(?:\s*,\s*{_ONE})*(?:\s*,?\s*(?:and|&|as\s+well\s+as)\s+{_ONE})?"
"""Names of states in a row."""
ROW = lazily(ROW_OF)
_STOP = lazily(
    rf"[;:—\"]|\.\s|,?\s\b(?:but|whereas|although|though)\b|,\s+(?:while|when|where|because|after|before|until|since|so|yet|as)\b|"
    rf",\s+(?:which\s+)?(?:leav(?:es|ing)|left)\b|,\s+and\s+(?=(?:[a-z]+\s+){{0,3}}?(?:the\s+)?{_NAME}(?:\s+and\s+(?:the\s+)?{_NAME})?\s+(?:says?|said|is|was|are|were|has|have|had|does|did|will|would|wants?)\b)"
)
_UNSAID = lazily(
    r"\b(?:would|could|might|may|if|whether|should|shall|will|won't|can|cannot|unless|expect\w*|hop(?:e|es|ed|ing)|urg\w+|call(?:s|ed|ing)?\s+(?:on|for)|demand\w*|want(?:s|ed)?|plan(?:s|ned|ning)?|propos\w+|suggest\w*|"
    r"promis\w+|pledg\w+|vow\w*|likely|unlikely|possible|possibly|potential|perhaps|future|prospective|next|further|eventual|eventually|oppos\w+|critics|debate\w*|question\w*|idea|against|doubt\w*|consider\w*|discuss\w*|"
    r"imagin\w+|scenario|forecast\w*|predict\w*|talk\s+of|support(?:s|ed|ing)?|rul(?:e|es|ed|ing)\s+out|threat\w*|warn\w*|fear\w*)\b"
)
_NOT = lazily(
    r"\b(?:not|no|never|nor|neither|without|n't|nobody|none|yet\s+to|unlike|except|instead|failed|refus\w+|declin\w+|reject\w*|veto\w*|block\w*)\b"
)
_NATIONS = (
    r"(?:countries|nations|states|others|newcomers|republics|satellites|members|allies|neighbou?rs|candidates|applicants|entrants|recruits|democracies|monarchies|governments|"
    r"powers|foreign\s+ministers|leaders|signatories|founders|adversaries|foes|flags|lands|economies|neutrals|europeans|islands|heads\s+of\s+state)"
)
_COUNTED = lazily(
    rf"(?P<n>{_L['number']})(?:\s+of\s+[{pacts.SIDES}{_L['alliance']}]'s)?(?:\s+(?:[a-z-]+|{_L['region']}|{_L['demonym']}|{_L['alliance']}|and)){{0,5}}?\s+(?:{_NATIONS}\b|{_L['group']})|(?P<bare>{_L['number']})(?=\s+(?:of\s+them\s+(?:[a-z]+\s+){{1,2}}|(?:the\s+)?{_L['alliance']}\s+)?(?:in|on)\s+{_L['date']})|{_L['date']}\s+with\s+(?P<late>{_L['number']})(?=\s*(?:[,.;)]|and\b))"
)
_MORE = lazily(r"\b(?:more|new|further|additional|other)\b")
_TOTAL = lazily(
    r"(?:\b(?:from|(?<!confined\s)(?<!limited\s)(?<!restricted\s)(?<!extended\s)to|at|now|today|numbers?|counts?|has|its|all|between)|'s|(?<!\baccession)(?<!\bentry)(?<!\badmission)(?<!\baddition)(?<!\barrival)(?<!\binclusion)(?<!\bbatch)(?<!\bgroup)(?<!\bwave)\s+of)\s+(?:the\s+|its\s+)?\Z"
)


_UNTIL = lazily(r"\b(?:until|till|before|after|than)\s+(?:the\s+|late\s+|early\s+)?\Z")
_SINCE = lazily(r"\b(?:since|until|till|before|after|by|from|than)\s+(?:the\s+|late\s+|early\s+)?\Z")


_GOES_ON = lazily(r"\s*,?\s+(?:and|as\s+well\s+as)\s+(?:the\s+)?[A-Z]")


class Row(NamedTuple):
    """Names of states in a row, with their place in the mask."""

    states: tuple[str, ...]
    start: int
    end: int


def segment(mask: str, start: int, end: int, stop: re.Pattern[str] = _STOP) -> tuple[int, int]:
    """The bounds of the clause around a place: what stands between two stops or words that open another clause."""
    first = max((found.end() for found in stop.finditer(mask, 0, start)), default=0)
    closed = stop.search(mask, end)
    return first, closed.start() if closed else len(mask)


def unsaid(text: str) -> bool:
    """Whether words make what they speak of a wish, a condition or a forecast."""
    return bool(_UNSAID.search(text))


def denied(text: str) -> bool:
    """Whether words deny."""
    return bool(_NOT.search(text))


def dates(sentence: Sentence, first: int, last: int, *, since: bool = False) -> list[tuple[int, Moment]]:
    """The past dates in a part of the mask, with their places; not those until which something was so, and those since which it was only if asked for."""
    published, folded, lead = sentence.context.published, sentence.folded, _UNTIL if since else _SINCE
    return [
        (item.at, item.what.moment)
        for item in sentence.inside(first, last)
        if isinstance(item.what, Dated) and item.what.moment.earliest <= published and not lead.search(folded, 0, item.at)
    ]


def rows(sentence: Sentence, first: int, last: int) -> list[Row]:
    """The rows of states in a part of the mask."""
    found = []
    for row in ROW.finditer(sentence.folded, first, last):
        if states := sentence.states(*row.span(), demonyms=True):
            found.append(Row(states, *row.span()))
    return found


def goes_on(sentence: Sentence, row: Row) -> bool:
    """Whether a row goes on with a name that nobody knows: "Egypt, Iran and the Emirates"."""
    return bool(_GOES_ON.match(sentence.mask, row.end))


def counted(sentence: Sentence, first: int, last: int) -> list[tuple[int, int, int]]:
    """The numbers of countries in a part of the mask that are no totals ("of its 30 members"), each with its bounds."""
    found = []
    for match in _COUNTED.finditer(sentence.folded, first, last):
        slot = next(name for name in ("n", "bare", "late") if match[name])
        quantity = next((item.what for item in sentence.inside(*match.span(slot)) if isinstance(item.what, Quantity)), None)
        if (
            quantity is not None
            and quantity.is_plain
            and float(quantity.value).is_integer()
            and quantity.value > 1
            and (_MORE.search(match[0]) or not _TOTAL.search(sentence.folded, 0, match.start(slot)))
        ):
            found.append((int(quantity.value), match.start(), match.end()))
    return found
