"""The record's words: what names, titles, regions and topics stand for. Language, not fact."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from foedus.dates import BEGINNING, END


class Name(NamedTuple):
    """A name in prose and what it stands for, with the span over which it is used."""

    name: str
    type: str
    id: str
    use: str
    since: date = BEGINNING
    until: date = END
    note: str = ""


class Topic(NamedTuple):
    """What statements are about, and the phrases by which prose names it."""

    id: str
    name: str
    phrases: tuple[str, ...]


class Lexicon(NamedTuple):
    """The record's words: names, role titles (title -> role), regions (name -> states) and topics. Language, not fact."""

    names: tuple[Name, ...]
    titles: tuple[tuple[str, str], ...]
    regions: dict[str, tuple[str, ...]]
    topics: tuple[Topic, ...]
