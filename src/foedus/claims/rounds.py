"""A round of enlargement told in any order: who came in, and when, where the record has such newcomers of that time; read off what stands around a telling word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from foedus.claims import around
from foedus.claims.clauses import alliance_of
from foedus.dates import Moment
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS

_ROUND = lazily(
    r"\b(?:enlarge(?:d|ments?|s)?|enlarging|expan(?:d(?:ed|s)?|sions?)|rounds?|waves?|intake|tranche|batch|growth\s+spurts?|new\s+members|big\s+bang|extension|widen(?:ed|ing)|class\s+of|grew|grown|swelled|doubled\s+in\s+size|newcomers|entrants|joiners|"
    r"accessions|membership\s+(?:rose|grew|climbed|jumped|went\s+up)|rose\s+to|increas(?:ed|ing)|rais(?:ed|ing)|lift(?:ed|ing)|bring(?:ing)?\s+(?:it|the\s+\w+)|swell(?:ed|ing))\b"
)
_ENTRY = lazily(
    r"\b(?:join(?:ed|s)?|entered|entering|acceded|admitt(?:ed|ing)|took\s+in|taken\s+in(?:to)?|taking\s+in|welcom(?:ed|ing)|add(?:ed|ing)|let\s+in(?:to)?|came\s+(?:in|into|aboard)|accession|entry|admission|swallowed|absorbed|accepted|"
    r"became\s+(?:\w+\s+)?members|brought\s+in(?:to)?|opened\s+its\s+doors\s+to|embraced|incorporat(?:ed|ing)|inducted|received\s+into|arrival|inclusion|includ(?:e|ed|ing))\b"
)
_OTHERS = lazily(
    r"\b(?:troops|soldiers|parliaments?|votes?|voted|ratif\w+|summit|exercise|drills?|exercises|manoeuvres|maneuvers|operations?|missions?|patrols?|funds?|programmes?|programs?|projects?|coalition|billion|million\s+euros|sanctions|embass\w+)\b"
)
_OF_THEIRS = lazily(r"(?<='s)\s+(?!(?:\w+\s+)?(?:accession|entry|admission|arrival|membership|inclusion|addition|joining)\b)")
_NEAR = 12


class Round(NamedTuple):
    """Newcomers of a time in an alliance, and where the mask tells of them."""

    alliance: str
    moment: Moment
    states: tuple[str, ...]
    n: int | None
    start: int
    end: int


class _Who(NamedTuple):
    states: tuple[str, ...]
    n: int | None
    start: int
    end: int


def told(match: Match, joiners: Callable[[str, Moment], frozenset[str]]) -> Iterator[Round]:
    """The rounds of the part of the sentence in which a telling word stands: each date with the newcomers next to it that the record has of it."""
    sentence, mask = match.sentence, match.sentence.folded
    first = max((mask.rfind(stop, 0, match.found.start()) + 1 for stop in ';"'), default=0)
    last = min((at for stop in ';"' if (at := mask.find(stop, match.found.end())) >= 0), default=len(mask))
    part = mask[first:last]
    named = bool(_ROUND.search(part))
    if not named and not _ENTRY.search(part):
        return
    rows = around.rows(sentence, first, last) if named else []
    who = [
        _Who(row.states, None, row.start, row.end) for row in rows if not (_OF_THEIRS.match(mask, row.end) or around.goes_on(sentence, row))
    ]
    who += [_Who((), n, start, end) for n, start, end in around.counted(sentence, first, last)]
    alliances = {
        item.what.id: None
        for item in sentence.inside(first, last)
        if item.letter == LETTERS["alliance"] and isinstance(item.what, Mention) and item.what.id
    }
    used: set[int] = set()
    for at, moment in around.dates(sentence, first, last):
        for alliance in alliances or {alliance_of(match): None}:
            newcomers = joiners(alliance, moment) if alliance else frozenset()
            fitting = [
                number
                for number, one in enumerate(who)
                if number not in used
                and newcomers
                and (one.n == len(newcomers) if one.n is not None else newcomers.issuperset(one.states))
                and (one.n is None or not _OTHERS.search(mask[one.end : one.end + 60]))
            ]
            if not fitting:
                continue
            best = min(fitting, key=lambda number: _distance(who[number], at))
            chosen = [number for number in fitting if number == best or _beside(who[best], who[number])]
            used |= {*chosen}
            states = tuple(dict.fromkeys(state for number in chosen for state in who[number].states))
            n = next((who[number].n for number in chosen if who[number].n is not None), None)
            spots = [at, at + 1, *(where for number in chosen for where in (who[number].start, who[number].end))]
            said = mask[around.segment(mask, min(spots), max(spots))[0] : min(last, max(spots) + 40)]
            if (n is None and not named) or around.unsaid(said) or around.denied(said):
                continue
            yield Round(
                alliance, moment, states, n,
                min(at, *(who[number].start for number in chosen)), max(at + 1, *(who[number].end for number in chosen)),
            )  # fmt: skip
            break


def _distance(who: _Who, at: int) -> int:
    return who.start - at if who.start > at else at - who.end


def _beside(one: _Who, other: _Who) -> bool:
    """Whether a number and a row of states stand together: "three former foes, Poland, Hungary and the Czech Republic"."""
    return (one.n is None) != (other.n is None) and min(abs(one.end - other.start), abs(other.end - one.start)) < _NEAR
