"""From a page's text to readings: each sentence is masked, phrasings propose typed claims, and what is no assertion is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from foedus import claims
from foedus.claims.claim import Reading, Tense
from foedus.dates import Moment
from foedus.language import namesakes
from foedus.language.calendar import Dated
from foedus.language.names import Mention, names_of
from foedus.language.phrasing import Match, Matcher
from foedus.language.sentence import LETTERS, Context, Sentence, carried_over, make, simplified
from foedus.record import Record
from foedus.values import Value

if TYPE_CHECKING:
    from foedus.reading.attribution import Attribution
    from foedus.reading.page import Page

_NO_ASSERTION = re.compile(
    r"\b(?:if|whether|unless|suppose|supposing|assuming|imagine|until|denied that|denies that|deny that|falsely|wrongly|mistakenly|erroneously|untrue|not true|myth|rumou?rs?|"
    r"contrary to|as if|as though|pretend|would|could|might|will|shall|may|should|wish|wishes|dream|dreams|hypothetical\w*|had it|fears? that|hopes? that|once)\b[^.;:—]*$",
    re.I,
)
_BESIDE = re.compile(
    rf"(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}](?:[,\s]|and|the|[{LETTERS['state']}{LETTERS['group']}])*?\s*,\s*(?:(?:which|who|an?|the|once|long|formerly|both|all|itself|now|then|a former)\b)"
)
"""What is said beside a name is taken for granted, whatever the sentence wishes or supposes: "if Turkey, a NATO member, ..."."""
_HAD_IT = re.compile(r"\s*had\s", re.I)
"""A condition without "if": "Had Ukraine been admitted, ..."."""
_UNFINISHED = re.compile(r"\w-(?:[A-Z]\.)+\s*$")
"""A piece that ends with a hyphened abbreviation ("then-U.S.") is not a sentence's end, whatever the segmenter says."""
_LONGEST = 1500
"""Characters of the longest sentence that is read: what is longer is no sentence, and may be written to make reading slow."""
_UNNAMED = re.compile(
    r"rticle |\b(?:[Aa]ll|[Tt]he|[Ii]ts|[Ii]t has|[Ii]t counts) [\w-]+ (?:allies|members?|nations|countries|neighbou?rs)\b|\b[\w-]+-(?:nation|member) |"
    r"\bIt had (?:had |only |just )*[\w-]+ members\b|\battacks?\s+(?:on|one|any)\b|\b[Tt]he (?:parties|signatories|treaty|pact)\b|"
    r"\b(?:[Aa]llies|members|countries)\b.{1,90}(?:%| per ?cent\b)"
)
"""What a sentence without a name may still say of the alliance named before: "All 32 allies came"."""
_SHORT = 1000
"""Characters of a page that keeps to its subject."""
_SPEAKERS = frozenset(LETTERS[kind] for kind in ("person", "state", "capital", "government"))
_SPACES = {ord(character): " " for character in map(chr, range(0x3001)) if character.isspace()}
"""White space of every kind may stand within a name, which is written with plain spaces; and sentencex fails on some kinds of it."""
_LINKED = re.compile(r"\[([^\[\]\n]{1,300})\](?=\([^)\n]*\))")
_LINK = re.compile(r"\]\([^)\n]*\)|https?://\S+")


_USUAL = "NATO"
"""What "the alliance" stands for on a page that speaks of states and names no alliance at all."""
UNNAMED_ALLIANCE = ("lliance", "bloc", " pact", "allies", "rticle 4", "rticle 5")
"""What a page that names no alliance says of it nonetheless: "the 30-member bloc", "Article 5"."""
_OTHER_ALLIANCES = re.compile(
    r"\b(?:part(?:y|ies)|coalition|election|elections|electoral|voters?|polls?|seats|airlines?|carriers?|carmakers?|automakers?|companies|universities|schools|churches|clubs?|teams?|league|unions|"
    r"rebels?|militias?|husband|wife|bride|Star|Triple|Dual|opposition|football|investors?|start-?ups?|tech\w*)\b"
)
"""Words of pages on which "the alliance" may be one of parties, firms or clubs."""


class Found(Value):
    """A reading with its sentence's place in the page and the day on which it is to be judged."""

    reading: Reading
    sentence_start: int
    sentence_end: int
    as_of: date
    known: date
    """The day whose knowledge the page had: that of its publication, or of its update."""


