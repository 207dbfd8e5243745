"""A sentence with its names, dates and numbers found, and written as a *mask*: each of them a single letter of a private alphabet.

Phrasings match the mask, so that ``{state} is a member of {alliance}`` need not know how states are called. Curly quotes, dashes and white space
are made plain, one character for one, so that positions in the mask lead back to the very characters of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from foedus.alliance import treaty_of
from foedus.dates import Moment
from foedus.facts import Control
from foedus.language import calendar, numbers
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.names import Mention, in_use, names_of
from foedus.language.numbers import Quantity
from foedus.lexicon import Name
from foedus.record import Record
from foedus.values import Value

A = TypeVar("A")

LETTERS = {
    "state": "\ue000", "demonym": "\ue001", "alliance": "\ue002", "treaty": "\ue003", "person": "\ue004", "title": "\ue005", "place": "\ue006",
    "region": "\ue007", "outlet": "\ue008", "other": "\ue009", "number": "\ue00a", "date": "\ue00b", "capital": "\ue00c", "government": "\ue00d",
    "topic": "\ue00e", "aside": "\ue00f", "group": "\ue010",
}  # fmt: skip
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "‑": "-",
        "\n": " ",
        "\t": " ",
        "\r": " ",
        "\xa0": " ",
        "\u202f": " ",
        "*": " ",
        "_": " ",
        "`": " ",
    }
)
_WORD = re.compile(r"[a-z]+|[\ue000-\ue010]")
_ARTICLES = frozenset(["the", "a", "an", "both"])
_ASIDE = lazily(
    r"(?<=[\w\ue000-\ue010])\s*(?:,\s(?!and\s|or\s|(?:the\s+)?[\ue000\ue010]\s+(?:and|or)\s)[^,;:—()\"]{4,100}(?<!\sand)(?<!\sor),(?=\s[a-z])|\([^()]{1,100}\)|—[^—]{4,140}—|(?<=\s)-\s[^-]{4,140}\s-(?=\s))"
    r"|\s(?:formally|officially|finally|recently|reportedly|effectively|eventually|currently|already|now|also|still|meanwhile|once again|again|itself|"
    r"themselves|however|too|nonetheless|nevertheless|therefore|thus|technically|likewise|subsequently|ultimately|initially)(?=\s)"
)
"""What a clause can do without: an insertion between commas, brackets or dashes, and adverbs that do not change what is said."""
_LIST_ITEM = lazily(r"\s*,\s*(?:the\s+)?[\ue000-\ue010](?:\s+(?:and|or)\s+(?:the\s+)?[\ue000-\ue010])?\s*,$")


class Item(NamedTuple):
    """One letter of the mask: where it stands there, what it covers in the sentence, and what it is."""

    at: int
    start: int
    end: int
    what: Mention | Quantity | Dated | None
    letter: str


class Context:
    """What a page has named so far, for "the alliance", "its" and surnames; the day on which it is read; and the record that it is read against.

    *mentioned* holds names in the order of the page, up to the sentence being read.
    """

    def __init__(self, record: Record, published: date) -> None:
        self.record, self.names, self.published = record, names_of(record), published
        self.mentioned: list[Name] = []
        self.strays = False
        """Whether the page is long enough to speak of other things as well."""
        self.only_alliance: Name | None = None
        self.country: Name | None = None
        """The one state that the sentence before named, for "the country"."""
        self.subject: Name | None = None
        """The state or alliance with which the sentence before opened, if it named no other, for "it"."""
        self.town: Name | None = None
        """The place that the page named last, for "the town", if it is one whose holders are on record."""
        self.listed: tuple[Name, ...] = ()
        """The states that the sentence before named in a row, for "both" and "the three countries"."""
        self.said: list[object] = []
        """The claims of the sentence before, and those read so far in this one, for "has yet to do so"."""

    def last(self, *types: str) -> Name | None:
        """The last thing of one of *types* that the page named; ``None`` after another organisation came between.

        Before any is named, "the alliance" is the only one that the page goes on to name.
        """
        return self.nearest(reversed(self.mentioned[-24:]), *types) or (self.only_alliance if "alliance" in types else None)

    def nearest(self, names: Iterable[Name], *types: str) -> Name | None:
        """The first of *names* that is of one of *types*; an alliance that is gone only where no living one is named.

        ``None`` after another organisation came between.
        """
        gone = None
        for name in names:
            if name.type in types:
                if name.type != "alliance" or not self._is_gone(name):
                    return name
                gone = gone or name
            elif name.type == "other" and name.use == "organisation":
                break
        return gone

    def _is_gone(self, alliance: Name) -> bool:
        treaty = treaty_of(self.record, alliance.id)
        return treaty is not None and treaty.until.latest <= self.published


class Sentence(Value):
    """One sentence: its text, where it begins in the page, its mask and what the mask's letters stand for."""

    text: str
    offset: int
    mask: str
    folded: str
    """The mask in lower case, character for character: phrasings need not look at both cases."""

    items: tuple[Item, ...]
    context: Context
    row_before: tuple[Name, ...] = ()
    """The states that the sentence before named in a row."""

    country_before: Name | None = None
    """The one state that the sentence before named."""

    reach: int = 1 << 30
    """What is asked of this sentence begins before this position of the mask; all of it, if it stands as it is written."""

    def original(self, at: int, *, end: bool = False) -> int:
        """The position in the sentence of a position in the mask."""
        index = bisect_right(self._starts, at - 1 if end else at) - 1
        if index < 0:
            return at
        item = self.items[index]
        if at == item.at:
            return item.start
        return item.end + at - item.at - 1

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and letters of the mask."""
        return frozenset(self.places)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word and letter stands in the mask; a name stands where its article does, and where it does itself."""
        found: dict[str, list[int]] = {}
        folded = self.folded
        before, start, end = "", 0, 0
        for match in _WORD.finditer(folded):
            word, at = match[0], match.start()
            places = found.setdefault(word, [])
            if before in _ARTICLES and word >= "\ue000" and folded[end:at].isspace():
                places.append(start)
            places.append(at)
            before, start, end = word, at, match.end()
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [item.at for item in self.items]

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """What was asked of this sentence already, by question; see :meth:`once`."""
        return {}

    def once(self, question: Any, answer: Callable[[], A]) -> A:
        """The answer to a question that several kinds of claim ask of one sentence, computed at the first asking."""
        if question not in self.answers:
            self.answers[question] = answer()
        found: A = self.answers[question]
        return found

    def page_span(self, start: int, end: int) -> tuple[int, int]:
        """Two positions of the mask as positions of the page, without the space and commas before what stands there."""
        while start < end and self.mask[start] in " ,;:":
            start += 1
        return self.offset + self.original(start), self.offset + self.original(end, end=True)

    def name_at(self, at: int) -> Name | None:
        """What the letter at a position of the mask names."""
        return next((item.what.meanings[0] for item in self.items if item.at == at and isinstance(item.what, Mention)), None)

    def name_count(self, at: int) -> int:
        """The whole number for which the letter at a position of the mask stands; 0 if it is none."""
        return next((int(item.what.value) for item in self.items if item.at == at and isinstance(item.what, Quantity)), 0)

    def moment_at(self, at: int) -> Moment | None:
        """The date for which the letter at a position of the mask stands."""
        return next((item.what.moment for item in self.items if item.at == at and isinstance(item.what, Dated)), None)

    def inside(self, start: int, end: int) -> list[Item]:
        """The letters between two positions of the mask."""
        return [item for item in self.items if start <= item.at < end]

    def states(self, start: int, end: int, *, demonyms: bool = False, alliances: bool = False) -> tuple[str, ...]:
        """The states, and the alliances if these are asked for, that the names between two positions of the mask stand for; a group for all of its states."""
        groups = self.context.names.regions
        found: dict[str, None] = {}
        for item in self.inside(start, end):
            if not isinstance(item.what, Mention) or item.what.ambiguous:
                continue
            name = item.what.meanings[0]
            if is_group(name):
                found |= dict.fromkeys(groups.get(name.id, ()))
            elif (name.type == "state" and (demonyms or item.letter != LETTERS["demonym"])) or (
                alliances and name.type == "alliance" and name.id
            ):
                found[name.id] = None
        return tuple(found)

    def number_at(self, at: int) -> int | None:
        """The plain number for which the letter at a position of the mask stands."""
        what = next((item.what for item in self.items if item.at == at), None)
        return int(what.value) if isinstance(what, Quantity) and what.is_plain else None

    def before(self, at: int) -> list[Item]:
        """The letters before a position of the mask, nearest first."""
        return [item for item in reversed(self.items) if item.at < at and (item.what is not None or item.letter == LETTERS["aside"])]


