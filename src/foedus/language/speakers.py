"""Who speaks where only an office is named: "NATO's secretary general", "the German chancellor", "the prime minister"."""

from __future__ import annotations

import re
from datetime import date

from foedus import office as offices
from foedus.facts import Office
from foedus.language.calendar import Dated
from foedus.language.names import Mention
from foedus.language.sentence import Item, Sentence
from foedus.lexicon import Name
from foedus.record import Record

_SPEAKS_FOR_MANY = frozenset(["spokesperson", "deputy defence minister", "governor"])
"""Offices that several people hold at a time, of whom the record may list one."""
_OWN = re.compile(r"\b(?P<NATO>NATO|alliance|SACEUR|Allied)\b|\b(?P<UN>UN|U\.N\.|United Nations)\b")
"""Whose a title is that says so itself: "NATO chief"."""
_RECENT = 12


def holder(sentence: Sentence, role: str, of: str) -> Name | None:
    """The one person who held an office on the day that a sentence tells of; ``None`` where the record has none, or several."""
    if role in _SPEAKS_FOR_MANY:
        return None
    context = sentence.context
    day = _day(sentence)
    people = context.record.once(
        ("holders", role, of, day), lambda: tuple({spell.person for spell in offices.holders(context.record, role, of, day)})
    )
    return Name(people[0], "person", people[0], "name") if len(people) == 1 else None


def of_title(sentence: Sentence, item: Item) -> Name | None:
    """The one whom a title alone means: who bears it among those named before, or whose it can only be."""
    assert isinstance(item.what, Mention)
    role, context = item.what.id, sentence.context
    if own := _OWN.search(sentence.text, item.start, item.end):
        return holder(sentence, role, str(own.lastgroup))
    whose = context.record.once(("whose", role), lambda: tuple({spell.of for spell in context.record.of(Office, role=role)}))
    if len(whose) == 1:
        return holder(sentence, role, whose[0])
    before = [one.what.meanings[0] for one in sentence.items if one.at < item.at and isinstance(one.what, Mention)]
    recent = [*context.mentioned[-_RECENT:], *before]
    bearers = {name.id: name for name in recent if name.type == "person" and _bears(context.record, name.id, role, _day(sentence))}
    if bearers:
        return next(iter(bearers.values())) if len(bearers) == 1 else None
    if role == "secretary general":
        alliance = context.last("alliance")
        return holder(sentence, role, alliance.id) if alliance else None
    return None  # of any federation, company or party


def is_known(sentence: Sentence, name: Name) -> bool:
    """Whether a surname is that of somebody whom the page has named in full, or who leads a state or an alliance that day."""
    context = sentence.context
    if any(one.id == name.id and one.use != "surname" for one in context.mentioned):
        return True
    return any(_bears(context.record, name.id, role, _day(sentence)) for role in _LEADING)


_LEADING = ("president", "prime minister", "chancellor", "secretary general", "general secretary", "supreme leader")


def _bears(record: Record, person: str, role: str, day: date) -> bool:
    return any(spell.since.earliest <= day < spell.until.latest for spell in record.of(Office, person=person, role=role))


def _day(sentence: Sentence) -> date:
    """The day that a sentence tells of: the first date that it has, or that of the page."""
    published = sentence.context.published
    dates = (item.what.moment for item in sentence.items if isinstance(item.what, Dated))
    return min(next((moment.latest for moment in dates), published), published)
