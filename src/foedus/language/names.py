"""Names in prose: one pass over a text finds them all, and one table says what each may stand for."""

from __future__ import annotations

import calendar
import os
import pickle
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from foedus import cache
from foedus.dates import BEGINNING, END
from foedus.errors import AmbiguousName, UnknownName
from foedus.facts import Office, State, Treaty
from foedus.lexicon import Name, Topic
from foedus.record import Record

NOUNS = {"state": "state", "alliance": "alliance", "treaty": "treaty", "person": "person", "place": "place", "region": "region"}

_PRONOUN_ALLIANCES = ("the alliance", "this alliance", "the Alliance", "the bloc", "the pact", "the military alliance", "the defense alliance",
    "the defence alliance", "the organization", "the organisation", "The alliance", "The Alliance", "The bloc", "The pact",
    "The military alliance", "The organization", "The organisation", "the security bloc", "the defensive alliance", "the military bloc",
    "the defense pact", "the defence pact", "the military pact", "the Western military alliance", "the Western defense alliance", "the Western defence alliance", "the US-led alliance",
    "the U.S.-led alliance", "the US-led military alliance", "the U.S.-led military alliance", "the US-led defense alliance", "the US-led defence alliance", "the Moscow-led alliance",
    "the group", "the grouping", "the association", "the league", "the League", "The league", "The League", "the Union", "The Union", "the Community", "the community", "the Commonwealth", "the commonwealth", "the Association", "The group", "The grouping", "The association",
    "the regional bloc", "the regional body", "the regional organisation", "the regional organization", "the regional group", "the regional grouping", "The regional bloc", "the trade bloc", "the economic bloc",
    "the Soviet-led alliance", "the Soviet-led bloc", "the Russia-led bloc", "the Russia-led military alliance", "the Western bloc", "the defensive pact", "the security pact", "the Moscow-led bloc", "the Russian-led alliance", "the Russia-led alliance", "the Russian-led bloc", "the Moscow-led military alliance", "the security alliance")  # fmt: skip

_SPELLINGS = {
    "Sergei": ("Sergey",), "Andrei": ("Andrey",), "Dmitry": ("Dmitri", "Dmitriy"), "Yevgeny": ("Evgeny", "Yevgeniy", "Evgeniy"),
    "Oleksii": ("Oleksiy",), "Andrii": ("Andriy",), "Serhiy": ("Serhii",), "Yulia": ("Yuliia",), "Alexander": ("Aleksandr", "Alyaksandr"),
    "Volodymyr": ("Vladimir",), "Antony": ("Anthony",),
}  # fmt: skip
"""Given names that are written in several ways in the Latin alphabet."""


class Mention(NamedTuple):
    """A name found in a text: where, and what it may stand for."""

    start: int
    end: int
    meanings: tuple[Name, ...]

    @property
    def type(self) -> str:
        """What it is: a state, an alliance, a person, …"""
        return self.meanings[0].type

    @property
    def id(self) -> str:
        """The id of what it stands for."""
        return self.meanings[0].id

    @property
    def ambiguous(self) -> bool:
        """Whether it may stand for several things."""
        return len({(name.type, name.id) for name in self.meanings}) > 1


_WORD = re.compile(r"[^\W_]+")
_GIVEN = re.compile(
    r" (?:(?:al|el|bin|ibn|von|van|de|da|di)[- ])?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec|Jr|Sr|I\b)[A-Z][a-z]+"
)
"""What follows a given name and makes it one: a surname."""
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
"""Surnames that are days to all other readers: Godwin Friday, Theresa May."""

_DATED = re.compile(r"(?P<rest>.+) of (?P<year>1[0-9]{3}|20[0-9]{2})$")


_NONE: Mapping[str, tuple[Name, ...]] = {}


