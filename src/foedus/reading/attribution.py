"""Who says what a sentence says: the part of a sentence that is somebody's words, and whose.

The speakers are those of :mod:`foedus.language.reports`; here it is told which part of the sentence is theirs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language import reports
from foedus.language.reports import Report
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_NOTHING_BEHIND = re.compile(
    rf"(?:\s+(?:to\s+)?(?:reporters|journalists|lawmakers|parliament|diplomats|the\s+press|a\s+(?:news|press)\s+(?:conference|briefing)|state\s+media|(?:[a-z]+\s+){{0,3}}{_L['outlet']}))?"
    rf"(?:\s+(?:(?:late|early|earlier|back)\s+)?(?:on\s+|in\s+|last\s+)?{_L['date']})?"
    rf"(?:\s+(?:in|at|during|after|before)\s[^,.;\"]{{1,60}}?)?(?:\s+(?:on\s+|in\s+)?{_L['date']})?\s*(?:[.,;\"]|$)"
)
"""What may stand behind a verb of saying when its words went before: whom it was said to, when and where."""
_BREAK = re.compile(r"[;—]|\s-\s")


class Attribution(NamedTuple):
    """From *start* to *end* of the mask, the words are *speaker*'s."""

    start: int
    end: int
    speaker: str


def find(sentence: Sentence) -> list[Attribution]:
    """The parts of a sentence that are reported, the narrowest first: what one says that another said is the other's."""
    found = [part for report in reports.find(sentence) for part in _parts(sentence, report)]
    return sorted(found, key=lambda part: part.end - part.start)


def _parts(sentence: Sentence, report: Report) -> list[Attribution]:
    mask = sentence.folded
    who = " and ".join(name.id if name.type == "person" else sentence.context.names.say(name.id) for name in report.speakers)
    before = mask[: report.start].rstrip()
    ahead = 0
    for stop in _BREAK.finditer(mask, 0, report.start):
        ahead = stop.end()
    stop_behind = _BREAK.search(mask, report.end)
    behind = Attribution(report.end, stop_behind.start() if stop_behind else len(mask), who)
    if report.form == "around":
        return [Attribution(ahead, report.start, who), behind] if reports.is_source(mask, report) else []
    if report.form == "noun":
        return [behind]
    if report.form == "verb" and not reports.is_saying(mask, report):
        return []
    nothing = _NOTHING_BEHIND.match(mask, report.end)
    if before.endswith((",", '"')) and (report.form == "inverted" or nothing):
        # "NATO, Putin argued, has 30 members": the words stand on both sides.
        inserted = report.form == "verb" and before.endswith(",") and nothing is not None and nothing.group().endswith(",")
        return [Attribution(ahead, len(before), who), *([behind] if inserted else [])]
    quoted = [Attribution(ahead, len(before), who)] if before.endswith('"') else []
    return [behind, *quoted]
