"""How far a state has come on its way into an alliance, and how long others took."""

from __future__ import annotations

from datetime import date

from foedus.alliance import ever_members, member, members
from foedus.dates import BEGINNING, Moment
from foedus.fact import Fact
from foedus.facts import AccessionStep, Coverage, Membership
from foedus.posture import postures
from foedus.record import Record
from foedus.timeline import Evidence, Step, Timeline
from foedus.values import Value
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Count, Truth, Verdict, all_of, any_of, count, ever, presence

COMPLETED = ("applied", "invited", "protocol_signed", "acceded")
"""Stages that are events: once reached, they stay reached."""

CURRENT = ("aspirant", "ratifying", "suspended")
"""Stages in which a state is, until the next turn of its accession."""


def steps(record: Record, state: str, alliance: str) -> tuple[AccessionStep, ...]:
    """The recorded steps of an accession, by day (those whose day is open, by the last day possible)."""
    found = record.of(AccessionStep, state=state, alliance=alliance)
    return tuple(sorted(found, key=lambda step: (step.since.latest, step.since.earliest)))


def covered(record: Record, state: str, alliance: str) -> Coverage | None:
    """The coverage of a state's steps: declared for this accession, or for all accessions to the alliance."""
    return record.coverage("accessions", f"{state} {alliance}") or record.coverage("accessions", alliance)


def reached(record: Record, state: str, alliance: str, stage: str) -> Truth:
    """Whether the accession has reached a completed stage (``applied``, ``invited``, ``protocol_signed``, ``acceded``)."""
    if stage == "acceded":
        return ever(member(record, state, alliance))
    found = [step for step in steps(record, state, alliance) if step.stage == stage]
    return presence(found[:1], covered(record, state, alliance))


def dates(record: Record, state: str, alliance: str, stage: str, by: str = "") -> list[tuple[Moment, Fact]]:
    """Every recorded date of a stage that is an event, with its fact; of accession itself, those of the spells."""
    found: list[tuple[Moment, Fact]] = [
        (step.since, step) for step in steps(record, state, alliance) if step.stage == stage and (not by or step.by == by)
    ]
    if stage == "acceded" and not found:
        found = [(spell.since, spell) for spell in record.of(Membership, state=state, alliance=alliance)]
    return found


def current(record: Record, state: str, alliance: str, stage: str) -> Truth:
    """Whether the state is *in* a stage: an aspirant, being ratified, or suspended.

    A state is an aspirant from its first step on and while its accession proceeds, until it accedes or withdraws, and while its recorded stance
    is that it wishes to join; *ratifying* from the signature of the protocol until accession. Ends rest on the membership or withdrawal that made them.
    """
    opening = {"aspirant": ("aspirant", "applied", "invited"), "ratifying": ("protocol_signed",), "suspended": ("suspended",)}[stage]
    closing = ("withdrawn", "aspirant", "applied") if stage == "suspended" else ("withdrawn",)
    found = steps(record, state, alliance)
    if stage == "suspended" and not any(step.stage == "suspended" for step in found):
        # A pause is often only said; that none is on record does not mean that there was none.
        found = ()
    # A list of accessions says who has applied or been invited; who merely wishes to join it covers only where it says so of that state.
    coverage = covered(record, state, alliance) if stage == "ratifying" else record.coverage("accessions", f"{state} {alliance}")
    if (not found and stage == "suspended") or (stage == "aspirant" and not any(step.stage == "aspirant" for step in found)):
        coverage = None  # the list of steps begins with a formal one: who wished to join before that is not known
    marks: dict[date, tuple[Verdict, Evidence]] = {step.since: (step.value, step.evidence) for step in presence((), coverage).steps}
    for step in found:
        if step.stage in opening:
            if not step.since.exact and step.since.earliest not in marks:
                marks[step.since.earliest] = (NOT_ENOUGH_INFO, (step,))
            marks[step.since.latest] = (SUPPORTED, (step,))
        elif step.stage in closing:
            marks[step.since.latest] = (REFUTED, (step,))
        elif stage == "aspirant" and step.stage == "suspended":
            # Who puts a bid on hold may still wish to join.
            marks[step.since.latest] = (NOT_ENOUGH_INFO, (step,))
    timeline = Timeline.of(Step(day, value, why) for day, (value, why) in marks.items())
    if stage == "aspirant":
        # Who declares that it wishes to join is one as well, before any step; that it declares nothing says nothing.
        wishes = presence(postures(record, state, "aspires_to", alliance), None)
        timeline = any_of([timeline, wishes.map(lambda value: SUPPORTED if value is SUPPORTED else REFUTED)])
    for spell in record.of(Membership, state=state, alliance=alliance):
        joined: Truth = Timeline.of([Step(BEGINNING, REFUTED, (spell,))])
        timeline = joined.cut(spell.since.latest, timeline)
    return timeline


def ratified_by(record: Record, state: str, alliance: str, ally: str) -> Truth:
    """Whether *ally* has ratified: from its earliest recorded act on (see the explanation of depositary dates).

    A protocol that is in force has been accepted by all, so for an ally whose own act was not found it is supported from then on.
    That an ally has *not* ratified needs the coverage of this very accession, because for older ones few acts are recorded.
    """
    acts = [step for step in steps(record, state, alliance) if step.stage == "ratified_by" and step.by == ally]
    if ally in _members_at_signature(record, state, alliance):
        acts += [step for step in steps(record, state, alliance) if step.stage in ("protocol_in_force", "acceded")]
    return presence(acts, record.coverage("accessions", f"{state} {alliance}"))


