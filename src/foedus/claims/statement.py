"""``statement``: somebody said something (on a day, to an outlet). What is on record is found by its topic and telling words, all else by grammar alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import ClassVar

from foedus import statement as statements
from foedus.claims import asserted
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, spell_date
from foedus.claims.recognition import Content, about, expand, recognise
from foedus.dates import Moment, parse_moment
from foedus.fact import Fact
from foedus.facts import Statement as Said
from foedus.language import reports, said, topics
from foedus.language.lazily import lazily
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.reports import Report
from foedus.language.sentence import LETTERS, Sentence
from foedus.lexicon import Name
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, Truth

_L = LETTERS
_NEXT_VERB = re.compile(rf",?\s+and\s+(?=(?:(?:has|have|also|then|later|repeatedly|he|she|it|they)\s+)*{reports.VERB})")
_CLAUSE = re.compile(
    r"\s*(?:[,;]\s+(?:but|while|although|though|whereas|a claim|even as|and (?!secur))|[;—]|\s-\s|\s(?:but|while|although|whereas|after|"
    r"before)\s)"
)
_LISTENER = (
    r"(?:reporters|journalists|lawmakers|the\s+press|state\s+media|state\s+television|supporters|a\s+rally|a\s+crowd|a\s+forum|an\s+audience|a\s+(?:news|press)\s+(?:conference|briefing)|a\s+summit|parliament|"
    r"the\s+parliament|the\s+nation|diplomats|"
    rf"{_L['outlet']}|(?:the\s+)?{_L['state']}\s+parliament)"
)
_TAIL = re.compile(
    rf"(?:\s+(?:to\s+)?{_LISTENER})?(?:\s+in\s+(?:a|an)\s+(?:[a-z-]+\s+){{0,2}}(?:statement|interview|speech|address|post|tweet|message|briefing|letter|broadcast|call|article|essay|video|conference|appearance|phone\s+call))?(?:\s*,?\s*(?:late\s+|early\s+|earlier\s+)?(?:on|in|"
    rf"published\s+on)?\s*(?P<date>{_L['date']}))?"
)
_LEADING_DATE = re.compile(rf"(?:(?:on|in|late|early|late\s+on|earlier\s+on)\s+)?(?P<date>{_L['date']})\s*,?\s*(?:the\s+)?$")
_ANY_DATE = re.compile(rf"\b(?:on|in|last|back\s+in)\s+(?P<date>{_L['date']})|(?P<bare>{_L['date']})")
_VIA = re.compile(
    r"\s*[,\"]?\s*(?:according\s+to|as\s+reported\s+by|as\s+quoted\s+by|(?:was\s+)?quoted\s+by|in\s+an\s+interview\s+with|"
    r"in\s+remarks\s+(?:carried|reported)\s+by|told)"
    rf"\s+[^,.;{_L['outlet']}]{{0,40}}?{_L['outlet']}"
    rf"|\s*,\s*(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_L['outlet']}(?:\s+news\s+agency)?\s+(?:reported|reports|said|says|"
    r"quoted\s+him\s+as\s+saying)"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|whether|unless|until|suppose|imagine|would|could|might|may|should|will|as\s+though|denied\s+that|denies\s+that|falsely|"
    r"not|never)\b"
)


_ASKED = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:also\s+)?(?:asked|told|informed|reminded|assured|warned)\b")
"""Who is asked says nothing yet."""


class Statement(Claim):
    """*speaker* said something, of which *gist* are the telling words, *about* a topic, where it is one on record."""

    kind: ClassVar[str] = "statement"
    speaker: str
    about: str
    """``""``: none of the topics on record."""
    gist: str
    date: str = ""
    via: str = ""

    # How people are reported is the same for all topics, and written down in language/reports.py; a name or a pronoun is where it starts.
    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P("{speaker}", supposed=True, beside=reports.CUES),
        P("{demonym}", supposed=True, beside=reports.CUES),
        P("{alliance}", supposed=True, beside=reports.CUES),
        P("{title}", supposed=True, beside=reports.CUES),
        P("(he|she)", supposed=True, beside=reports.CUES, pronoun="person"),
        P(
            "(its|their) (leaders|government|leadership|foreign ministry|defence ministry|defense ministry)",
            supposed=True,
            beside=reports.CUES,
            pronoun="state",
        ),
    )

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        sentence = match.sentence
        record, published = sentence.context.record, sentence.context.published
        report = _report(match)
        if report is None or _ASKED.search(sentence.folded, report.start, report.end):
            return
        found = False
        voices = report.speakers if report.office_of is None else (*report.speakers, report.office_of)
        for speaker in voices:
            if any(fact.since.earliest <= published for fact in statements.made_by(record, speaker.id)):
                for one in cls._said(sentence, report, speaker):
                    found = True
                    yield one
            if found and speaker.id == report.speakers[-1].id:
                return  # what an office's holder said need not be looked for among the words of others
        if not found and (match.phrasing.fixed.get("pronoun") is None or _only_one_named(match)):
            yield from cls._unrecorded(sentence, report, pronoun=match.phrasing.fixed.get("pronoun") == "person")

    @classmethod
    def _unrecorded(cls, sentence: Sentence, report: Report, *, pronoun: bool) -> Iterator[Reading]:
        """What speakers are reported to have said, in the page's own words."""
        words = said.of(sentence, report) if _on_the_subject(sentence) else None
        if words is None or _doubtful(sentence, report, words) or (pronoun and _names_somebody(sentence, words, report)):
            return
        mask, offset = sentence.folded, sentence.offset
        tail = _TAIL.match(mask, report.end)
        when = _date(sentence, report, tail)
        gist = said.text(sentence, words)
        content = expand(sentence, words.first, words.last)
        via = _VIA.match(mask, words.end) or _VIA.search(mask, report.end - 5, words.end)
        end = max(words.end, via.end()) if via else words.end
        # Whether it is on record was asked already: what only looks like it, once it is quoted, is neither.
        for speaker in report.speakers:
            if recognise(Content(f'"{content.text}"', [words.first, *content.places, words.last]), speaker.id, when, sentence):
                continue
            claim = cls(speaker.id, _topic(sentence, content, speaker, gist), gist, when.text if when else "", _outlet(sentence, via))
            yield Reading(claim, offset + sentence.original(words.start), offset + sentence.original(end, end=True), Tense.EVENT)

    @classmethod
    def _said(cls, sentence: Sentence, report: Report, speaker: Name) -> Iterator[Reading]:
        """What one speaker is reported to have said, as far as it is on record."""
        mask = sentence.folded
        tail = _TAIL.match(mask, report.end)
        said_to = tail.end() if tail else report.end
        when = _date(sentence, report, tail)
        hypothetical = _HYPOTHETICAL.search(re.split(r"[,;:—()\"]\s", mask[: report.start])[-1])
        for words, first, last, ahead in _contents(sentence, report):
            if hypothetical and not ahead:
                continue
            found = recognise(words, speaker.id, when, sentence)
            if found is None:
                continue
            about, gist, reach = found
            if ahead:
                end = max(last, said_to)
            else:
                end = max(_clause_end(mask, max(reach, report.end), last), said_to if first == report.start else 0)
            if mask.count('"', first, end) % 2 and (closing := re.compile(r'[.,]?"').match(mask, end)):
                end = closing.end()
            via = _VIA.match(mask, end) or (_VIA.search(mask, report.end - 5, end) if end > report.end - 5 else None)
            outlet = _outlet(sentence, via)
            end = max(end, via.end()) if via else end
            claim = cls(speaker.id, about, gist, when.text if when else "", outlet)
            offset = sentence.offset
            yield Reading(claim, offset + sentence.original(first), offset + sentence.original(end, end=True), Tense.EVENT)
            if report.form != "verb":
                return

    def truth(self, record: Record) -> Truth:
        fact = self._made(record)
        if fact is None and (told := asserted.accounts(record, self.speaker, self.gist, self.date)):
            first = min(told, key=lambda account: account.since.latest)
            return happened([(first.since, first)], None, None)
        if fact is None:
            # A list of selected statements: that one is missing does not mean that it was not made.
            return Timeline.constant(NOT_ENOUGH_INFO)
        return happened([(fact.since, fact)], parse_moment(self.date) if self.date else None, None)

    def _made(self, record: Record) -> Said | None:
        """The statement on record that is meant: the first of the date written, or else the first."""
        written = parse_moment(self.date) if self.date else None
        own = statements.by_topic(record, self.speaker).get(self.about, ())
        found = [fact for fact in own if _said(fact, self.gist) and statements.on_occasion(fact, written)]
        fitting = [fact for fact in found if written is None or fits(fact.since, written)]
        return min(fitting or found, key=lambda fact: fact.since.latest, default=None)

    def context(self, record: Record) -> tuple[Fact, ...]:
        """What the other side said to the contrary, where the record has it."""
        fact = self._made(record)
        return statements.contrary(record, fact) if fact else ()

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        via = f", according to {self.via}" if self.via else ""
        about = f" of {names.say(self.about)}" if self.about else ""
        said_so = f" said{when}{about}" if about or not said.has_its_verb(self.gist) else when
        return f'{names.say(self.speaker)}{said_so} "{self.gist}"{via}'

    def correction(self, record: Record, day: Day, words: str, names: Names) -> str | None:
        return None

    def checked_through(self, record: Record) -> Day | None:
        coverage = record.coverage("statements", self.speaker)
        return coverage.through if coverage else None