class Reader:
    """Reads prose with the names of one record."""

    def __init__(self, record: Record) -> None:
        self.record, self.names = record, names_of(record)
        self.matcher = Matcher(claims.index(), lambda name: claims.kind(name).phrasings)

    def page(
        self, page: Page, published: date, updated: date | None = None, *, since: int = 0, kinds: frozenset[str] | None = None
    ) -> Iterator[Found]:
        """Every claim of a page, in order; boxes of later news are judged on *updated*.

        Of sentences that end before the position *since* only the names are remembered, for what "the alliance" and "its" refer to; of
        claims, those of *kinds* alone are looked for, if any are given.
        """
        text = page.text
        visible = _LINKED.sub(lambda match: f" {match[1]}]", text) if "](" in text else text
        visible = _LINK.sub(lambda match: " " * len(match[0]), visible).translate(_SPACES)
        mentions = namesakes.known(visible, list(self.names.find(visible)))
        context, late = Context(self.record, published), Context(self.record, updated or published)
        context.strays = late.strays = len(text) > _SHORT
        alliances = {m.id: m.meanings[0] for m in mentions if m.type == "alliance" and m.id and not m.ambiguous}
        if len(alliances) == 1:
            context.only_alliance = late.only_alliance = next(iter(alliances.values()))
        elif (
            not alliances
            and any(word in text for word in UNNAMED_ALLIANCE)
            and not _OTHER_ALLIANCES.search(text)
            and all(m.type != "other" for m in mentions)
        ):
            context.only_alliance = late.only_alliance = self.names.ids.get(_USUAL)
        position = 0
        for block in page.blocks():
            current = late if block.is_update else context
            for start, end in sentences(visible, block.start, block.end):
                while position < len(mentions) and mentions[position].start < start:
                    position += 1
                inside = []
                while position < len(mentions) and mentions[position].end <= end:
                    mention = mentions[position]
                    inside.append(Mention(mention.start - start, mention.end - start, mention.meanings))
                    position += 1
                again = current.subject is not None and visible.startswith("It ", start)
                if end - start > _LONGEST or not (inside or again or _UNNAMED.search(visible, start, end)):
                    current.country = current.subject = None
                    continue
                sentence = make(visible[start:end], start, inside, current)
                if end < since:
                    continue
                for reading in self.sentence(sentence, kinds):
                    yield Found(reading, start, end, judged_on(reading, current.published), current.published)

    def sentence(self, sentence: Sentence, kinds: frozenset[str] | None = None) -> list[Reading]:
        """The claims that one sentence makes: as it stands, without the insertions that part a subject from its verb, and with its subject
        before its second verb."""
        if sentence.text.rstrip().endswith("?"):
            return []
        readings = list(self._read(sentence, kinds, whole=True))
        for shorter in (simplified(sentence), carried_over(sentence)):
            if shorter is not None:
                readings += self._read(shorter, kinds, whole=False)
        kept = _best(readings)
        sentence.context.said = [reading.claim for reading in kept]
        return kept

    def _read(self, sentence: Sentence, kinds: frozenset[str] | None, *, whole: bool) -> Iterator[Reading]:
        reported: list[Attribution] | None = None
        for name, match in self.matcher.find(sentence, kinds):
            start, end = match.found.span()
            if not whole and LETTERS["aside"] not in match.found[0]:
                continue  # it stands in the whole sentence as well
            if asserts_nothing(sentence.mask[:start]) and not (match.phrasing.fixed.get("supposed") or _BESIDE.match(match.found[0])):
                continue
            for reading in claims.kind(name).read(match):
                reading = _placed(reading, match)
                if reading.attributed_to is None and reading.claim.kind != "statement":
                    if reported is None:
                        reported = _attributions(sentence) if _reports(sentence) else []
                    for part in reported:
                        if part.start <= start and end <= part.end + 1:
                            reading = reading.but(attributed_to=part.speaker)
                            break
                sentence.context.said.append(reading.claim)
                yield reading


def reader_of(record: Record) -> Reader:
    """The reader of a record, built once."""
    return record.once("reader", lambda: Reader(record))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block stand."""
    import sentencex

    block = text[start:end].translate(_SPACES)
    try:
        pieces = [*sentencex.segment("en", block)]
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ != "PanicException":
            raise
        # A panic of Rust code is no Exception, and would cost all other pages theirs.
        raise RuntimeError(f"its sentences cannot be told apart: {error}") from None
    position = 0
    for number, piece in enumerate(pieces):
        if number and _UNFINISHED.search(pieces[number - 1]):
            continue  # read with the piece before
        at = block.find(piece, position)
        if at < 0:
            continue
        while _UNFINISHED.search(piece) and number + 1 < len(pieces):
            number += 1
            piece = block[at : block.find(pieces[number], at + len(piece)) + len(pieces[number])]
        position = at + len(piece)
        leading = len(piece) - len(piece.lstrip(" \n\t#>*-+|"))
        yield start + at + leading, start + at + len(piece.rstrip())


def asserts_nothing(before: str) -> bool:
    """Whether the words before make what follows a condition, a wish, a denial or a mere possibility."""
    clause = re.split(r"[,;:—()\"]\s", before + " ")[-1]
    return bool(_NO_ASSERTION.search(clause)) or bool(_HAD_IT.match(clause))


def _placed(reading: Reading, match: Match) -> Reading:
    """A state of affairs with its date: "In 2010, NATO had 28 members", "as of May 2022"."""
    if reading.when is not None or reading.tense not in (Tense.PAST, Tense.PRESENT):
        return reading
    start, end = match.found.span()
    for item in match.sentence.items:
        if not isinstance(item.what, Dated):
            continue
        before, after = match.sentence.mask[item.at + 1 : start], match.sentence.mask[end : item.at]
        lead = match.sentence.mask[: item.at].rstrip().lower()
        as_of = lead.endswith(("as of", "at the end of", "at the start of", "by the end of"))
        if reading.tense is Tense.PRESENT and not as_of:
            continue
        adjacent = (item.at < start and re.fullmatch(r"\s*,?\s*(?:[a-z]+\s+){0,2}", before)) or (
            item.at >= end
            and re.fullmatch(r"\s*,?\s*(?:until|in|on|at|by|as of|back in|during|before|at the end of|at the start of)?\s*", after)
        )
        if adjacent:
            return reading.but(when=item.what.moment, tense=Tense.PAST)
    return reading


def judged_on(reading: Reading, published: date) -> date:
    """The day on which a reading is judged: that of its past date, or the page's."""
    if reading.tense is Tense.PAST and isinstance(reading.when, Moment):
        return min(reading.when.latest, published)
    return published