def _members_at_signature(record: Record, state: str, alliance: str) -> frozenset[str]:
    for step in steps(record, state, alliance):
        if step.stage == "protocol_signed":
            return members(record, alliance).at(step.since.latest)
    return frozenset()


def ratifiers(record: Record, state: str, alliance: str, day: date | None = None) -> tuple[str, ...]:
    """The states that must ratify: the members of the alliance when the protocol was signed, and those that joined and ratified later.

    Of the latter, with a *day*, only those that were members by then.
    """
    first = _members_at_signature(record, state, alliance)
    later = {step.by for step in steps(record, state, alliance) if step.stage == "ratified_by"} - first
    if day is not None:
        later &= members(record, alliance).at(day)
    return tuple(sorted(first | later))


def ratification_count(record: Record, state: str, alliance: str) -> Timeline[Count]:
    """How many allies have ratified, day by day."""

    def build() -> Timeline[Count]:
        coverage = record.coverage("accessions", f"{state} {alliance}")
        allies = ratifiers(record, state, alliance)
        if not allies:
            return Timeline.constant(Count(0, 0) if coverage else Count(0, len(members(record, alliance).steps), NOT_ENOUGH_INFO))
        return count([ratified_by(record, state, alliance, ally) for ally in allies], (coverage,) if coverage else ())

    return record.once(("ratification_count", state, alliance), build)


def ratified_by_all(record: Record, state: str, alliance: str) -> Truth:
    """Whether every ally has ratified."""
    allies = ratifiers(record, state, alliance)
    if not allies:
        return Timeline.constant(NOT_ENOUGH_INFO)
    return all_of([ratified_by(record, state, alliance, ally) for ally in allies])


class Progress(Value):
    """An accession as it stands on a day."""

    state: str
    alliance: str
    on: date
    done: tuple[AccessionStep, ...]
    open_stages: tuple[str, ...]
    ratified: tuple[AccessionStep, ...]
    not_ratified: tuple[str, ...]
    undated: tuple[str, ...]
    """Allies whose ratification is recorded, but on no certain day by then."""
    days: int | None
    """Days from the signature of the protocol to accession, or to *on*."""
    median_days: float | None
    """The median of that length over earlier accessions to the alliance that were complete on *on*."""
    earlier: tuple[tuple[str, int], ...]


def progress(record: Record, state: str, alliance: str, day: date) -> Progress:
    """The steps done and open on *day*, who has ratified and who has not, and the days so far against earlier accessions."""
    from statistics import median  # a slow import, needed here alone

    found = steps(record, state, alliance)
    done = tuple(step for step in found if step.stage != "ratified_by" and step.since.latest <= day)
    stages = {step.stage for step in done}
    order = ("applied", "invited", "protocol_signed", "protocol_in_force", "acceded")
    last = max((index for index, stage in enumerate(order) if stage in stages), default=-1)
    first_act: dict[str, AccessionStep] = {}
    undated = []
    # Of an accession that is complete, silence about ratifications says that nobody wrote them down, not that nobody ratified.
    listed = any(step.stage == "ratified_by" for step in found) or (
        "acceded" not in stages and record.coverage("accessions", f"{state} {alliance}") is not None
    )
    allies = ratifiers(record, state, alliance, day) if "protocol_signed" in stages and listed else ()
    for ally in allies:
        truth = ratified_by(record, state, alliance, ally)
        acts = [step for step in found if step.stage == "ratified_by" and step.by == ally and step.since.latest <= day]
        if acts:
            first_act[ally] = acts[0]
        elif truth.at(day) is not REFUTED and any(step.by == ally and step.stage == "ratified_by" for step in found):
            undated.append(ally)
    length = _length(record, state, alliance, day)
    earlier = tuple(
        (other, days)
        for other in ever_members(record, alliance)
        if other != state and (days := _completed_length(record, other, alliance, day)) is not None
    )
    return Progress(
        state, alliance, day, done, tuple(stage for stage in order[last + 1 :]),
        tuple(sorted(first_act.values(), key=lambda step: (step.since.latest, step.by))),
        tuple(ally for ally in allies if ally not in first_act and ally not in undated), tuple(undated), length,
        median(days for _, days in earlier) if earlier else None, earlier,
    )  # fmt: skip


def _length(record: Record, state: str, alliance: str, day: date) -> int | None:
    signed = next((step for step in steps(record, state, alliance) if step.stage == "protocol_signed"), None)
    if signed is None or signed.since.latest > day:
        return None
    spells = [spell.since.latest for spell in record.of(Membership, state=state, alliance=alliance) if not spell.disputes]
    return (min([day, *spells]) - signed.since.latest).days


def _completed_length(record: Record, state: str, alliance: str, day: date) -> int | None:
    spells = [spell.since.latest for spell in record.of(Membership, state=state, alliance=alliance) if not spell.disputes]
    return _length(record, state, alliance, day) if spells and spells[0] <= day else None
