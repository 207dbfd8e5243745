"""``statement``: somebody said something (on a day, to an outlet); only what is on record becomes a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import ClassVar

from foedus import statement as statements
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, spell_date
from foedus.claims.recognition import Content, expand, recognise
from foedus.dates import parse_moment
from foedus.facts import Office
from foedus.facts import Statement as Said
from foedus.language import topics
from foedus.language.calendar import Dated
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing, _alternatives
from foedus.language.sentence import LETTERS
from foedus.language.words import CLASSES
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, Truth

_L = LETTERS
_VERB = rf"(?<!\w)(?:{_alternatives(CLASSES['asserts'], [0])})(?!\w)"
_NEXT_VERB = re.compile(rf",?\s+and\s+(?=(?:(?:has|have|also|then|later|repeatedly)\s+)*{_VERB})", re.I)
_CLAUSE = re.compile(r"\s*(?:[,;]\s+(?:but|while|although|though|whereas|a claim|even as|and (?!secur))|[;—]|\s-\s|\s(?:but|while|although|whereas)\s)", re.I)
_LISTENER = (
    rf"(?:reporters|journalists|lawmakers|the\s+press|a\s+news\s+conference|parliament|the\s+parliament|the\s+nation|diplomats|{_L['outlet']}|(?:the\s+)?{_L['state']}\s+parliament)"
)
_TAIL = re.compile(
    rf"(?:\s+(?:to\s+)?{_LISTENER})?(?:\s+in\s+(?:a|an)\s+[a-z ]{{1,30}})?(?:\s*,?\s*(?:late\s+|early\s+|earlier\s+)?(?:on|in|published\s+on)?\s*(?P<date>{_L['date']}))?", re.I
)
_LEADING_DATE = re.compile(rf"(?:(?:on|in|late|early|late\s+on|earlier\s+on)\s+)?(?P<date>{_L['date']})\s*,?\s*(?:the\s+)?$", re.I)
_VIA = re.compile(
    rf"\s*[,\"]?\s*(?:according\s+to|as\s+reported\s+by|as\s+quoted\s+by|(?:was\s+)?quoted\s+by|in\s+an\s+interview\s+with|in\s+remarks\s+carried\s+by|told)\s+[^,.;{_L['outlet']}]{{0,40}}?{_L['outlet']}"
    rf"|\s*,\s*(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_L['outlet']}(?:\s+news\s+agency)?\s+(?:reported|reports|said|says|quoted\s+him\s+as\s+saying)",
    re.I,
)
_BEFORE = re.compile(
    rf"(?:(?:the\s+)?[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}{_L['alliance']}](?:'s?)?\s+)?(?:(?:foreign|defence|defense)\s+ministry\s+)?{_L['title']}\s*,?\s*$", re.I
)
_NOT_SAID = re.compile(r"\b(?:not|never|n't|would|could|may|might|will|should|to|if|whether)\b|n't\b", re.I)
_HYPOTHETICAL = re.compile(r"\b(?:if|whether|unless|until|suppose|imagine|would|could|might|may|should|will|as\s+though|denied\s+that|denies\s+that|falsely)\b", re.I)
_NO_SUBJECT = re.compile(r"\b(?:of|by|with|against|from|about|for|to|on|between|among|over|than|like|unlike|toward|towards|in|at|neither|nor|not)\s+(?:the\s+)?$", re.I)


class Statement(Claim):
    """*speaker* said something *about* a topic, of which *gist* are the telling words."""

    kind: ClassVar[str] = "statement"
    speaker: str
    about: str
    gist: str
    date: str = ""
    via: str = ""

    # Only the verb of saying has to be asserted, not what is said: hence supposed=True, and a look at the words before.
    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P("{speaker} [('s <spokesmen>|'s {title} [and {title}])] [, ~ ,] [<how>] [<how>] [on] [{date}] <asserts>", supposed=True),
        P("{speaker} ['s <spokesmen>] [, ~ ,] [<how>] ~ , (saying|adding|warning|arguing|insisting|calling|claiming|demanding)", supposed=True),
        P("{speaker} , [<how>] [on] [{date}] <asserts>", supposed=True, apposed=True),
        P(", (said|says|warned|added|declared|stated|insisted|argued) [{org} ['s]] [foreign ministry|defense ministry|defence ministry] [{title}] [,] {speaker}", supposed=True, inverted=True),
        P("\" (said|says|warned|added|declared|stated|insisted|argued) [{org} ['s]] [foreign ministry|defense ministry|defence ministry] [{title}] [,] {speaker}", supposed=True, inverted=True),
        P("{speaker} , [the] {title} (of|for) {org} , [<how>] [<how>] <asserts>", supposed=True),
        P("{speaker} , [the] {org} ['s] {title} , [<how>] [<how>] <asserts>", supposed=True),
        P("{speaker} of {org} [<how>] [<how>] <asserts>", supposed=True),
        P("{speaker} and [{org} ['s]] [{title}] {b=person} [<how>] [<how>] [on] [{date}] <asserts>", supposed=True),
        P("(leaders|government|authorities|foreign ministry|defence ministry|defense ministry|leadership) of {speaker} [<how>] [on] [{date}] <asserts>", supposed=True),
        P("its (leaders|government|leadership|foreign ministry|defence ministry|defense ministry) [<how>] <asserts>", supposed=True, pronoun=True),
        P("(declared|called|described|portrayed|named|cited|branded|seen|regarded|viewed|presented|denounced|claimed) ~ by [{org} ['s]] [{title}] {speaker}", supposed=True, whole=True),
        P("(in the words of|according to|in the view of|in the eyes of) [{org} ['s]] [{title}] [,] {speaker}", supposed=True, whole=True),
        P("(in|to) {speaker} 's (telling|eyes|view|words|account)", supposed=True, whole=True),
        P("that {speaker} has (used|given|named|cited|offered)", supposed=True, whole=True),
        P(", {speaker} [<how>] <asserts> ,", supposed=True, whole=True),
        P("{outlet} [has] quoted [{org} ['s]] [{title}] {speaker} as (saying|telling)", supposed=True, whole=True),
        P("{demonym} (<spokesmen>|{title}) [<how>] [<how>] [on] [{date}] <asserts>", supposed=True),
        P("(he|she) [<how>] <asserts>", supposed=True, pronoun=True),
        P("{speaker} (was|is) [also] quoted [as saying|by]", supposed=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        name = match.antecedent("state" if match.found.group().lower().lstrip().startswith("its") else "person") if match.phrasing.fixed.get("pronoun") else next(iter([*match.names("speaker"), *match.names("demonym")]), None)
        if name is None or (not match.phrasing.fixed.get("whole") and _NOT_SAID.search(match.found.group())):
            return
        sentence, names = match.sentence, match.sentence.context.names
        known = [fact for fact in _statements(names, name.id) if fact.since.earliest <= sentence.context.published]
        if not known:
            return
        start, verb_end = _subject_start(match), match.found.end()
        if not match.phrasing.fixed.get("inverted") and not match.phrasing.fixed.get("whole") and _NO_SUBJECT.search(sentence.mask[:start]):
            return
        if match.phrasing.fixed.get("apposed") and "," not in sentence.mask[start : match.found.start()]:
            return
        tail = _TAIL.match(sentence.mask, verb_end)
        lead = _LEADING_DATE.search(sentence.mask, 0, start)
        at = tail.start("date") if tail and tail["date"] else lead.start("date") if lead else -1
        when = match.date() or next((item.what.moment for item in sentence.items if item.at == at and isinstance(item.what, Dated)), None)
        hypothetical = _HYPOTHETICAL.search(re.split(r"[,;:—()\"]\s", sentence.mask[:start])[-1])
        for words, first, last, ahead in _contents(match, start, verb_end):
            if hypothetical and not ahead:
                continue
            found = recognise(words, name.id, known, when, sentence)
            if found is None:
                continue
            about, gist, reach = found
            said_to = tail.end() if tail else verb_end
            end = max(last, said_to) if ahead else max(_clause_end(sentence.mask, max(reach, verb_end), last), said_to if first == start else 0)
            if sentence.mask.count('"', first, end) % 2 and (closing := re.compile(r'[.,]?"').match(sentence.mask, end)):
                end = closing.end()
            via = _VIA.match(sentence.mask, end) or (_VIA.search(sentence.mask, verb_end - 5, end) if end > verb_end - 5 else None)
            outlet = next((i.what.id for i in sentence.inside(via.start(), via.end()) if isinstance(i.what, Mention) and i.what.type == "outlet"), "") if via else ""
            end = max(end, via.end()) if via else end
            outlets = {item.what.id for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "outlet"}
            if not outlet and len(outlets) == 1:
                outlet = outlets.pop()
            claim = cls(name.id, about, gist, when.text if when else "", outlet)
            yield Reading(claim, sentence.offset + sentence.original(first), sentence.offset + sentence.original(end, end=True), Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date) if self.date else None
        own = statements.statements_of(self.speaker, record.of(Said), record.of(Office))
        found = [fact for fact in own if fact.about == self.about and _said(fact, self.gist) and statements.on_occasion(fact, written)]
        if not found:
            # A list of selected statements: that one is missing does not mean that it was not made.
            return Timeline.constant(NOT_ENOUGH_INFO)
        fitting = [fact for fact in found if written is None or fits(fact.since, written)]
        first = min(fitting or found, key=lambda fact: fact.since.latest)
        return happened([(first.since, first)], written, None)

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        via = f", according to {self.via}" if self.via else ""
        about = topics.topics_of(names).names.get(self.about, self.about)
        return f'{names.say(self.speaker)} said{when} of {about} "{self.gist}"{via}'

    def correction(self, record: Record, day: Day, words: str, names: Names) -> str | None:
        return None

    def checked_through(self, record: Record) -> Day | None:
        coverage = record.coverage("statements", self.speaker)
        return coverage.through if coverage else None


def _statements(names: Names, speaker: str) -> tuple[Said, ...]:
    cache: dict[str, tuple[Said, ...]] = names.__dict__.setdefault("statement_index", {})
    if speaker not in cache:
        offices = [office for spells in names.offices.values() for office in spells]
        cache[speaker] = statements.statements_of(speaker, names.statements, offices)
    return cache[speaker]


def _said(fact: Said, gist: str) -> bool:
    passage = topics.Passage(gist)
    return any(passage.find(term) for term in topics.terms(fact.terms))


def _subject_start(match: Match) -> int:
    """Where the speaker's name begins, with office and state before it."""
    mask, start = match.sentence.mask, match.found.start()
    start += len(match.found.group()) - len(match.found.group().lstrip())
    if match.phrasing.fixed.get("inverted"):
        return start + 1
    before = _BEFORE.search(mask, 0, start)
    return before.start() if before else start


