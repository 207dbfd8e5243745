"""The record: all facts, immutable once loaded, as a stack of layers; the only door from text to facts.

:func:`load` reads a folder of text (or the cache made from it), checks it, and returns a :class:`Record`. Everything past that
door is typed, frozen and valid. A scenario is a record with one more layer; nothing else in the code knows the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from foedus.dates import END, NEVER
from foedus.errors import FoedusError, Problem, RecordError
from foedus.fact import Fact, Source
from foedus.facts import Coverage
from foedus.lexicon import Lexicon
from foedus.values import Value

if TYPE_CHECKING:
    from foedus.record_cache import Stored

F = TypeVar("F", bound=Fact)
A = TypeVar("A")

_MOST_VIEWS = 16
"""Days of which a record's view is kept: each takes a megabyte or more, and an archive has pages of ten thousand days."""

Shelf = Callable[[type[Fact]], tuple[Fact, ...]]


class Layer(Value):
    """One layer: the facts it adds, and those of lower layers that it ends (by a shortened copy) or retracts (by ``None``)."""

    name: str
    shelf: Shelf
    changes: Mapping[Fact, Fact | None] = MappingProxyType({})

    def touches(self, kind: type[Fact]) -> bool:
        """Whether the layer has anything to say of facts of a kind."""
        return bool(self.shelf(kind)) or any(type(fact) is kind for fact in self.changes)


class Record:
    """Facts by kind, in layers. Ask with :meth:`of`; narrow to what was known on a day with :meth:`known`."""

    def __init__(
        self, layers: tuple[Layer, ...], sources: Callable[[], Mapping[str, Source]], lexicon: Callable[[], Lexicon],
        version: str, known_on: date | None = None, loaded: Record | None = None, place: str = "", below: Record | None = None,
    ) -> None:  # fmt: skip
        self.layers = layers
        self.version = version
        self.known_on = known_on
        self.loaded = loaded or self
        """The record as it was loaded, of which this one is a view or a scenario."""
        self._place, self._below = place, below
        self._sources, self._lexicon = sources, lexicon
        self._facts: dict[type[Fact], tuple[Fact, ...]] = {}
        self._indexes: dict[tuple[type[Fact], tuple[str, ...]], dict[tuple[Any, ...], tuple[Fact, ...]]] = {}
        self._views: dict[date, Record] = {}
        self.answers: dict[Any, Any] = {}
        """Answers already computed on this record, by question; a record never changes, so they stay true."""

    def of(self, kind: type[F], **equal: Any) -> tuple[F, ...]:
        """All facts of *kind* whose fields equal those given, in the order of the record's text."""
        facts: Any  # of the kind asked for, which the shelves cannot say
        if self._below is not None and not self.layers[-1].touches(kind):
            facts = self._below.of(kind, **equal)
        elif not equal:
            facts = self._of_kind(kind)
        else:
            fields = tuple(sorted(equal))
            index = self._indexes.get((kind, fields))
            if index is None:
                lists: dict[tuple[Any, ...], list[Fact]] = {}
                for fact in self._of_kind(kind):
                    lists.setdefault(tuple(getattr(fact, name) for name in fields), []).append(fact)
                index = {key: tuple(found) for key, found in lists.items()}
                self._indexes[kind, fields] = index
            facts = index.get(tuple(equal[name] for name in fields), ())
        found: tuple[F, ...] = facts
        return found

    def _of_kind(self, kind: type[Fact]) -> tuple[Fact, ...]:
        if kind not in self._facts:
            facts: tuple[Fact, ...] = ()
            for layer in self.layers:
                if layer.changes:
                    changed = (layer.changes.get(fact, fact) for fact in facts)
                    facts = tuple(fact for fact in changed if fact is not None)
                facts += layer.shelf(kind)
            if self.known_on is not None and kind is not Coverage:
                facts = tuple(as_known(fact, self.known_on) for fact in facts if fact.known <= self.known_on)
            self._facts[kind] = facts
        return self._facts[kind]

    def known(self, day: date) -> Record:
        """The record as it could be known on *day*: nothing made public later, and no end announced later.

        Coverage is a statement about the record itself, not about the world, so it is not narrowed.
        """
        if self.known_on == day:
            return self
        view = self._views.pop(day, None) or self._like(self.layers, day)
        if len(self._views) >= _MOST_VIEWS:
            self._views.pop(next(iter(self._views)))
        self._views[day] = view  # the last asked for stands last: an archive has pages of more days than memory has room for
        return view

    def whenever_known(self) -> Record:
        """The record without regard to when its facts became public: for what was plain to see before anybody published a figure of it."""
        return self if self.known_on is None else self.once("whenever", lambda: self._like(self.layers, None))

    def overlay(self, layer: Layer) -> Record:
        """This record with one more layer on top, sharing everything that it does not change."""
        return self._like((*self.layers, layer), self.known_on, self)

    def _like(self, layers: tuple[Layer, ...], known_on: date | None, below: Record | None = None) -> Record:
        return Record(layers, self._sources, self._lexicon, self.version, known_on, self.loaded, below=below)

    def coverage(self, covers: str, about: str) -> Coverage | None:
        """The coverage declared for a list and a subject, or for the whole list (``*``)."""
        for subject in (about, "*"):
            for fact in self.of(Coverage, covers=covers, about=subject):
                return fact
        return None

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by key."""
        return self._sources()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The record's words: names, titles, regions, topics."""
        return self._lexicon()

    def once(self, question: Any, answer: Callable[[], A]) -> A:
        """The answer to a question on this record, computed at the first asking."""
        if question not in self.answers:
            self.answers[question] = answer()
        found: A = self.answers[question]
        return found

    def kept(self, name: str, code: Sequence[str], make: Callable[[], A]) -> A:
        """What *make* computes from the record as it was loaded, kept in the user's cache until its text or the *code* (files) changes."""
        if not self.loaded._place:
            return make()
        from foedus import cache

        name, stamp = f"{name}-{self.loaded._place}", cache.stamp(code) + self.version
        found: A | None = cache.read(name, stamp)
        if found is None:
            found = make()
            cache.write(name, stamp, found)
        return found


