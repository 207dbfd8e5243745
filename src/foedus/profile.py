"""What the record says of a state, an alliance, or a pair of states on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from foedus.alliance import bonds, ever_members, member, member_count, members, treaty_of
from foedus.border import lengths, neighbours
from foedus.errors import BadInput
from foedus.fact import Fact
from foedus.facts import (
    AccessionStep,
    Article,
    Control,
    Membership,
    Office,
    Posture,
    ProcedureStep,
    Sovereignty,
    State,
    Treaty,
    TreatyEvent,
)
from foedus.language.names import names_of
from foedus.record import Record, find
from foedus.values import Value
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, SUPPORTED, presence


class Line(Value):
    """One statement of a profile, and the facts it rests on."""

    text: str
    facts: tuple[Fact, ...] = ()


class Section(Value):
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


class Profile(Value):
    """What is known of a subject on a day, by what could be known on another."""

    title: str
    on: date
    known: date
    sections: tuple[Section, ...] = ()

    def json(self) -> dict[str, Any]:
        """The profile as plain values, each line with its sources."""
        return {
            "subject": self.title,
            "on": self.on.isoformat(),
            "known": self.known.isoformat(),
            "sections": [
                {
                    "title": section.title,
                    "lines": [
                        {
                            "text": line.text,
                            "sources": [{"source": c.source, "locator": c.locator} for fact in line.facts for c in fact.citations],
                        }
                        for line in section.lines
                    ],
                }
                for section in self.sections
            ],
        }


def show(what: str, record: Record, on: date, known: date) -> Profile:
    """The profile of an alliance (``NATO``), a treaty, a state (``FIN``, ``Finland``), a place (``Crimea``) or a pair (``FIN NATO``, ``FIN RUS``).

    Raises :class:`~foedus.errors.UnknownName` or :class:`~foedus.errors.AmbiguousName`.
    """
    record = record.known(known)
    names = names_of(record)
    words = what.split()
    if len(words) == 2 and all(word in names.ids for word in words):
        one, other = (names.ids[word] for word in words)
        if {one.type, other.type} == {"state", "alliance"}:
            state, alliance = (one.id, other.id) if one.type == "state" else (other.id, one.id)
            return Profile(f"{names.say(state)} and {alliance}", on, known, _state_in_alliance(record, state, alliance, on))
        if one.type == other.type == "state":
            return Profile(f"{names.say(one.id)} and {names.say(other.id)}", on, known, _pair(record, one.id, other.id, on))
        raise BadInput(f"“{what}”: expected a state and an alliance, or two states, such as “FIN NATO” or “FIN RUS”")
    found = names.lookup(what, ("state", "alliance", "treaty", "place"))
    if found.type == "alliance":
        return Profile(found.id, on, known, _alliance(record, found.id, treaty_of(record, found.id), on))
    if found.type == "treaty":
        treaty = find(record, Treaty, id=found.id)
        return Profile(treaty.name, on, known, _alliance(record, treaty.bond, treaty, on))
    if found.type == "place":
        return Profile(found.id, on, known, _place(record, found.id, on))
    return Profile(names.say(found.id), on, known, _state(record, found.id, on))


def _sections(*pairs: tuple[str, list[Line]]) -> tuple[Section, ...]:
    return tuple(Section(title, tuple(lines)) for title, lines in pairs if lines)


def _in_force(facts: tuple[Any, ...], day: date) -> list[Any]:
    return [fact for fact in facts if presence([fact], None).at(day) is SUPPORTED]


def _spells(record: Record, alliance: str, on: date, states: tuple[str, ...]) -> list[Line]:
    names, lines = names_of(record), []
    for state in states:
        step = member(record, state, alliance).step(on)
        if step.value in (SUPPORTED, CONFLICTING, NOT_ENOUGH_INFO):
            facts = tuple(fact for fact in step.evidence if isinstance(fact, Membership))
            if facts:
                doubt = "" if step.value is SUPPORTED else f" ({step.value})"
                lines.append(Line(f"{names.say(state)}, since {facts[0].since}{doubt}", facts))
    return sorted(lines, key=lambda line: (line.facts[0].since.latest, line.text))


def _place(record: Record, place: str, on: date) -> tuple[Section, ...]:
    say = names_of(record).say
    views = [
        Line(f"{fact.view if len(fact.view) > 3 else say(fact.view)}: {say(fact.state)}, since {fact.since}: {fact.gist}", (fact,))
        for fact in _in_force(record.of(Sovereignty, territory=place), on)
    ]
    accounts = [
        Line(f"{fact.since}, {say(fact.asserted_by)}: {fact.gist}", (fact,))
        for fact in sorted(record.of(Control, place=place), key=lambda fact: fact.since.latest)
        if fact.since.latest <= on
    ]
    return _sections(("To whom it belongs, by point of view", views), ("Who held it, by who said so", accounts))


def _article(fact: Article) -> str:
    conditions = "; ".join(
        f"{name}: {value}"
        for name, value in (
            ("by", fact.by), ("toward", fact.toward), ("where", fact.area), ("when", fact.trigger), ("how", fact.response), ("also", fact.conditions),
        ) if value
    )  # fmt: skip
    return f"article {fact.number} ({fact.content}): {fact.gist}" + (f" [{conditions}]" if conditions else "")


def _alliance(record: Record, alliance: str, treaty: Treaty | None, on: date) -> tuple[Section, ...]:
    basis = (
        [
            Line(
                f"{treaty.name}, signed {treaty.signed}{f' in {treaty.place}' if treaty.place else ''}, in force {treaty.since}"
                + ("" if treaty.until.text == ".." else f" until {treaty.until}"),
                (treaty,),
            )
        ]
        if treaty
        else []
    )
    articles = [Line(_article(fact), (fact,)) for fact in record.of(Article, treaty=treaty.id if treaty else "")]
    events = [
        Line(
            f"{fact.since}: article {fact.article} {fact.what}, {fact.by}: {fact.gist}"
            if fact.article
            else f"{fact.since}: {fact.what}, {fact.by}: {fact.gist}",
            (fact,),
        )
        for fact in record.of(TreatyEvent, treaty=treaty.id if treaty else "")
        if fact.since.latest <= on
    ]
    spells = _spells(record, alliance, on, ever_members(record, alliance))
    former = [
        Line(f"{names_of(record).say(fact.state)}, {fact.since} to {fact.until}", (fact,))
        for fact in record.of(Membership, alliance=alliance)
        if fact.until.latest <= on and not fact.disputes
    ]
    offices = [Line(f"{fact.role}: {fact.person}, since {fact.since}", (fact,)) for fact in _in_force(record.of(Office, of=alliance), on)]
    joining = _candidates(record, alliance, on)
    procedure = [
        Line(f"{fact.number}. {fact.actor}: {fact.gist} {fact.effect}", (fact,))
        for fact in sorted(_in_force(record.of(ProcedureStep, alliance=alliance), on), key=lambda fact: fact.number.rjust(4))
    ]
    coverage = record.coverage("members", alliance)
    through = (
        [Line(f"the list of members is complete through {coverage.through}; after it, it {coverage.after}", (coverage,))]
        if coverage
        else []
    )
    return _sections(
        ("Basis", basis), (_members_title(record, alliance, on), spells), ("Former members", former), ("On the way in", joining),
        ("How a state joins", procedure), ("Obligations", articles), ("Invocations and other events", events), ("Offices", offices), ("Checked", through),
    )  # fmt: skip


def _members_title(record: Record, alliance: str, on: date) -> str:
    count = member_count(record, alliance).at(on)
    return f"Members ({count.low})" if count.low == count.high else f"Members ({len(members(record, alliance).at(on))} or more)"


def _candidates(record: Record, alliance: str, on: date) -> list[Line]:
    latest: dict[str, AccessionStep] = {}
    for step in record.of(AccessionStep, alliance=alliance):
        if step.since.latest <= on and step.stage != "ratified_by" and member(record, step.state, alliance).at(on) is not SUPPORTED:
            if step.state not in latest or latest[step.state].since.latest <= step.since.latest:
                latest[step.state] = step
    say = names_of(record).say
    return [
        Line(f"{say(state)}: {step.stage.replace('_', ' ')} on {step.since}", (step,))
        for state, step in latest.items()
        if step.stage != "withdrawn"
    ]


def _state(record: Record, id: str, on: date) -> tuple[Section, ...]:
    find(record, State, id=id)
    lives = [
        Line(
            f"{state.formal_name or state.name}: a state since {state.since}"
            + ("" if state.until.text == ".." else f" until {state.until}")
            + "; "
            + ", ".join(f"{label} {code}" for label, code in (("ISO", state.id), ("COW", state.cow), ("GW", state.gw)) if code),
            (state,),
        )
        for state in record.of(State, id=id)
    ]
    alliances = dict.fromkeys(fact.alliance for fact in record.of(Membership, state=id))
    say = names_of(record).say
    belongs = [
        Line(f"{say(alliance)}, since {spell.facts[0].since}", spell.facts)
        for alliance in alliances
        for spell in _spells(record, alliance, on, (id,))
    ]
    treaties = {fact.bond: fact for fact in record.of(Treaty)}
    past = [
        Line(f"{say(fact.alliance)}, {fact.since} to {fact.until}", (fact,))
        for fact in record.of(Membership, state=id)
        if fact.until.latest <= on and fact.alliance in treaties and not fact.disputes
    ]
    candidacies = {step.alliance for step in record.of(AccessionStep, state=id)}
    way = [
        line for alliance in sorted(candidacies) for line in _candidates(record, alliance, on) if line.facts[0].subject.startswith(f"{id} ")
    ]
    offices = [
        Line(f"{fact.role}: {fact.person}, since {fact.since}", (fact,))
        for fact in record.of(Office, of=id)
        if presence([fact], record.coverage("offices", fact.subject)).at(on) is SUPPORTED
    ]
    postures = [
        Line(f"{fact.posture.replace('_', ' ')} {fact.toward}".strip() + f" ({fact.basis}), since {fact.since}: {fact.gist}", (fact,))
        for fact in _in_force(record.of(Posture, state=id), on)
    ]
    borders = []
    for other in sorted(neighbours(record, id, on), key=names_of(record).say):
        found = lengths(record, id, other, on)
        figures = "; ".join(f"{length.km:,.10g} km ({name})" for name, length in found.items())
        borders.append(Line(f"{names_of(record).say(other)}: {figures}", tuple(fact for length in found.values() for fact in length.facts)))
    return _sections(
        ("State", lives), ("Member of", belongs), ("On the way in", way), ("Former member of", past),
        ("Postures", postures), ("Offices", offices), ("Land borders, by source", borders),
    )  # fmt: skip


def _state_in_alliance(record: Record, state: str, alliance: str, on: date) -> tuple[Section, ...]:
    step = member(record, state, alliance).step(on)
    facts = tuple(fact for fact in step.evidence if isinstance(fact, Fact))
    verdict = {SUPPORTED: "a member", CONFLICTING: "sources contradict each other", NOT_ENOUGH_INFO: "the record cannot tell"}.get(
        step.value, "not a member"
    )
    spells = []
    for fact in record.of(Membership, state=state, alliance=alliance):
        other = "; ".join(
            f"{label} {value}"
            for label, value in (("signed", fact.signed), ("ratified", fact.ratified), ("deposited", fact.deposited))
            if value
        )
        disputed = f" (disputes {fact.disputes})" if fact.disputes else ""
        spells.append(Line(fact.describe() + (f"; {other}" if other else "") + disputed, (fact,)))
    steps = [
        Line(
            f"{fact.since}: {fact.stage.replace('_', ' ')}"
            + (f" {fact.by} ({fact.act})" if fact.by else "")
            + (f": {fact.gist}" if fact.gist else ""),
            (fact,),
        )
        for fact in sorted(record.of(AccessionStep, state=state, alliance=alliance), key=lambda fact: fact.since.latest)
        if fact.since.earliest <= on
    ]
    return _sections((f"On {on}", [Line(verdict, facts)]), ("Spells", spells), ("Accession", steps))


def _pair(record: Record, one: str, other: str, on: date) -> tuple[Section, ...]:
    say = names_of(record).say
    duties = []
    for defender, defended in ((one, other), (other, one)):
        for treaty, article, truth in bonds(record, defender, defended):
            text = {SUPPORTED: "is bound to defend", CONFLICTING: "may be bound (sources disagree) to defend"}.get(truth.at(on))
            if text:
                duties.append(
                    Line(
                        f"{say(defender)} {text} {say(defended)} by article {article.number} of the {treaty.name}: {article.gist}",
                        (article,),
                    )
                )
    shared = [
        Line(f"{say(alliance)}, both since {max((fact.since for fact in facts), key=lambda since: since.latest)}", tuple(facts))
        for alliance in dict.fromkeys(fact.alliance for fact in record.of(Membership, state=one))
        if (facts := [f for s in (one, other) for f in _in_force(record.of(Membership, state=s, alliance=alliance), on) if not f.disputes])
        and len({f.state for f in facts}) == 2
    ]
    border = [Line(f"{length.km:,.10g} km ({name})", length.facts) for name, length in lengths(record, one, other, on).items()]
    return _sections(
        ("Alliances in common", shared),
        ("Who must defend whom", duties or [Line("no defence obligation between them is on record")]),
        ("Land border, by source", border),
    )