def plain(text: str) -> str:
    """The same text, character for character, with curly quotes, dashes and white space made plain."""
    return text.translate(_PLAIN)


_CALLED = re.compile(
    r" (?:(?:military|defen[cs]e|security|western) )?(?:alliance|bloc)\b(?!'| (?:of|between|among|partners?|allies|members?|states?|with|leaders?)\b)"
)
"""What a name may have behind it without being another: "the NATO alliance"."""
_RUN = re.compile(r" {3,}|([^\w\s])\1{3,}|(\w)\2{9,}")


def make(text: str, offset: int, mentions: Sequence[Mention], context: Context) -> Sentence:
    """Mask a sentence; *mentions* are those found in it, with positions relative to it."""
    spans: list[tuple[int, int, str, Mention | Quantity | Dated | None]] = []
    simple = plain(text)
    for mention in mentions:
        resolved = _resolve(mention, context)
        if resolved is not None:
            last = spans[-1][3] if spans else None
            if (
                isinstance(last, Mention)
                and last.id == resolved.id
                and resolved.type == "alliance"
                and simple[last.end : resolved.start] in (" ", " (")
            ):
                # "The West African bloc ECOWAS" names it twice, and so does "the African Union (AU)".
                closed = simple[last.end : resolved.start] == " (" and simple[resolved.end : resolved.end + 1] == ")"
                if closed or simple[last.end : resolved.start] == " ":
                    resolved = resolved._replace(start=spans.pop()[0], end=resolved.end + closed)
            if resolved.type == "alliance" and not resolved.ambiguous and (called := _CALLED.match(simple, resolved.end)):
                resolved = resolved._replace(end=called.end())
            spans.append((resolved.start, resolved.end, _letter(resolved), resolved))
    country_before = context.country
    again = _again(simple, context, [what for _, _, _, what in spans if isinstance(what, Mention)])
    if again is not None and all(end <= again.start or again.end <= start for start, end, _, _ in spans):
        spans.append((again.start, again.end, _letter(again), again))
    for town in _the_town(simple, mentions, context):
        if all(end <= town.start or town.end <= start for start, end, _, _ in spans):
            spans.append((town.start, town.end, _letter(town), town))
    context.country, context.subject = _spoken_of(simple, [what for _, _, _, what in spans if isinstance(what, Mention)])
    taken = {index for start, end, _, _ in spans for index in range(start, end)}
    if _MAY_BE_DATE.search(simple):
        for dated in calendar.find(simple, context.published):
            if taken.isdisjoint(range(dated.start, dated.end)):
                spans.append((dated.start, dated.end, LETTERS["date"], dated))
                taken.update(range(dated.start, dated.end))
    for quantity in numbers.find(simple):
        if taken.isdisjoint(range(quantity.start, quantity.end)):
            spans.append((quantity.start, quantity.end, LETTERS["number"], quantity))
    # What was blanked out, such as a link's address, is one space of the mask, and a row of the same signs one sign: patterns that try each of
    # them would be slow.
    spans += [(run.start(), run.end(), run[0][0], None) for run in _RUN.finditer(simple) if taken.isdisjoint(range(run.start(), run.end()))]
    spans.sort(key=lambda span: span[0])
    parts, items, position = [], [], 0
    length = 0
    for start, end, letter, what in spans:
        if start < position:
            continue
        parts += [simple[position:start], letter]
        length += start - position
        items.append(Item(length, start, end, what, letter))
        length += 1
        position = end
    parts.append(simple[position:])
    mask = "".join(parts)
    folded = _fold(mask)
    before, context.listed = context.listed, _listed(mask, items)
    return Sentence(text, offset, mask, folded, tuple(items), context, row_before=before, country_before=country_before)