_SUBJECT = lazily(
    r"\b(?:wars?|troops?|soldiers?|forces|arm(?:y|ies|ed|s)|military|weapons?|missiles?|tanks?|drones?|nuclear|invasion|invad\w+|attack\w*|aggression|offensive|cease-?fire|truce|peace\w*|defen[cs]e|defend\w*|"
    r"securit\w+|allianc\w+|allie[sd]|ally|treat(?:y|ies)|pacts?|neutral\w*|non-?aligned|borders?|frontier|sovereign\w*|territor\w+|annex\w*|occup\w+|captur\w+|seiz\w+|liberat\w+|withdr\w+|membership|sanctions?|"
    r"deterren\w+|red lines?|threat\w*|escalat\w+|bloc|summit|bases?|exercises?|provocation|mercenar\w+|front ?lines?)\b"
)
_NEAR_BY = 12


def _on_the_subject(sentence: Sentence) -> bool:
    """Whether words on a long page are of interest here: an alliance or a treaty is named in the sentence or shortly before, several states are, or it speaks of war and peace."""
    if not sentence.context.strays:
        return True
    named = [item.what.meanings[0] for item in sentence.items if isinstance(item.what, Mention)]
    around = [*named, *sentence.context.mentioned[-_NEAR_BY:]]
    states = {name.id for name in named if name.type == "state"}
    return any(name.type in ("alliance", "treaty") for name in around) or len(states) > 1 or _SUBJECT.search(sentence.folded) is not None


