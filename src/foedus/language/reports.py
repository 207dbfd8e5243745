"""Who says what in a sentence: every report of somebody's words or views, found once, by walking from speaker to speaker.

A report is a speaker with a verb of saying ("Peskov told reporters"), a noun ("Moscow's demand", "an announcement from Helsinki"), an
agent ("was called a threat by Putin") or a phrase of attribution ("according to", "in the eyes of"). What is reported stands behind it,
before it, or around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language import speakers
from foedus.language.names import Mention
from foedus.language.sentence import LETTERS, Item, Sentence
from foedus.lexicon import Name

_L = LETTERS
_SPEAKER = f"[{_L['person']}{_L['state']}{_L['capital']}{_L['government']}]"
_ORG = f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}{_L['alliance']}]"
_DATE = _L["date"]


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True)).replace("_", r"\s+")


_SAY = _any(
    "say says said saying tell tells told telling announce announces announced announcing declare declares declared declaring "
    "stated stating warn warns warned warning add adds added adding argue argues argued arguing insist insists insisted "
    "insisting claim claims claimed claiming maintain maintains maintained assert asserts asserted stress stresses stressed "
    "reiterate reiterates reiterated repeat repeats repeated note notes noted reply replies replied answer answers answered respond "
    "responds responded write writes wrote written post posted tweeted explain explains explained remark remarked comment commented "
    "confirm confirms confirmed acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded vow vows "
    "vowed promise promised pledge pledged signal signals signaled signalled hint hinted indicate indicated suggest suggested "
    "proclaim proclaims proclaimed emphasize emphasized emphasise emphasised underline underlined underscored complain complains "
    "complained declares recalled recalls recount recounted testified estimates estimated believes believe reckons cautioned cautions boasted boasts lamented contended contends affirmed affirms "
    "reaffirmed reaffirms disclosed revealed reveals quipped joked mused countered counters retorted blogged urged concluded report reports reported conclude concluded judge judged assess assessed made_clear made_it_clear makes_clear "
    "voiced_the_view expressed_the_view took_the_view takes_the_view expressed_the_opinion made_the_point let_it_be_known put_it puts_it assure assures assured assuring remind reminds reminded informed predicted predicts alleged alleges swore pleaded charged thundered grumbled shouted"
)
_HOLD = _any(
    "call calls called calling describe describes described describing deny denies denied denying reject rejects rejected rejecting "
    "dismiss dismisses dismissed refute refuted dispute disputes disputed blame blames blamed blaming demand demands demanded "
    "demanding want wants wanted seek sought require required  present presents presented presenting portray "
    "portrays portrayed paint paints painted cast casts denounce denounces denounced condemn condemns condemned see sees saw view "
    "views viewed regard regards regarded consider considers considered treat treats treated justify justifies justified justifying "
    "cite cites cited citing point points pointed pointing invoke invokes invoked invoking name names named naming list listed use "
    "uses used using give gives gave given offer offered draw draws drew drawn threaten threatens threatened threatening label "
    "labels labelled labeled brand brands branded favor favour favors favours favored favoured support supports supported back "
    "backs backed came_out come_out spoke speaks talked talks expressed voiced publish published issue issued ruled_out rules_out "
    "called_for calls_for asked_for object objects objected protest protested held_out hail hails hailed hailing praised praises characterised characterized boasted accused accuses accusing asked asks cautioned urge urges urged decided "
    "accepted recognised recognized compare compares compared comparing liken likens likened likening dub dubs dubbed deem deemed term termed termed equated"
)
VERB = rf"(?:{_SAY}|{_HOLD})(?![\w'])"
_NOUNS = _any(
    "claim claims demand demands argument arguments statement statements warning warnings remark remarks assertion assertions "
    "insistence announcement announcements words view views eyes telling account complaint complaints position contention proposal "
    "proposals draft_treaty draft_treaties ultimatum condition conditions reason reasons ground grounds justification "
    "justifications rationale pretext excuse threat threats accusation accusations denial denials rejection message response "
    "reaction answer reply objection objections opposition_to assurance assurances promise pledge speech address term phrase "
    "expression label declaration declarations admission opinion report call"
)
_NOUN = rf"(?:{_NOUNS})(?!\w)"
CUES = frozenset(word.partition("\\s")[0] for word in f"{_SAY}|{_HOLD}|{_NOUNS}".split("|")) | {"according", "quoted"}
"""Words of which one stands in every report."""
_FILLER = (
    rf"[\s{_L['aside']}]+(?:has|have|had|is|are|was|been|being|also|then|later|earlier|however|again|already|often|once|more|long|"
    r"meanwhile|too|always|now|still|even|first|once\s+more|[a-z]+ly|"
    rf"who|which|(?:late\s+|early\s+)?(?:on\s+|in\s+|last\s+)?{_DATE})(?!\w)"
)
_REACTS = (
    r"\s+(?:(?:hit|struck|fired|shot|pushed|snapped|lashed)\s+(?:back|out)|reacted|retaliated|responded|replied|answered|protested|spoke\s+out|weighed\s+in)"
    r"(?:\s+[a-z]+){0,3}?\s*,(?=\s+[a-z]+ing\s)"
    r"|\s+(?:went\s+(?:so|as)\s+far\s+as|went\s+on|goes\s+on|has\s+gone\s+on|continued|was\s+quick|took\s+to\s+[a-z]+(?:\s+[a-z]+)?|took\s+the\s+floor|rose|used\s+[a-z' ]{3,30}?)\s+to(?=\s)"
)
"""\"The Kremlin hit back, saying that ...\": the first verb only says how."""
_ASIDE = r"\s*(?:,\s[^,;:\"]{2,90},|\([^()]{1,80}\)|—[^—]{2,100}—|\s-\s[^-]{2,100}\s-\s)"
_WHO_DID = re.compile(rf"\s*,\s+who\s+[^;:\"]{{2,110}},(?=\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+)?{VERB})")
"""A relative clause between the speaker and the verb: "Morrison, who announced the pact together with Biden, hailed it as ..."."""
_SPOKESMEN = (
    r"(?:(?:top|senior|political|national|own)\s+)?(?:leaders?|leadership|officials?|government|authorities|(?:(?:foreign|"
    r"def?en[cs]e)\s+)?ministry|ministry\s+of\s+(?:def?en[cs]e|foreign\s+affairs)|"
    r"foreign\s+office|military|army|armed\s+forces|general\s+staff|president\s+and\s+prime\s+minister|presidency|president's\s+office|"
    r"administration|diplomats?|negotiators|side|command|chief|boss|head|top\s+(?:official|diplomat|civilian)|spokes(?:man|woman|person))"
    rf"|(?:(?:foreign|def?en[cs]e)\s+ministry\s+)?{_L['title']}(?:\s+and\s+(?:its\s+)?{_L['title']})?"
)
_BEHIND = re.compile(
    rf"(?P<head>(?:'s?)?\s+(?:{_SPOKESMEN})(?!\w)|\s+of\s+(?:the\s+)?{_ORG})?(?P<gap>(?:(?P<appositive>\s*,)(?=\s+(?:[a-z]+\s+)?{VERB})|"
    rf"{_ASIDE})?(?:\s*,(?=\s+who\s))?(?:{_FILLER}){{0,5}}?(?:{_REACTS})?)[\s{_L['aside']}]+\"?"
    rf"(?P<verb>(?:quoted\s+(?:[^\s,]+\s+){{0,3}}?as\s+(?:saying|telling)|on\s+record\s+as\s+saying|{VERB}))",
)
_OFFICIAL = re.compile(rf"(?:'s?)?\s+(?:{_SPOKESMEN})(?!\w)")
_NOUN_BEHIND = re.compile(rf"(?P<own>'s?)?(?:\s+(?:{_SPOKESMEN})(?:'s?)?)?(?:\s+[a-z-]+){{0,2}}?\s+(?P<noun>{_NOUN})")
_PREFIX = re.compile(
    rf"(?:(?:the\s+)?{_ORG}(?:'s?)?\s+)?(?:(?:foreign|defen[cs]e)\s+ministry\s+)?(?:(?:chief|top|vice|"
    rf"deputy|new|outgoing|then|former|current|veteran|embattled)\s+)?{_L['title']}(?:\s+(?:of|for)\s+(?:the\s+)?{_ORG})?\s*,?\s*$|(?:mr|mrs|ms)\.?\s*$"
)
_SPOKESMEN_OF = re.compile(rf"(?:(?:the|a)\s+)?(?:{_SPOKESMEN})\s+(?:of|in|for)\s+(?:the\s+)?$")
_NO_SUBJECT = re.compile(
    r"\b(?:of|by|with|against|from|about|for|to|on|between|among|over|than|like|unlike|toward|towards|in|at|into|near|outside|around|across|inside|beyond|within|throughout|under|via|based\s+in|neither|nor|not|no|"
    r"asked|told|accused|urged|met)\s+(?:the\s+)?$"
)
_COMMA = re.compile(rf",\s+(?:{_L['person']}\s+and\s+)?$")
_APPOSED = re.compile(rf"[{_L['person']}{_L['outlet']}]\s*,\s*(?:the\s+|a\s+)?$")
_INVERTED = re.compile(rf"[,\"?!]\s*(?:{_SAY})\s+(?:the\s+)?$")
_GOES_ON = re.compile(
    r"(?:'s)?\s+(?!(?:on|in|at|to|last|during|after|before|late|early|earlier|when|while|and|of|as|this|speaking|adding|referring|following|with|from|by|for|about|recently|who|whose)\b)[a-z]"
)
"""A verb of what the name does itself: in "NATO, which ..., said Finland would be welcome" Finland says nothing."""
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_PARTICIPLE = _any(
    "declared called described portrayed named cited branded seen regarded viewed presented denounced claimed announced rejected "
    "denied made given invoked justified held_out demanded proclaimed voiced blamed listed used condemned warned considered "
    "labelled labeled cast issued published put_forward confirmed acknowledged"
)
_PASSIVE = re.compile(rf"(?<!\w)(?:{_PARTICIPLE}|{_NOUN})(?!\w)")
_SOURCE = re.compile(rf"(?<!\w)(?P<noun>{_NOUN})(?:\s+[a-z]+)?\s+(?:from|of|by|in|out\s+of|made\s+by|issued\s+by)\s+(?:the\s+)?$")
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+(?:words|view|eyes|opinion)\s+of|as\s+reported\s+by|quoted)\s+(?:[^.;:\"]{0,70}\s)?$"
)
_IN_WORDS = re.compile(r"\bin\s+the\s+words\s+of\s+(?:[^.;:\"]{0,70}\s)?$")
_FOR = re.compile(r"(?:^|[,;—]\s*|\b(?:as|but|and)\s+)(?:for|to)\s+(?:the\s+)?$")
_AND_BEFORE = re.compile(rf"(?P<other>{_SPEAKER})(?:\s*,[^,]{{2,60}},)?\s*,?\s+and\s+(?:its\s+|the\s+)?$")
_AND_BEHIND = re.compile(rf"(?:'s)?\s+and\s+(?:its\s+|the\s+)?(?:{_ORG}(?:'s?)?\s+)?(?:{_L['title']}\s+)?(?P<other>{_L['person']})")
_GIVEN = re.compile(rf"(?:(?<!\w)(?:{_NOUN})(?:\s+(?:that|which))?|,\s+which)\s+(?:the\s+)?$")
"""\"The reasons that Putin gave\": what is said stands around."""
_OTHERS = re.compile(
    r"\b(?:critics|analysts|experts|historians|observers|opponents|scholars|some|many|others|people|"
    rf"officials)\s+(?:have\s+)?(?:{_SAY})\s+(?:that\s+)?(?:the\s+)?$"
)
_PERSON_NEXT = re.compile(rf"(?:'s?)?\s+(?:[a-z]+\s+)?{_L['title']}\s*,?\s*{_L['person']}")


_TITLE_ALONE = re.compile(
    r"(?:^|[,;:\"\u2014?!]\s*|\b(?:and|but|that|while|as|said|says|then|when|where|yet|for)\s+)(?P<title>(?:the|its|their|the\s+country's|the\s+nation's)\s+(?:new\s+|current\s+)?)$"
)
"""What stands before a title that is the subject itself."""
_NAMED_TITLE = re.compile(r"\b(?:NATO|Wagner|UN|EU|SACEUR)\b")
"""Titles that say themselves whose they are, and need no article: "NATO chief warns ..."."""
_HOLDER_NEXT = re.compile(rf"\s*,?\s*(?:of|for|in)?\s*(?:the\s+)?(?:[a-z]+\.?\s+)?(?:{_L['person']}|{_ORG})")
_OTHER_OFFICE = re.compile(r"\b(?:deputy|vice|assistant|shadow|former|ex|first|under|acting|junior|late|a|an)[\s-]+$")
_CHIEF = re.compile(r"\b(?:chief|boss|head|top\s+(?:official|diplomat|civilian))\b")
_OPENS = re.compile(rf"(?:(?:(?:on|in|last|late\s+on)\s+)?{_DATE}\s*,?\s*)?(?:the\s+)?")
_SAYING_BESIDE = re.compile(
    rf"(?:'s?\s+(?:{_SPOKESMEN}))?\s+(?!and\b|said\b)[a-z](?:(?!\b(?:who|which|that|whose|when|while|as|after|if|whether)\b)[^;:{_L['person']}\"]){{3,120}}?"
    r"(?:(?:,|\s+by)\s+(?:also\s+)?(?P<ing>saying|adding|arguing|insisting|warning|stressing|claiming|declaring|noting|telling|accusing)|,?\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+|has\s+|once\s+)?"
    r"(?P<verb>said|says|told|tells|warned|warns|added|adds|insisted|insists|argued|argues|declared|declares|complained|complains|announced|vowed|vows|stressed|accused|denied))(?!\w)"
)
_NEAR = 90
"""How far before a name the words may stand that make it a speaker."""


class Report(NamedTuple):
    """Somebody is said to have said something."""

    speakers: tuple[Name, ...]
    at: int
    """Where the speaker's letter stands in the mask."""

    start: int
    """Where the speaker begins, with office and state before the name."""

    verb: int
    end: int
    """From where to where the verb or noun of saying stands."""

    form: str
    """``verb``: what is said follows, or goes before; ``inverted``: goes before; ``noun``: follows, or all around; ``around``."""

    office_of: Name | None = None
    """Whose office the speaker holds, where only the office is named: what its other voices have said may be meant as well."""


def find(sentence: Sentence) -> tuple[Report, ...]:
    """The reports of a sentence, in the order of its speakers."""
    return sentence.once("reports", lambda: tuple(_find(sentence)))


def _find(sentence: Sentence) -> list[Report]:
    mask = sentence.folded
    found: list[Report] = []
    for item in sentence.items:
        letter = mask[item.at]
        if letter == _L["title"] and (report := _of_title(sentence, mask, item)) is not None:
            found.append(report)
        if letter != _L["person"] and letter not in _ORG[1:-1]:
            continue
        assert isinstance(item.what, Mention)
        if letter != _L["person"] and _PERSON_NEXT.match(mask, item.at + 1):
            continue  # "Ukraine's president, Volodymyr Zelensky": the person speaks
        report = _of(sentence, mask, item.at, item.what.meanings[0]) or _beside(mask, item.at, item.what.meanings[0])
        if report is not None:
            found.append(report if letter == _L["person"] else _by_holder(sentence, report))
    return found


def _beside(mask: str, at: int, name: Name) -> Report | None:
    """The report that the subject of a sentence makes beside what he does: "Macron refused to rule it out, saying that ..."."""
    prefix = _PREFIX.search(mask, max(at - _NEAR, 0), at)
    start = prefix.start() if prefix else at
    saying = _SAYING_BESIDE.match(mask, at + 1) if _OPENS.fullmatch(mask, 0, start) and mask[at] != _L["demonym"] else None
    return Report((name,), at, start, *saying.span(saying.lastgroup or "verb"), "verb") if saying else None


def _of_title(sentence: Sentence, mask: str, item: Item) -> Report | None:
    """The report that the holder of an office makes who is named by it alone: "the secretary general said"."""
    before = _TITLE_ALONE.search(mask, max(item.at - _NEAR, 0), item.at)
    if before is None and not _NAMED_TITLE.search(sentence.text, item.start, item.end):
        return None
    at, start = item.at, before.start("title") if before else item.at
    behind = _BEHIND.match(mask, at + 1)
    near = max(start - _NEAR, 0)
    if (inverted := _INVERTED.search(mask, near, start)) and not _GOES_ON.match(mask, at + 1) and not _HOLDER_NEXT.match(mask, at + 1):
        form, first, verb, end = "inverted", inverted.start() + 1, inverted.start() + 1, at + 1
    elif behind and not behind["head"] and not behind["appositive"] and not _NO_SUBJECT.search(mask, near, start):
        form, first, verb, end = "verb", start, behind.start("verb"), behind.end()
    else:
        return None
    if _APPOSED.search(mask, near, start):
        return None
    name = speakers.of_title(sentence, item)
    return Report((name,), at, first, verb, end, form) if name else None


def _by_holder(sentence: Sentence, report: Report) -> Report:
    """A state's or an alliance's report as that of the one who held the office which stands beside it, where it is known who did."""
    if len(report.speakers) > 1:
        return report
    low, high = (report.start, report.at) if report.form == "noun" else (report.start, max(report.verb, report.end))
    titles = [item for item in sentence.inside(low, high) if item.letter == _L["title"]]
    of = report.speakers[0]
    if len(titles) == 1:
        (title,) = titles
        assert isinstance(title.what, Mention)
        if _OTHER_OFFICE.search(sentence.folded, 0, title.at):
            return report
        role = title.what.id
    elif (of.type == "alliance" or of.name.endswith("Pentagon")) and _CHIEF.search(
        sentence.folded, report.start, max(report.verb, report.end)
    ):
        role = "secretary general" if of.type == "alliance" else "defence minister"
    else:
        return report
    name = speakers.holder(sentence, role, of.id)
    return report._replace(speakers=(name,), office_of=of) if name else report


def _of(sentence: Sentence, mask: str, at: int, name: Name) -> Report | None:
    """The report that the speaker at a place of the mask makes, if any."""
    demonym = mask[at] == _L["demonym"]
    behind, noun = _BEHIND.match(mask, at + 1), _NOUN_BEHIND.match(mask, at + 1)
    prefix = _PREFIX.search(mask, max(at - _NEAR, 0), at)
    start = prefix.start() if prefix else at
    if behind and demonym and (not behind["head"] or behind["head"].lstrip().startswith("of ")):
        behind = None
    if behind and demonym is False and (main := _WHO_DID.match(mask, at + 1)):
        behind = _BEHIND.match(mask, main.end()) or behind
    if behind and behind["appositive"] and not _COMMA.search(mask, max(at - _NEAR, 0), at):
        behind = None
    if not demonym or noun is None:
        if spokesmen := _SPOKESMEN_OF.search(mask, max(start - _NEAR, 0), start):
            start = spokesmen.start()
        near = max(start - _NEAR, 0)
        if (inverted := _INVERTED.search(mask, near, start)) and not _GOES_ON.match(mask, at + 1):
            names, _ = _together(sentence, mask, start, at, name)
            return Report(names, at, inverted.start() + 1, inverted.start() + 1, at + 1, "inverted")
        if behind and not any(pattern.search(mask, near, start) for pattern in (_NO_SUBJECT, _APPOSED, _OTHERS)):
            form = "around" if _GIVEN.search(mask, near, start) else "verb"
            names, start = _together(sentence, mask, start, at, name)
            return Report(names, at, start, behind.start("verb"), behind.end(), form)
    if noun and (demonym or noun["own"]):
        return Report((name,), at, start, noun.start("noun"), noun.end(), "noun")
    near = max(start - _NEAR, 0)
    official = _OFFICIAL.match(mask, at + 1)
    if demonym and official is None:
        return None
    end = official.end() if official else at + 1
    names, _ = _together(sentence, mask, start, at, name)
    if (source := _SOURCE.search(mask, near, start)) and not _IN_WORDS.search(mask, near, start):
        return Report(names, at, source.start(), source.start(), end, "noun")
    said_by = _BY.search(mask, near, start) and _PASSIVE.search(mask, 0, start)
    if said_by or _ACCORDING.search(mask, near, start) or (_FOR.search(mask, near, start) and mask[end : end + 1] == ","):
        return Report(names, at, start, at, end, "around")
    return None


def _together(sentence: Sentence, mask: str, start: int, at: int, name: Name) -> tuple[tuple[Name, ...], int]:
    """The speaker with those who are named with him, and where they begin: "Niinistö and Marin"."""
    names: tuple[Name, ...] = (name,)
    if other := _AND_BEFORE.search(mask, max(start - _NEAR, 0), start):
        names = (*_name(sentence, other.start("other")), *names)
        first = other.start("other")
        prefix = _PREFIX.search(mask, max(first - _NEAR, 0), first)
        start = prefix.start() if prefix else first
    if other := _AND_BEHIND.match(mask, at + 1):
        names = (*names, *_name(sentence, other.start("other")))
    return names, start


def of_pronoun(sentence: Sentence, start: int, at: int, name: Name) -> Report | None:
    """The report that a pronoun makes ("he added"), or what is a speaker's own ("its leaders said"): *at* is its last character."""
    behind = _BEHIND.match(sentence.folded, at + 1)
    if behind is None or behind["appositive"] or _NO_SUBJECT.search(sentence.folded[:start] + " "):
        return None
    return Report((name,), at, start, behind.start("verb"), behind.end(), "verb")


_SAYING = re.compile(rf"(?:{_SAY}|quoted|on\s+record|claims?|claimed|demand(?:s|ed)?|called)(?![\w'])")


def is_saying(mask: str, report: Report) -> bool:
    """Whether a report's verb is one of saying that something is so, not one of wanting, denying or calling it something."""
    return _SAYING.match(mask, report.verb) is not None


def is_source(mask: str, report: Report) -> bool:
    """Whether a speaker is the source of a whole sentence ("according to Peskov"), and not the agent of something else ("by France")."""
    return _ACCORDING.search(mask, max(report.start - _NEAR, 0), report.start) is not None


def _name(sentence: Sentence, at: int) -> tuple[Name, ...]:
    name = sentence.name_at(at)
    return (name,) if name else ()