_ANAPHOR = lazily(
    r"\A(?:It(?=\s+(?!(?:was|is|were)\s+(?:not\s+)?(?:until|in|on|only|the)\b|took\b))|(?:The|That) country\b)|(?<=[a-z,]\s)(?:the|that) country\b(?!\s+(?:that|which|whose))"
)
"""What is not named again: "It" at the start of a sentence, unless it only points ahead ("It was in 1952 that ...")."""
_ANAPHOR_WITHIN = lazily(
    r"(?:[,;:—]\s|\b(?:and|but|yet|although|though|because|since|after|before|when|while|until|so)\s)(?:(?:and|but|yet|although|though|because|when|while)\s)?(?:(?:today|now|yet|still|so far|in law|in practice|de jure|de facto|in fact|officially|formally|for now),?\s)?(?P<name>it|(?:the|that)\s(?:country|republic|kingdom|island(?:\srepublic)?))"
    r"(?=\s(?!(?:was|is|were)\s(?:not\s)?(?:until|in\s\d|on|only|the|that|clear|likely|unlikely|expected|possible|said|believed|thought|feared)\b|took\b|will\b|would\b|seems\b|emerged\b|turned\b)[a-z])"
)
"""What stands for a state that the same sentence has named: "Although Egypt took part, it is not in ..."."""