def as_known(fact: Fact, day: date) -> Fact:
    """A fact as it could be known on a day: without an end that was announced later."""
    return fact.but(until=NEVER, until_known=END) if fact.until is not NEVER and fact.until_known > day else fact


def edition_folder() -> str:
    """The folder of the edition that ships: inside the installed package, or ``record/`` of a source checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    shipped = os.path.join(here, "edition")
    return shipped if os.path.isdir(shipped) else os.path.join(os.path.dirname(os.path.dirname(here)), "record")


def load(folder: str | os.PathLike[str] | None = None, *, layers: Sequence[str] = (), cache: bool = True) -> Record:
    """Load the record in *folder*, or the edition that ships, and lay over it the folders of *layers*, each named by its last part.

    The text is parsed and checked once per change; then it comes from a file in the user's cache directory, one section
    per kind of fact, each read when first asked for. Raises :class:`~foedus.errors.RecordError` with every invalid line.
    """
    from foedus import record_cache

    path = os.fspath(folder) if folder is not None else edition_folder()
    for place in (path, *layers):
        if not os.path.isdir(place):
            raise RecordError([Problem(place, 0, "is not a folder: expected a record (sources.bib, states.csv, treaties/, …)")])
    record = Record((), dict, lambda: Lexicon((), (), {}, ()), "")
    for layer in (path, *layers):
        name = os.path.basename(os.path.normpath(layer)) if record.layers else "edition"
        stored, version = _open(layer, name, record, cache)
        place = record_cache.place(" ".join((path, *layers))) if cache else ""
        record = _laid(record, Layer(name, stored.facts), stored, version, place)
    return record


def _open(path: str, name: str, below: Record, cache: bool) -> tuple[Stored, str]:
    """A layer as it is kept in the cache, or read from its text; and its version, which depends on what it is laid over."""
    from foedus import record_cache

    version = below.version + record_cache.fingerprint(path)
    stored = record_cache.open_stored(path, version, lambda: read_checked(path, name, below)[0]) if cache else None
    if stored is None:
        sections, problems = read_checked(path, name, below)
        invalid = [problem for problem in problems if problem.severity == "invalid"]
        if invalid:
            raise RecordError([problem._replace(file=f"{name}/{problem.file}") for problem in invalid] if below.layers else invalid)
        if cache:
            record_cache.store(path, version, sections)
        stored = record_cache.in_memory(sections)
    return stored, version


def _laid(below: Record, layer: Layer, stored: Stored, version: str, place: str) -> Record:
    if not below.layers:
        return Record((layer,), stored.sources, stored.lexicon, version, place=place)

    def lexicon() -> Lexicon:
        one, other = below.lexicon, stored.lexicon()
        return Lexicon(one.names + other.names, one.titles + other.titles, one.regions | other.regions, one.topics + other.topics)

    return Record((*below.layers, layer), lambda: {**stored.sources(), **below.sources}, lexicon, version, place=place)


def read_checked(folder: str, layer: str = "edition", below: Record | None = None) -> tuple[dict[str, Any], list[Problem]]:
    """Read and check a record's text, to be laid over *below*: its sections (facts by kind's name, ``sources``, ``lexicon``) and all problems."""
    from foedus import record_text, validation

    text = record_text.read(folder, layer)
    problems = text.problems + validation.check(text, below)
    by_kind: dict[str, list[Fact]] = {}
    for fact in text.facts:
        by_kind.setdefault(type(fact).__name__, []).append(fact)
    sections: dict[str, Any] = {kind: tuple(facts) for kind, facts in by_kind.items()}
    sections["sources"], sections["lexicon"] = text.sources, text.lexicon
    return sections, sorted(problems, key=lambda problem: (problem.severity == "doubtful", problem.file, problem.line))


def find(record: Record, kind: type[F], **equal: Any) -> F:
    """The one fact that must be there; raises :class:`~foedus.errors.FoedusError` if the record lacks it."""
    found = record.of(kind, **equal)
    if not found:
        wanted = ", ".join(f"{key}={value}" for key, value in equal.items())
        raise FoedusError(f"the record has no {kind.__name__} with {wanted}")
    return found[0]
