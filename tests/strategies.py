"""Valid little records for property tests: a few states in one alliance, with spells that may leave and return."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from foedus.dates import NEVER, on
from foedus.fact import Citation, Fact, Source
from foedus.facts import Coverage, Membership, State, Treaty
from foedus.lexicon import Lexicon
from foedus.record import Layer, Record

STATES = ("FIN", "SWE", "NOR", "DNK", "ISL")
ALLIANCE = "NATO"
FIRST, LAST = date(1950, 1, 1), date(2030, 1, 1)
DAYS = st.dates(min_value=FIRST, max_value=LAST)


def citation(name: str) -> tuple[Citation, ...]:
    return (Citation("source", name),)


def _origin(line: int) -> tuple[str, str, int]:
    return "edition", "made", line


def _state(id: str) -> State:
    return State(
        since=on(date(1900, 1, 1)), citations=citation(id), known=date(1900, 1, 1), origin=_origin(1), id=id, name=id.title(), formal_name="", iso2="", cow="",
        gw="", region="",
    )  # fmt: skip


def record_of(facts: list[Fact]) -> Record:
    shelf = {kind: tuple(fact for fact in facts if type(fact) is kind) for kind in {type(fact) for fact in facts}}
    source = Source("source", "A source", "Somebody", "", "https://example.org", "", "")
    return Record(
        (Layer("edition", lambda kind: shelf.get(kind, ())),), lambda: {"source": source}, lambda: Lexicon((), (), {}, ()), "test"
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    facts: list[Fact] = [_state(id) for id in STATES]
    facts.append(
        Treaty(since=on(FIRST), citations=citation("treaty"), known=FIRST, origin=_origin(2), id="north-atlantic", name="North Atlantic Treaty", alliance=ALLIANCE,
               alliance_name="", signed=on(FIRST), place="Washington")
    )  # fmt: skip
    after = draw(st.sampled_from(["stands", "unknown"]))
    facts.append(
        Coverage(
            since=on(FIRST),
            citations=citation("list"),
            known=FIRST,
            origin=_origin(3),
            covers="members",
            about=ALLIANCE,
            through=LAST,
            after=after,
        )
    )
    for state in STATES:
        cuts = sorted(draw(st.lists(DAYS, unique=True, max_size=4)))
        for index in range(0, len(cuts), 2):
            since = cuts[index]
            until = on(cuts[index + 1]) if index + 1 < len(cuts) else NEVER
            late = timedelta(days=draw(st.integers(0, 400)))
            facts.append(
                Membership(since=on(since), until=until, citations=citation(f"{state} {since}"), known=since + late, until_known=max(until.latest, since + late),
                           origin=_origin(10 + index), state=state, alliance=ALLIANCE)
            )  # fmt: skip
    return record_of(facts)
