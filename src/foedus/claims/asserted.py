"""What a speaker is on record to have said of who holds a place: the accounts of ``control.csv`` are statements as well."""

from __future__ import annotations

import re

from foedus import statement as statements
from foedus.dates import Moment, parse_moment
from foedus.facts import Control, Office
from foedus.language.names import names_of
from foedus.record import Record

_HOLDS = re.compile(
    r"\b(?:captur|seiz|tak(?:e|en|ing)\b|took\b|control|hold|held\b|fall|fell\b|liberat|retak|conquer|enter|withdr|overr|hands\b|left\b)",
    re.I,
)
_CONTESTS = re.compile(
    r"\b(?:fight(?:s|ing)?\b|fought|battl|combat|untrue|not\b|no\b|never\b|still\b|den(?:y|ie)|reject|false|remain|defend|go(?:es|ing)?\s+on\b|went\s+on|continu)",
    re.I,
)


def accounts(record: Record, speaker: str, gist: str, written: str) -> list[Control]:
    """The accounts that say the same as these words: of the one place that they name, by the same side, on the same occasion."""
    names = names_of(record)
    mentions = list(names.find(gist))
    places = {mention.id for mention in mentions if mention.type == "place"}
    if len(places) != 1:
        return []
    contested = _CONTESTS.search(gist) is not None
    if not contested and not _HOLDS.search(gist):
        return []
    voices, own = _voices(record, speaker)
    sides = own | {mention.id for mention in mentions if mention.type == "state"}
    moment = parse_moment(written) if written else None
    return [
        fact
        for fact in record.of(Control, place=places.pop())
        if fact.asserted_by in voices
        and (fact.holder == "contested") == contested
        and (contested or fact.holder in sides)
        and _fits(fact, moment)
    ]


def _fits(fact: Control, moment: Moment | None) -> bool:
    return moment is None or (moment.earliest <= fact.since.latest and fact.since.earliest <= moment.latest)


def _voices(record: Record, speaker: str) -> tuple[frozenset[str], frozenset[str]]:
    """Who may be named where a speaker's account is on record, and the states for which he speaks."""
    offices = list(record.of(Office, person=speaker))
    states = frozenset(fact.of for fact in offices) or frozenset([speaker])
    others = {other for other, _, _ in statements.speakers(speaker, offices)}
    groups = {"Wagner Group" for fact in offices if "wagner" in fact.role}
    return frozenset({speaker, *others, *groups}), states
