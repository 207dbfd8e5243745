"""What must hold across the whole record (*invalid* if it does not) and what is suspicious (*doubtful*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from foedus.dates import BEGINNING, END
from foedus.errors import Problem
from foedus.fact import Fact
from foedus.facts import (
    AccessionStep,
    Aid,
    Article,
    BorderLength,
    Control,
    Coverage,
    Deployment,
    Measure,
    Membership,
    Office,
    Posture,
    Recognition,
    SeaNeighbours,
    Sovereignty,
    State,
    Statement,
    Succession,
    Treaty,
    TreatyEvent,
)
from foedus.record import Record
from foedus.rows import Text

STAGES = (
    "aspirant", "applied", "invited", "protocol_signed", "ratified_by", "protocol_in_force", "acceded", "suspended", "withdrawn",
)  # fmt: skip
_ORDER = ("applied", "invited", "protocol_signed", "protocol_in_force", "acceded")
_WORDS = {
    (AccessionStep, "stage"): STAGES,
    (AccessionStep, "act"): ("", "vote", "signature", "deposit"),
    (Posture, "posture"): ("nonaligned", "neutral", "aspires_to", "rejects"),
    (Posture, "basis"): ("constitution", "law", "policy", "statement"),
    (BorderLength, "basis"): ("", "computed"),
    (Deployment, "counts"): ("", "level"),
    (Deployment, "hedge"): ("=", "~", "<", ">", "<=", ">="),
    (Aid, "act"): ("delivered", "pledged"),
    (Aid, "counts"): ("", "total", "part"),
    (Aid, "aid"): ("weapons", "ammunition", "military", "financial", "humanitarian"),
    (Succession, "how"): ("dissolution", "secession", "restoration", "unification", "continuation", "absorption"),
    (Treaty, "form"): (
        "treaty", "agreement", "exchange of notes", "declaration", "guarantee", "arrangement", "organization",
    ),
    (Article, "response"): (
        "", "automatic", "as deemed necessary", "constitutional processes", "consultation first", "all means in its power",
    ),
    (Article, "content"): (
        "defense", "offense", "neutrality", "nonaggression", "consultation", "resistance", "area", "accession", "withdrawal", "organs", "cooperation", "duration",
    ),
}  # fmt: skip
_STATE_FIELDS: dict[type[Fact], tuple[str, ...]] = {
    Membership: ("state",),
    AccessionStep: ("state", "by"),
    BorderLength: ("a", "b"),
    Posture: ("state",),
    Measure: ("state",),
    Succession: ("predecessor", "successor"),
    SeaNeighbours: ("a", "b"),
    Sovereignty: ("state",),
    Recognition: ("state", "by"),
    Article: ("by", "toward"),
}
"""The fields that name states, one or several separated by spaces."""
_OF_PARTIES = (Membership, Article, BorderLength, Measure, Recognition, Sovereignty)


def check(text: Text, below: Record | None = None) -> list[Problem]:
    """Every invalid and every doubtful line of what was read, by itself and beside the record *below*, over which it is to be laid."""
    facts: dict[type[Fact], list[Fact]] = {}
    for fact in text.facts:
        facts.setdefault(type(fact), []).append(fact)
    return [
        *_sources(text),
        *_vocabulary(text.facts),
        *_states(text, facts, below.of(State) if below else ()),
        *_memberships(facts),
        *_accessions(facts),
        *_duplicates(facts),
        *_ends(text.facts),
        *(_beside(text, facts, below) if below else ()),
    ]


def _at(fact: Fact, message: str, severity: str = "invalid") -> Problem:
    return Problem(fact.file, fact.line, message, severity)


def label(fact: Fact) -> str:
    """How messages name a fact."""
    match fact:
        case Membership():
            return f"member {fact.state}"
        case AccessionStep():
            return f"step {fact.stage} {fact.by}".rstrip()
        case Treaty() | State():
            return f"{type(fact).__name__.lower()} {fact.id}"
        case Office():
            return f"offices {fact.person}"
        case Coverage():
            return f"coverage of {fact.about}"
        case Article():
            return f"article {fact.number}"
        case TreatyEvent():
            return f"event {fact.since}"
        case BorderLength():
            return f"borders {fact.a} {fact.b}"
        case Statement():
            return f"statements {fact.id}"
        case _:
            return f"{fact.list_name} {fact.subject}"


def _sources(text: Text) -> Iterator[Problem]:
    cited = set(text.cited)
    for fact in text.facts:
        for citation in fact.citations:
            cited.add(citation.source)
            if citation.source not in text.sources:
                yield _at(fact, f"{label(fact)}: source '{citation.source}' is not in sources.bib: add it there, or correct the key")
    for key in text.sources.keys() - cited:
        yield Problem("sources.bib", text.source_lines[key], f"source {key}: nothing cites it", "doubtful")


def _vocabulary(facts: Iterable[Fact]) -> Iterator[Problem]:
    for fact in facts:
        for (kind, name), allowed in _WORDS.items():
            if type(fact) is kind and getattr(fact, name) not in allowed:
                shown = ", ".join(filter(None, allowed))
                yield _at(fact, f"{label(fact)}: '{name}': “{getattr(fact, name)}” is not one of {shown}")


def _states(text: Text, facts: dict[type[Fact], list[Fact]], below: Iterable[State]) -> Iterator[Problem]:
    states: dict[str, list[State]] = {}
    for fact in (*below, *facts.get(State, ())):
        if isinstance(fact, State):
            states.setdefault(fact.id, []).append(fact)
    for spells in states.values():
        for earlier, later in pairwise(sorted(spells, key=lambda fact: fact.since.latest)):
            if later.since.earliest < earlier.until.latest:
                yield _at(
                    later,
                    f"{label(later)}: '{later.id}' is already defined in {earlier.file}:{earlier.line}: a further spell must not overlap it",
                )
    # Alliances are parties too (the European Union), and have totals of their own; so are powers that neither system counts as states.
    parties = {fact.alliance for fact in facts.get(Treaty, ()) if isinstance(fact, Treaty)}
    parties |= {name.id for name in text.names if name.type == "party"}
    for kind, names in _STATE_FIELDS.items():
        for fact in facts.get(kind, ()):
            for name in names:
                for state in getattr(fact, name).split():
                    if state not in states and not (kind in _OF_PARTIES and state in parties):
                        yield _at(fact, f"{label(fact)}: '{state}' is not a state of states.csv: add it there, or correct the id")
    for region, members in text.regions.items():
        for state in members:
            if state not in states:
                yield Problem("regions.csv", 1, f"region {region}: '{state}' is not a state of states.csv")
    if below:
        return  # what a data set counts as a state, and from when, is its own affair
    for fact in facts.get(Membership, ()):
        if not isinstance(fact, Membership) or fact.state not in states or fact.note:
            continue  # a note explains why: India was a member of the United Nations before it was independent
        first, last = states[fact.state][0], max(states[fact.state], key=lambda state: state.until.latest)
        if fact.since.latest < first.since.earliest:
            yield _at(
                fact,
                f"{label(fact)}: begins on {fact.since}, before the state does on {first.since}: correct it, or explain it in a 'note'",
            )
        if fact.until.earliest > last.until.latest:
            yield _at(
                fact,
                f"{label(fact)}: lasts until {fact.until}, longer than the state, which ends on {last.until}: correct it, or explain it in a 'note'",
            )


def _memberships(facts: dict[type[Fact], list[Fact]]) -> Iterator[Problem]:
    treaties = {fact.alliance: fact for fact in facts.get(Treaty, ()) if isinstance(fact, Treaty) and fact.alliance}
    spells: dict[tuple[str, str], list[Membership]] = {}
    for fact in facts.get(Membership, ()):
        if not isinstance(fact, Membership):
            continue
        treaty = treaties.get(fact.alliance)
        if treaty is not None and fact.since.latest < treaty.since.earliest:
            yield _at(
                fact,
                f"{label(fact)}: begins on {fact.since}, before the {treaty.name} is in force on {treaty.since}: is it the day of signature?",
            )
        if not fact.disputes:
            spells.setdefault((fact.state, fact.alliance), []).append(fact)
    for (state, alliance), found in spells.items():
        found.sort(key=lambda fact: fact.since.earliest)
        for earlier, later in pairwise(found):
            if later.since.earliest < earlier.until.earliest:
                yield _at(
                    later,
                    f"member {state}: this spell in {alliance} from {later.since} overlaps the one from {earlier.since} "
                    f"({earlier.file}:{earlier.line}): end that one, or mark this line with 'disputes'",
                )
    starts = {(state, alliance, fact.since.text) for (state, alliance), found in spells.items() for fact in found}
    for fact in facts.get(Membership, ()):
        if isinstance(fact, Membership) and fact.disputes and (fact.state, fact.alliance, fact.disputes) not in starts:
            yield _at(
                fact,
                f"{label(fact)}: disputes a spell from {fact.disputes}, but there is none: give the 'from' of the line it disagrees with",
            )


def _accessions(facts: dict[type[Fact], list[Fact]]) -> Iterator[Problem]:
    journeys: dict[tuple[str, str], list[AccessionStep]] = {}
    for fact in facts.get(AccessionStep, ()):
        if isinstance(fact, AccessionStep):
            journeys.setdefault((fact.state, fact.alliance), []).append(fact)
    for (state, alliance), steps in journeys.items():
        main = [step for step in steps if step.stage in _ORDER]
        for earlier, later in ((a, b) for a in main for b in main if _ORDER.index(a.stage) < _ORDER.index(b.stage)):
            if earlier.since.earliest > later.since.latest and earlier.file == later.file:
                yield _at(
                    later,
                    f"{label(later)}: dated {later.since}, before the step '{earlier.stage}' on {earlier.since}, which must come first",
                    "doubtful",
                )
        starts = [
            fact for fact in facts.get(Membership, ()) if isinstance(fact, Membership) and (fact.state, fact.alliance) == (state, alliance)
        ]
        for step in steps:
            if step.stage == "acceded" and starts and not any(step.since.text == spell.since.text for spell in starts):
                yield _at(
                    step, f"{label(step)}: {state} acceded on {step.since}, but no spell in {alliance} begins on that day", "doubtful"
                )


def _beside(text: Text, facts: dict[type[Fact], list[Fact]], below: Record) -> Iterator[Problem]:
    """A layer adds to what lies below; it gives nothing of it another meaning."""
    for key in text.sources.keys() & below.sources.keys():
        yield Problem(
            "sources.bib",
            text.source_lines[key],
            f"source {key}: stands in the record below under this key: give this one a key of its own",
        )
    for kind in (Treaty, Statement):
        known = {fact.id for fact in below.of(kind)}  # type: ignore[attr-defined]
        for fact in facts.get(kind, ()):
            if getattr(fact, "id", "") in known:
                yield _at(
                    fact,
                    f"{label(fact)}: '{getattr(fact, 'id', '')}' is already defined in the record below: give this one an id of its own",
                )
    for region in text.regions.keys() & below.lexicon.regions.keys():
        yield Problem("regions.csv", 1, f"region {region}: is already defined in the record below: give this one a name of its own")


def _ends(facts: Iterable[Fact]) -> Iterator[Problem]:
    for fact in facts:
        if fact.until.earliest == BEGINNING and fact.since.earliest > BEGINNING:
            yield _at(
                fact,
                f"{label(fact)}: its end, {fact.until}, has no first possible day, so that it surely holds on none: write the last day on which it held before the slash",
                "doubtful",
            )


def _duplicates(facts: dict[type[Fact], list[Fact]]) -> Iterator[Problem]:
    for kind, identity in ((Treaty, "id"), (Statement, "id")):
        seen: dict[str, Fact] = {}
        for fact in facts.get(kind, ()):
            key = getattr(fact, identity)
            if key in seen:
                first = seen[key]
                yield _at(fact, f"{label(fact)}: '{key}' is already defined in {first.file}:{first.line}")
            seen.setdefault(key, fact)
    for once_only in (Control, TreatyEvent, Membership, BorderLength):
        lines: dict[Fact, Fact] = {}
        for fact in facts.get(once_only, ()):
            if fact in lines:
                yield _at(fact, f"{label(fact)}: the same fact stands in line {lines[fact].line} already", "doubtful")
            lines.setdefault(fact, fact)
    for fact in facts.get(Office, ()):
        if isinstance(fact, Office) and fact.role == "monarch":
            continue
        if fact.until.latest < END and fact.since.latest > BEGINNING and fact.until.latest - fact.since.latest > timedelta(days=366 * 60):
            yield _at(fact, f"{label(fact)}: holds the office for over sixty years: is the year right?", "doubtful")