def _contents(match: Match, start: int, verb_end: int) -> Iterator[tuple[Content, int, int, bool]]:
    """What is said, with the span of the mask that reports it: behind the verb, one piece a verb, or *ahead* of the speaker."""
    sentence, mask = match.sentence, match.sentence.mask
    stop = len(mask)
    if match.phrasing.fixed.get("whole"):
        cut = _CLAUSE.search(mask, match.found.end())
        last = len(mask[: cut.start() if cut else stop].rstrip(" ."))
        yield expand(sentence, 0, last), 0, last, True
        return
    piece, verb = start, match.found.start()
    while not match.phrasing.fixed.get("inverted"):
        following = _NEXT_VERB.search(mask, max(verb_end, piece))
        end = following.start() if following else stop
        cut = _CLAUSE.search(mask, verb_end if piece == start else piece, end)
        yield expand(sentence, verb if piece == start else piece, cut.start() if cut else end), piece, cut.start() if cut else end, False
        if following is None or cut is not None:
            break
        piece = following.end()
    before = mask[:start].rstrip()
    if before.endswith((",", '"', "-", "—")) and len(before) > 12:
        words = before.rstrip(', "-—')
        yield expand(sentence, 0, len(words)), 0, len(words), True


def _clause_end(mask: str, at: int, last: int) -> int:
    """The end of the clause in which the telling words stand."""
    boundary = re.compile(r"[,;:—.]|\s-\s").search(mask, at, last)
    end = boundary.start() if boundary else last
    while end > at and mask[end - 1] in " .!":
        end -= 1
    return end