class Table(Mapping[str, Sequence[Name]]):
    """What each name may stand for, kept by first word: those of a word are restored when a text first has it."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self._restored: dict[str, dict[str, tuple[Name, ...]]] = {}
        self.first_words = kept.keys()

    @classmethod
    def keep(cls, table: Mapping[str, Sequence[Name]]) -> dict[str, bytes]:
        """The form in which a table is kept: the names of one first word together, longest first."""
        words: dict[str, list[tuple[str, tuple[tuple[Any, ...], ...]]]] = {}
        for name in sorted(table, key=len, reverse=True):
            words.setdefault(_first_word(name), []).append((name, tuple(map(tuple, table[name]))))
        return {word: pickle.dumps(names, protocol=pickle.HIGHEST_PROTOCOL) for word, names in words.items()}

    def starting(self, word: str) -> Mapping[str, tuple[Name, ...]]:
        """The names that begin with a word, longest first."""
        found = self._restored.get(word)
        if found is None:
            kept = self._kept.get(word)
            if kept is None:
                return _NONE
            rows = cache.restore(kept)
            found = self._restored[word] = {name: tuple(tuple.__new__(Name, row) for row in meanings) for name, meanings in rows}
        return found

    def __getitem__(self, name: str) -> tuple[Name, ...]:
        return self.starting(_first_word(name))[name]

    def __iter__(self) -> Iterator[str]:
        for word in self._kept:
            yield from self.starting(word)

    def __len__(self) -> int:
        return sum(len(self.starting(word)) for word in self._kept)


def _first_word(name: str) -> str:
    word = _WORD.match(name)
    return word[0] if word else ""


class Index:
    """Gathers the names of a record, with what each may stand for; :class:`Names` answers from what is gathered here."""

    def __init__(
        self, names: Iterable[Name], offices: Iterable[Office], states: Sequence[State], treaties: Sequence[Treaty],
        titles: Iterable[tuple[str, str]] = (), topics: Iterable[Topic] = (),
    ) -> None:  # fmt: skip
        self.table: dict[str, list[Name]] = {}
        self.ids: dict[str, Name] = {}
        self.display: dict[str, str] = {state.id: state.name for state in states}
        self.display |= {treaty.id: treaty.name for treaty in treaties} | {topic.id: topic.name for topic in topics}
        for name in sorted(names, key=lambda name: name.type == "other"):  # what the record knows is said first
            if name.type == "party":  # a name for its id alone: in prose it may be a place's
                self.display.setdefault(name.id, name.name)
            else:
                self._add(name)
        for state in states:
            self._add(Name(state.name, "state", state.id, "name"))
            self.ids[state.id] = Name(state.id, "state", state.id, "id")
        self.treaty_of: dict[str, str] = {treaty.alliance: treaty.id for treaty in treaties if treaty.alliance}
        for treaty in treaties:
            self._add(Name(treaty.name, "treaty", treaty.id, "name"))
            if treaty.alliance:
                self._add(Name(treaty.alliance_name or treaty.alliance, "alliance", treaty.alliance, "name"))
                self.ids[treaty.alliance] = Name(treaty.alliance, "alliance", treaty.alliance, "id")
            self.ids[treaty.id] = Name(treaty.id, "treaty", treaty.id, "id")
        for meanings in list(self.table.values()):
            for name in list(meanings):
                if name.type == "treaty" and (dated := _DATED.match(name.name)):
                    # "The Treaty of London of 1839" is as often "the 1839 Treaty of London".
                    self._add(name._replace(name=f"{dated['year']} {dated['rest']}", use="alias"))
                # An id that prose never uses ("WTO") is written by name.
                if name.type == "alliance" and name.use == "name" and not any(n.id == name.id for n in self.table.get(name.id, ())):
                    self.display.setdefault(name.id, name.name)
        careers: dict[str, tuple[date, date]] = {}
        for office in offices:
            first, last = careers.get(office.person, (office.since.earliest, office.until.latest))
            careers[office.person] = min(first, office.since.earliest), max(last, office.until.latest)
        surnames = {person.rpartition(" ")[2] for person in careers if " " in person}
        for person, (first, last) in careers.items():
            if person in surnames:
                continue  # a list that has surnames only does not make those of others ambiguous
            for spelling in _spellings(person):
                self._add(Name(spelling, "person", person, "name"))
                surname = spelling.rpartition(" ")[2]
                if surname != spelling and len(surname) > 3 and surname not in _CALENDAR:
                    # Who is meant by a surname that several have had is told by who was in office.
                    self._add(Name(surname, "person", person, "surname", first, last))
        self._add_titles(titles)
        for phrase in _PRONOUN_ALLIANCES:
            self.table[phrase] = [Name(phrase, "alliance", "", "anaphor")]

    def _add(self, name: Name) -> None:
        known = self.table.setdefault(name.name, [])
        if not any((other.type, other.id) == (name.type, name.id) for other in known):
            # A person's surname never makes the name of something else ambiguous ("Jordan", "Baltic").
            if name.use == "surname" and any(other.type != "person" for other in known):
                return
            known.append(name)

    def _add_titles(self, titles: Iterable[tuple[str, str]]) -> None:
        """Titles of offices, in the ways in which they are capitalised; the role is the id.

        A title that has a name in it ("NATO chief") is left to phrasings, so that the name is still found.
        """
        named = {name for name, meanings in self.table.items() if any(meaning.type in ("alliance", "state") for meaning in meanings)}
        listed = list(titles)
        for title, role in (*listed, *((role, role) for _, role in listed)):
            if named.isdisjoint(title.split()):
                capitals = " ".join(word if word in ("of", "the", "for") else word[:1].upper() + word[1:] for word in title.split())
                hyphened = "-".join(part[:1].upper() + part[1:] for part in capitals.split("-"))
                for spelling in (title, title[:1].upper() + title[1:], capitals, hyphened):
                    self.table.setdefault(spelling, [Name(spelling, "title", role, "title")])

    def kept(self) -> dict[str, Any]:
        """What was gathered, in plain values."""
        ids = {id: tuple(name) for id, name in self.ids.items()}
        return {"words": Table.keep(self.table), "ids": ids, "display": self.display, "treaty_of": self.treaty_of}


class Names:
    """All names of a record, restored from what an :class:`Index` gathered."""

    def __init__(self, kept: Mapping[str, Any], regions: Callable[[], Mapping[str, tuple[str, ...]]]) -> None:
        self.table = Table(kept["words"])
        self.display: Mapping[str, str] = kept["display"]
        self.treaty_of: Mapping[str, str] = kept["treaty_of"]
        """The treaty that founds an alliance, by the alliance's id."""
        self._ids, self._regions = kept["ids"], regions

    @cached_property
    def ids(self) -> Mapping[str, Name]:
        """What each id stands for."""
        return {id: tuple.__new__(Name, row) for id, row in self._ids.items()}

    @property
    def regions(self) -> Mapping[str, tuple[str, ...]]:
        """The states that each region's name covers."""
        return self._regions()

    def find(self, text: str) -> Iterator[Mention]:
        """Every name in *text*, leftmost and longest first, at word boundaries."""
        done, starting, first = 0, self.table.starting, self.table.first_words
        for word in _WORD.finditer(text):
            if word[0] not in first:
                continue
            names, start = starting(word[0]), word.start()
            if start < done or (start and text[start - 1] == "_"):
                continue
            name = _longest(names, text, start)
            if name is None or (name[:4] in ("the ", "The ") and self._longer(text, start + 4, start + len(name))):
                continue
            meanings, end = names[name], start + len(name)
            if meanings[0].use == "surname":
                if _GIVEN.match(text, end):
                    continue  # "Ahmed al-Sharaa" is not the president whose surname is Ahmed
                start = _with_particle(text, start, meanings)
                if text[start - 2 : start] == ". ":
                    start = _with_initial(text, start, meanings[0].id)
            done = end
            yield Mention(start, end, meanings)

    def _longer(self, text: str, start: int, end: int) -> bool:
        """Whether a name from *start* on reaches further than *end*: "the Alliance of Sahel States" is no "the Alliance"."""
        word = _WORD.match(text, start)
        name = _longest(self.table.starting(word[0]), text, start) if word else None
        return name is not None and start + len(name) > end

    @cached_property
    def aliases(self) -> Mapping[str, Sequence[str]]:
        """The names that stand for one thing alone and are not its usual one, by its id."""
        found: dict[str, list[str]] = {}
        for text, meanings in self.table.items():
            if meanings[0].use == "alias" and all(name.id == meanings[0].id for name in meanings):
                found.setdefault(meanings[0].id, []).append(text)
        return found

    def say(self, id: str) -> str:
        """The name by which an id is written in English sentences."""
        return self.display.get(id, id)

    def lookup(self, text: str, types: Sequence[str] = ("state", "alliance")) -> Name:
        """What a user's word stands for.

        Raises :class:`~foedus.errors.UnknownName` (with near names) or :class:`~foedus.errors.AmbiguousName` (with the ways to say which).
        """
        given = text.strip()
        if given in self.ids and self.ids[given].type in types:
            return self.ids[given]
        for candidate in (given, given.removeprefix("the "), given[:1].upper() + given[1:]):
            meanings = [name for name in self.table.get(candidate, ()) if name.type in types or name.type == "other"]
            if any(name.type in types for name in meanings):
                return self.settle(candidate, meanings)
        by_fold = {name.casefold(): name for name in (*self.ids, *self.table)}
        folded = by_fold.get(given.casefold())
        if folded is not None and folded != given:
            return self.lookup(folded, types)
        raise UnknownName(self._unknown(given, types))

    def settle(self, text: str, meanings: Sequence[Name]) -> Name:
        """The one thing that *meanings* stand for; raises :class:`~foedus.errors.AmbiguousName` if they are several."""
        distinct = {(name.type, name.id): name for name in meanings}
        if len(distinct) == 1:
            return meanings[0]
        named = [name for name in meanings if name.use == "name"]
        if len(named) == 1 and {name.type for name in meanings} == {"state"}:
            return named[0]  # "Yugoslavia" is the name of one state, and what another was called for a while
        choices = [
            f"{name.id} ({self.say(name.id)})" if name.type != "other" else f"{_noted(name)} (not in the record)"
            for name in distinct.values()
        ]
        writable = [name.id for name in distinct.values() if name.type != "other"]
        raise AmbiguousName(f"“{text}” is ambiguous: it may be {' or '.join(choices)}; write {' or '.join(writable)}")

    def _unknown(self, given: str, types: Sequence[str]) -> str:
        kinds = " or ".join(NOUNS[type] for type in types)
        near = self.near(given, types)
        hint = f"; near names: {', '.join(near)}" if near else "; ids are ISO 3166 codes such as FIN, alliances such as NATO"
        if not given:
            return f"no name was given: expected that of a {kinds}{hint}"
        return f"“{given}” is not the name of {'an' if kinds[0] in 'aeiou' else 'a'} {kinds} in the record{hint}"

    def near(self, given: str, types: Sequence[str]) -> list[str]:
        """Up to three names of these types that are written much like *given*, nearest first."""
        from difflib import get_close_matches

        known = {
            name.casefold(): name
            for name, meanings in self.table.items()
            if any(m.type in types and m.use not in ("demonym", "anaphor", "capital", "government") for m in meanings)
        }
        known |= {id.casefold(): id for id, name in self.ids.items() if name.type in types and abs(len(id) - len(given)) <= 1}
        return [known[match] for match in get_close_matches(given.casefold(), known, n=3, cutoff=0.7)]