def _attributions(sentence: Sentence) -> list[Attribution]:
    # Loaded when somebody speaks: a question to the record does not wait for the grammar of reports.
    from foedus.reading.attribution import find

    return find(sentence)


def _reports(sentence: Sentence) -> bool:
    """Whether anybody who could say something is named."""
    return not sentence.words.isdisjoint(_SPEAKERS)


def _best(readings: Sequence[Reading]) -> list[Reading]:
    """Of readings of one kind that overlap, the one that stands on the most words.

    Lists that share their words all stay, and so do the words of several speakers: one may report what another said. What one sentence says twice is found once.
    """
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (r.start - r.end, not getattr(r.claim, "negated", False), -len(r.claim.args()))):
        clash = any(
            other.claim.kind == reading.claim.kind and other.start < reading.end and reading.start < other.end
            and getattr(other.claim, "speaker", "") == getattr(reading.claim, "speaker", "")
            and ((other.start, other.end) != (reading.start, reading.end) or _subject(other) == _subject(reading) or _says_less(reading, other))
            and not _share_a_name(reading, other)
            and not _of_two(reading, other)
            for other in kept
        )  # fmt: skip
        if not clash:
            kept.append(reading)
    return sorted((reading for reading in kept if not _told_as_former(reading, kept)), key=lambda r: (r.start, r.end))


def _share_a_name(reading: Reading, other: Reading) -> bool:
    """Whether two offices stand on either side of one name: "Secretary General Jens Stoltenberg, a former prime minister of Norway"."""
    args, others = reading.claim.args(), other.claim.args()
    shared = min(reading.end, other.end) - max(reading.start, other.start)
    return (
        reading.claim.kind == "office"
        and args["person"] == others["person"]
        and args["role"] != others["role"]
        # ... or one of them stands within the other: "Mark Rutte, a former Dutch prime minister, now runs the alliance".
        and (shared <= len(args["person"]) or (args["of"] != others["of"] and reading.start == other.start))
    )


def _of_two(reading: Reading, other: Reading) -> bool:
    """Whether places in two alliances are told in one breath: "Austria, though a member of the EU, does not belong to NATO"."""
    if reading.claim.kind != "membership":
        return False
    args, others = reading.claim.args(), other.claim.args()
    return args["alliance"] != others["alliance"] and reading.start == other.start


def _told_as_former(reading: Reading, kept: Sequence[Reading]) -> bool:
    """Whether a past membership is what a reading of kind ``former`` says as well."""
    if reading.claim.kind != "membership":
        return False
    args = reading.claim.args()
    return any(
        other.claim.kind == "former" and other.start < reading.end and reading.start < other.end
        and other.claim.args().get("of") == args["alliance"] and args["state"] in other.claim.args().get("states", ())
        for other in kept
    )  # fmt: skip


def _subject(reading: Reading) -> object:
    args = reading.claim.args()
    names = (
        "alliance",
        "toward",
        "of",
        "by",
        "a",
        "b",
        "host",
        "actor",
        "donor",
        "speaker",
        "person",
        "defender",
        "defended",
        "who",
        "place",
    )
    return args.get("state"), tuple(args.get("states", ())), *(args.get(name) for name in names)


def _says_less(reading: Reading, other: Reading) -> bool:
    """Whether a claim says only what the other says as well: "two countries joined" beside "two countries, A and B, joined"."""
    if reading.claim.kind not in ("enlargement_round", "joined", "left", "founded", "former"):
        return False
    others = other.claim.args()
    return all(
        others.get(name) == value or (name == "states" and set(value) <= set(others.get("states", ())))
        for name, value in reading.claim.args().items()
    )