def _again(text: str, context: Context, mentions: Sequence[Mention]) -> Mention | None:
    """What "it" or "the country" stands for: from the sentence before, or from what this one has named so far if that is a single state."""
    if (found := _ANAPHOR_WITHIN.search(text)) and (name := _named_alone(text, mentions, found.start("name"), found["name"])):
        return Mention(*found.span("name"), (name._replace(use="anaphor"),))
    if context.country is None and context.subject is None:
        return None
    found = _ANAPHOR.search(text)
    name = (context.subject if found[0] == "It" else context.country) if found else None
    return Mention(found.start(), found.end(), (name._replace(use="anaphor"),)) if found and name else None


_THE_TOWN = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Tt]hat|[Tt]his)\s(?:besieged\s|ruined\s|port\s|border\s)?(?:city|town|village|settlement|peninsula|island)\b(?!\s+(?:of\b|hall\b|cent(?:re|er)\b|council\b|mayor\b|[A-Z])|-|')"
)


def _the_town(text: str, mentions: Sequence[Mention], context: Context) -> list[Mention]:
    """What "the town" stands for: the place that was named last, in the sentence or before it, if who held it is on record."""
    found = _THE_TOWN.finditer(text) if "the" in text.lower() else iter(())
    named = [
        (mention.start, name)
        for mention in mentions
        if (name := mention.meanings[0]).type == "place" and context.record.of(Control, place=name.id)
    ]
    towns = []
    for one in found:
        before = [name for start, name in named if start < one.start()]
        town = before[-1] if before else context.town
        if town is not None:
            towns.append(Mention(one.start(), one.end(), (town._replace(use="anaphor"),)))
    if places := {mention.id for mention in mentions if mention.type == "place"}:
        context.town = named[-1][1] if len(places) == 1 and named else None
    return towns


_OF_MEMBERS = re.compile(r"\s(?:member|ally|countr|state|nation|candidate)")


def _named_alone(text: str, mentions: Sequence[Mention], until: int, word: str) -> Name | None:
    """The one state named before a place; for "it" nothing else that "it" could stand for may be named there."""
    # "An EU member" names a member, not the EU.
    before = [
        mention.meanings[0]
        for mention in mentions
        if mention.end <= until and not mention.ambiguous and not (mention.type == "alliance" and _OF_MEMBERS.match(text, mention.end))
    ]
    states = {name.id: name for name in before if name.type == "state"}
    others = any(name.type in ("alliance", "treaty", "other", "outlet") or name.use == "demonym" for name in before)
    if len(states) != 1 or (word == "it" and others):
        return None
    name = next(iter(states.values()))
    return None if name.use == "demonym" else name


def _spoken_of(text: str, mentions: Sequence[Mention]) -> tuple[Name | None, Name | None]:
    """The one state that a sentence names, and what it opens with, if that is the only one of its kind."""
    first = min(mentions, key=lambda mention: mention.start, default=None)
    alone = {
        type: {mention.id: mention.meanings[0] for mention in mentions if mention.type == type and not mention.ambiguous}
        for type in ("state", "alliance")
    }
    states = list(alone["state"].values())
    opens = first is not None and not text[: first.start].strip(' "').removeprefix("The") and len(alone.get(first.type, ())) == 1
    return states[0] if len(states) == 1 else None, first.meanings[0] if first is not None and opens and not first.ambiguous else None


def _fold(mask: str) -> str:
    lower = mask.lower()
    # A few letters (İ) grow when they are lowered; then only those that do not are.
    return lower if len(lower) == len(mask) else "".join(c.lower() if len(c.lower()) == 1 else c for c in mask)