def _longest(names: Iterable[str], text: str, start: int) -> str | None:
    """The first of *names*, longest first, that stands at a place of a text as whole words."""
    for name in names:
        if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalnum():
            return name
    return None


def names_of(record: Record) -> Names:
    """The names of a record: from the cache, or gathered anew when its text has changed.

    Names are language: those of persons and treaties do not depend on what was known on a day, nor on what is supposed.
    """
    return record.once("names", lambda: record.loaded.once("names", lambda: _restored(record.loaded)))


def _restored(record: Record) -> Names:
    def gather() -> dict[str, Any]:
        words = record.lexicon
        return Index(words.names, record.of(Office), record.of(State), record.of(Treaty), words.titles, words.topics).kept()

    return Names(record.kept("names", [os.path.abspath(__file__)], gather), lambda: record.lexicon.regions)


def _with_initial(text: str, start: int, person: str) -> int:
    """Where a person's name begins whose surname begins at *start*: "Vladimir V. Putin"."""
    given = person.partition(" ")[0]
    for first in (given, *_SPELLINGS.get(given, ())):
        at = start - len(first) - 4
        if at >= 0 and text.startswith(f"{first} ", at) and text[start - 3].isupper():
            return at
    return start


_PARTICLE = re.compile(r"(?<!\w)(?:[Dd]e|[Vv]on|[Vv]an|[Vv]on der|[Vv]an der|[Vv]an den|[Dd]e la|[Dd]i|[Dd]el|[Dd]e Hoop) $")