def _doubtful(sentence: Sentence, report: Report, words: said.Words) -> bool:
    """Whether the report stands under an "if", a "would" or a "not", and so reports nothing."""
    if words.last <= report.start:
        return False
    return bool(_HYPOTHETICAL.search(re.split(r"[,;:—()\"]\s", sentence.folded[: report.start])[-1]))


def _names_somebody(sentence: Sentence, words: said.Words, report: Report) -> bool:
    """Whether words that stand before "he said" name a person: then he is not he."""
    return words.last <= report.start and any(
        isinstance(item.what, Mention) and item.what.type == "person" for item in sentence.inside(words.first, words.last)
    )


def _only_one_named(match: Match) -> bool:
    """Whether a pronoun can mean one person only: nobody else is named in its sentence before it, or in those before."""
    sentence = match.sentence
    before = [item.what.meanings[0] for item in sentence.before(match.found.start()) if isinstance(item.what, Mention)]
    own = sum(isinstance(item.what, Mention) and item.what.meanings[0].use != "anaphor" for item in sentence.items)
    mentioned = sentence.context.mentioned
    people = {name.id for name in (*before, *mentioned[: len(mentioned) - own][-12:]) if name.type == "person"}
    return match.phrasing.fixed.get("pronoun") != "person" or len(people) == 1