def simplified(sentence: Sentence) -> Sentence | None:
    """The sentence without its asides, each of them one letter of the mask; ``None`` if it has none."""
    return _without(sentence, _asides(sentence.mask))


def _without(sentence: Sentence, spans: Iterable[tuple[int, int]]) -> Sentence | None:
    """The sentence with each of *spans* of its mask, in their order, made one letter; ``None`` without any."""
    parts, items = [], []
    position = shift = 0
    rest = iter((*sentence.items, None))
    item = next(rest)
    for start, end in spans:
        while item is not None and item.at < start:
            items.append(item._replace(at=item.at - shift))
            item = next(rest)
        while item is not None and item.at < end:
            item = next(rest)
        parts += [sentence.mask[position:start], LETTERS["aside"]]
        items.append(Item(start - shift, sentence.original(start), sentence.original(end, end=True), None, LETTERS["aside"]))
        shift += end - start - 1
        position = end
    if not parts:
        return None
    while item is not None:
        items.append(item._replace(at=item.at - shift))
        item = next(rest)
    mask = "".join([*parts, sentence.mask[position:]])
    folded = _fold(mask)
    return sentence.but(mask=mask, folded=folded, items=tuple(items), reach=mask.rindex(LETTERS["aside"]))


_ROW = lazily(
    rf"[{LETTERS['state']}{LETTERS['capital']}](?:\s*,\s*(?:the\s+)?[{LETTERS['state']}{LETTERS['capital']}])*\s*,?\s+and\s+(?:the\s+)?[{LETTERS['state']}{LETTERS['capital']}]"
)


def _listed(mask: str, items: Sequence[Item]) -> tuple[Name, ...]:
    """The first states that a sentence names in a row: "Mali, Niger and Burkina Faso"."""
    row = _ROW.search(mask) if " and " in mask else None
    if row is None:
        return ()
    return tuple(item.what.meanings[0] for item in items if row.start() <= item.at < row.end() and isinstance(item.what, Mention))


def _asides(mask: str) -> Iterator[tuple[int, int]]:
    """Where the insertions stand; a comma that parts the names of a list may open one as well as close none."""
    at = 0
    while aside := _ASIDE.search(mask, at):
        at = aside.end()
        if _LIST_ITEM.match(aside[0]):
            at -= 1
        else:
            yield aside.span()


_SUBJECT = rf"(?:[Tt]he\s+)?[{LETTERS['state']}{LETTERS['capital']}{LETTERS['government']}{LETTERS['alliance']}{LETTERS['group']}{LETTERS['person']}]"
_VERB = (
    r"(?:also|then|later|soon|eventually|finally|still|now|thus|formally|only|since)?\s{0,2}\b(?:is|are|was|were|has|have|had|joined|joins|left|quit|became|becomes|remains?|remained|belongs?|belonged|"
    r"borders?|bordered|shares?|shared|signed|signs|withdrew|pulled|walked|applied|applies|ratified|ratifies|sent|sends|deployed|deploys|stationed|spends?|spent|gave|gives|pledged|provided|provides|"
    r"entered|enters|acceded|hosts?|hosted|keeps?|kept|seized|captured|took|recaptured|retook|liberated|lost|maintains?|maintained|rejects?|rejected|opposes?|opposed|seeks?|sought|wants?|hopes?|"
    r"must|cannot|can|does|did|owes|holds?|held|led|leads|heads|headed|succeeded|replaced|serves|served|committed|donated|delivered|invoked|submitted|deposited|"
    r"came|dropped|went|renounced|abandoned|denounced|suspended|froze|counts?|counted|numbers|numbered|grew|expanded|admitted|accepted|welcomed)\b"
)
_FIRST_ACT = lazily(
    rf"\A[\s\"]*(?:(?:In|On|By|Since|After)\s+{LETTERS['date']}\s?,?\s{{1,2}})?{_SUBJECT}(?:(?:\s?,\s{{0,2}}|\s?,?\s{{1,2}}and\s{{1,2}}){_SUBJECT})*(?P<act>\s{{1,2}}(?!and\b|or\b)(?:(?!\b(?:that|said|says|told|claim\w*|announc\w+|report\w+|insist\w*|warn\w*|if|when|while|as|who|which)\b)[^;:—\"]){{3,120}}?\s?,?\s{{1,2}}(?:and|but|yet)(?:\s+so)?)(?=\s{{1,2}}(?:(?:in|on|since|until)\s{{1,2}}{LETTERS['date']}\s?,?\s{{1,2}})?{_VERB})"
)
"""What a subject did first, where the sentence goes on with what else it did: "Albania [broke with Moscow and] quit the Warsaw Pact"."""