def _with_particle(text: str, start: int, meanings: Sequence[Name]) -> int:
    """Where a surname begins that has a particle before it: "de Gaulle"."""
    found = _PARTICLE.search(text, max(0, start - 8), start)
    if found is None:
        return start
    written = found[0].casefold()
    return found.start() if all(name.id.casefold().find(f" {written}") > 0 for name in meanings) else start


def _noted(name: Name) -> str:
    """What a thing outside the record is, by the first clause of its note."""
    note = name.note.partition(";")[0].rstrip(".") or name.id
    return f"the {note[4:]}" if note.startswith("The ") else note


def in_use(name: Name, day: date) -> bool:
    """Whether the name is used on *day*."""
    return (name.since == BEGINNING or name.since <= day) and (name.until == END or day < name.until)


_PLAIN = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "Ø": "O", "æ": "ae", "đ": "dj", "Đ": "Dj", "ð": "d", "þ": "th", "Þ": "Th", "ß": "ss"})
_DOT = re.compile(r"(?<= [A-Z])\.(?= \w)")
"""The full stop of an initial, which British papers leave out."""
_INITIALS = re.compile(r"(?<=\w)(?: [A-Z]\.)+(?= \w)")
"""Initials between a given name and a surname, which prose often leaves out."""


def unaccented(name: str) -> str:
    """A name in letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(_PLAIN)) if not unicodedata.combining(c))


def _spellings(person: str) -> list[str]:
    """A person's name as it is recorded, and as it is written without accents or in another transliteration."""
    found = [person, unaccented(person)]
    found += [shorter for name in list(found) if (shorter := _INITIALS.sub("", name)) != name]
    found += [undotted for name in list(found) if (undotted := _DOT.sub("", name)) != name]
    given, space, rest = person.partition(" ")
    found += [f"{other}{space}{rest}" for other in _SPELLINGS.get(given, ())]
    found += [name[:-3] + ending for name in list(found) if name.endswith("sky") for ending in ("skyy", "skiy", "skyi")]
    return list(dict.fromkeys(found))