def _topic(sentence: Sentence, content: Content, speaker: Name, gist: str) -> str:
    """The first topic on record that the words are about, unless that would make them words on record."""
    record = sentence.context.record
    if pointed := _POINTED.search(sentence.folded, 0, content.places[0] + 1 if content.places else 0):
        names = sentence.context.names
        named = sentence.text[sentence.original(pointed.start("topic")) : sentence.original(pointed.end("topic"), end=True)]
        return next((topic.id for topic in record.lexicon.topics if names.say(topic.id) == named), "")
    for topic in about(content, sentence):
        if Statement(speaker.id, topic, gist)._made(record) is None:
            return topic
    return ""


_POINTED = re.compile(r'\bsaid(?:\s+(?:on|in)\s+\ue00b)?\s+of\s+(?P<topic>[^"]+?)\s+"')
"""How the wording of a claim names its topic."""


def _said(fact: Said, gist: str) -> bool:
    passage = topics.Passage(gist)
    return any(passage.find(term) for term in topics.terms(fact.terms))


def _report(match: Match) -> Report | None:
    """The report that begins with the match's name, or that its pronoun makes."""
    at = match.found.end() - 1
    pronoun = match.phrasing.fixed.get("pronoun")
    if pronoun is None:
        return next((report for report in reports.find(match.sentence) if report.at == at), None)
    name = match.antecedent(pronoun)
    return reports.of_pronoun(match.sentence, match.found.start(), at, name) if name else None


def _date(sentence: Sentence, report: Report, tail: re.Match[str] | None) -> Moment | None:
    """The day of the report: between speaker and verb, behind the verb, or ahead of the speaker."""
    mask = sentence.folded
    inside = _ANY_DATE.search(mask, report.at, report.end)
    lead = _LEADING_DATE.search(mask, 0, report.start)
    for found in (inside, tail, lead):
        if found is not None and (slot := next((name for name in ("date", "bare") if name in found.re.groupindex and found[name]), None)):
            return sentence.moment_at(found.start(slot))
    return None


def _outlet(sentence: Sentence, via: re.Match[str] | None) -> str:
    """Who carried the words: the outlet named with them, or the only one of the sentence."""
    outlets = [(item.at, item.what.id) for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "outlet"]
    if via:
        return next((name for at, name in outlets if via.start() <= at < via.end()), "")
    return outlets[0][1] if len({name for _, name in outlets}) == 1 else ""


def _contents(sentence: Sentence, report: Report) -> Iterator[tuple[Content, int, int, bool]]:
    """What is said, with the span of the mask that reports it: behind the verb, one piece a verb, or *ahead* of the speaker."""
    mask, stop = sentence.folded, len(sentence.folded)
    if report.form in ("verb", "noun"):
        piece, verb = report.start, report.verb
        while True:
            following = _NEXT_VERB.search(mask, max(report.end, piece)) if report.form == "verb" else None
            end = following.start() if following else stop
            cut = _CLAUSE.search(mask, report.end if piece == report.start else piece, end)
            last = len(mask[: cut.start() if cut else end].rstrip(" ."))
            yield expand(sentence, verb if piece == report.start else piece, last), piece, last, False
            if following is None or cut is not None:
                break
            piece = following.end()
    before = re.sub(r"(?<=[,\"])\s+(?:the|its|their)\s*$", "", mask[: report.start]).rstrip()
    if report.form in ("around", "noun"):
        cut = _CLAUSE.search(mask, report.end)
        last = len(mask[: cut.start() if cut else stop].rstrip(" ."))
        yield expand(sentence, 0, last), 0, last, True
    elif before.endswith((",", '"', "-", "—")) and len(before) > 12:
        words = before.rstrip(', "-—')
        yield expand(sentence, 0, len(words)), 0, len(words), True
    if report.form == "verb" and before.endswith(","):
        tail = _TAIL.match(mask, report.end)
        if mask.startswith(",", report.end) or (tail and mask.startswith(",", tail.end())):
            # "A step that, the Kremlin said, would …": the words stand on both sides.
            last = len(mask.rstrip(" ."))
            yield expand(sentence, 0, last), 0, last, True


def _clause_end(mask: str, at: int, last: int) -> int:
    """The end of the clause in which the telling words stand."""
    boundary = re.compile(r"[,;:—.]|\s-\s").search(mask, at, last)
    end = boundary.start() if boundary else last
    while end > at and mask[end - 1] in " .!":
        end -= 1
    return end