def carried_over(sentence: Sentence) -> Sentence | None:
    """The sentence with its subject before its second verb, what it did first being one letter of the mask; ``None`` if there is but one verb."""
    mask = sentence.mask
    if " and " not in mask and " but " not in mask and " yet " not in mask:
        return None
    found = _FIRST_ACT.match(mask) or _FIRST_TRAIT.search(mask)
    return _without(sentence, [found.span("act")]) if found else None


_FIRST_TRAIT = lazily(
    rf"{_SUBJECT}(?:\s?,|\s{{1,2}}(?:is|are|was|were|remains?|became))(?P<act>\s{{1,2}}(?:an?|the|one|once|long|annexed|occupied|already|both|home|now|part|rich|poor)\b[^,;:—\"\ue000\ue010]{{3,90}}?\s?,?\s{{1,2}}(?:and|but)(?:\s+also)?)"
    rf"(?=\s{{1,2}}(?:an?|the|one of|part of|until\s{LETTERS['date']}|since\s{LETTERS['date']}|once|now|formerly|from\s{LETTERS['date']}|not(?!\sonly)|never)\s)",
    re.I,
)
"""The first of two things that a subject is: "Latvia, [occupied in 1940 and] a Soviet republic until 1991"."""


_MAY_BE_DATE = re.compile(
    r"\d{4}|day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|January|February|March|April|August|September|October|November|December|last|ago|year|month|week|decade|ties\b"
)


def is_group(name: Name) -> bool:
    """ "The Baltic states" are states; "Eastern Europe" is where some of them lie."""
    return name.type == "region" and name.name.endswith(("s", "Benelux", "Group"))


def _letter(mention: Mention) -> str:
    if mention.ambiguous:
        return LETTERS["other"]
    name = mention.meanings[0]
    if is_group(name):
        return LETTERS["group"]
    if name.type == "state" and name.use in ("demonym", "capital", "government"):
        return LETTERS[name.use]
    return LETTERS.get(name.type, LETTERS["other"])


def letters_of(meanings: Sequence[Name]) -> frozenset[str]:
    """The letters under which a name may be found, whichever of its meanings it turns out to have."""
    return frozenset(_letter(Mention(0, 0, (name,))) for name in meanings) | (
        frozenset([LETTERS["other"]]) if len(meanings) > 1 else frozenset()
    )


_NOUN = re.compile(r"[Tt]he (League|league|Union|Community|community|Commonwealth|commonwealth|Association)$")
_GROUP = re.compile(r"group|association|region|trade|economic")
_NO_GROUPS = frozenset(["NATO", "NATO-MIL", "WTO"])
"""Alliances that nobody calls "the group"."""


def _resolve(mention: Mention, context: Context) -> Mention | None:
    """Settle what a mention means here, and remember it; ``None`` for "the alliance" when no alliance was named."""
    name = mention.meanings[0]
    if name.use == "anaphor":
        antecedent = context.last("alliance")
        if antecedent is None or (antecedent.id in _NO_GROUPS and _GROUP.search(name.name)):
            return None
        if (noun := _NOUN.match(name.name)) and noun[1].lower() not in context.names.say(antecedent.id).lower():
            return None  # "the league" is one that is called so
        return Mention(mention.start, mention.end, (antecedent._replace(use="anaphor"),))
    if mention.ambiguous:
        # "The Kremlin" is that of one state at a time.
        current = tuple(meaning for meaning in mention.meanings if in_use(meaning, context.published))
        mention = mention._replace(meanings=current or mention.meanings)
    if mention.ambiguous:
        states = [meaning for meaning in mention.meanings if meaning.type == "state"]
        others = [meaning for meaning in mention.meanings if meaning.type != "state"]
        named = [meaning for meaning in mention.meanings if any(meaning.id == earlier.id for earlier in context.mentioned)]
        if len(states) == 1 and others and not any(earlier.type == "other" and earlier.id == others[0].id for earlier in context.mentioned):
            mention = mention._replace(meanings=(states[0],))
        elif len({meaning.id for meaning in named}) == 1:
            mention = mention._replace(meanings=(named[0],))
    context.mentioned.append(mention.meanings[0])
    return mention
