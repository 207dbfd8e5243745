"""How far the record agrees with independent data sets: ``make verify-record``.

    FOEDUS_DATA_MIRROR=../shared/data python benchmarks/record/verify.py           print the table
    FOEDUS_DATA_MIRROR=../shared/data python benchmarks/record/verify.py --write   and write docs/explanation/how-good-is-the-record.md

Each comparison takes every fact that a data set and the record can both be asked for, and counts those that agree, those that differ for a reason that is
written down, one reason a fact, in ``differences.csv`` beside this file, those that differ without one, and those that the record lacks. Two days agree
where one lies within the other's bounds. A data set from which the record was itself taken is a check of transcription, and is called one.
"""

from __future__ import annotations

import csv
import os
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from foedus.border import lengths
from foedus.crosswalk import state_of
from foedus.dates import END, Moment, parse_moment
from foedus.errors import BadDate
from foedus.fact import Fact
from foedus.facts import AccessionStep, Article, BorderLength, Measure, Membership, Office, SeaNeighbours, State, Treaty
from foedus.language.names import unaccented
from foedus.record import Record, load

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "explanation" / "how-good-is-the-record.md"
DAY = timedelta(days=1)


class Compared(NamedTuple):
    """One fact of a data set beside the record's: *record* is empty where the record has none."""

    subject: str
    record: str
    other: str
    agrees: bool


class Comparison(NamedTuple):
    """A comparison: the data set, what is compared, and whether it is a check of transcription only."""

    set: str
    what: str
    run: Callable[[Record, Path], Iterator[Compared]]
    transcription: bool = False


def table(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a CSV file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def within(moment: Moment, day: date) -> bool:
    """Whether a day lies within a moment's bounds."""
    return moment.earliest <= day <= moment.latest


# --- states ------------------------------------------------------------------------------------------------------------


class Spell(NamedTuple):
    """An unbroken spell of independence, and the record's lines that make it."""

    since: Moment
    until: Moment
    facts: tuple[State, ...]


def spells_of(record: Record, system: str) -> dict[str, list[Spell]]:
    """The record's spells of independence by a system's number: lines of one number that follow each other are one."""
    numbers: dict[str, list[State]] = {}
    for state in record.of(State):
        if getattr(state, system):
            numbers.setdefault(getattr(state, system), []).append(state)
    found: dict[str, list[Spell]] = {}
    for number, states in numbers.items():
        spells: list[Spell] = []
        for state in sorted(states, key=lambda state: state.since.latest):
            if spells and spells[-1].until.latest >= state.since.earliest:
                spells[-1] = Spell(spells[-1].since, state.until, (*spells[-1].facts, state))
            else:
                spells.append(Spell(state.since, state.until, (state,)))
        found[number] = spells
    return found


def states(
    record: Record, system: str, listed: Iterable[tuple[str, str, date, date]], censored: Callable[[date], bool]
) -> Iterator[Compared]:
    """Two facts a spell: its first day, and (unless the list is censored there) its last."""
    spells, numbers = spells_of(record, system), Counter[str]()
    own = {"cow": "cow-", "gw": "gleditsch-"}[system]
    for number, abbreviation, first, last in listed:
        numbers[number] += 1
        subject = f"{number} {abbreviation} spell {numbers[number]}"
        near = [spell for spell in spells.get(number, ()) if spell.since.earliest <= last and spell.until.latest > first]
        if not near:
            yield Compared(f"{subject} start", "", str(first), False)
            continue
        spell = max(near, key=lambda spell: min(spell.until.latest, last + DAY) - max(spell.since.earliest, first))
        if all(_from(fact, own) for fact in spell.facts):
            continue
        at_start = first == date(1816, 1, 1) and spell.since.earliest <= first
        yield Compared(f"{subject} start", str(spell.since), str(first), at_start or within(spell.since, first))
        if not censored(last):
            yield Compared(f"{subject} end", str(spell.until), str(last), within(spell.until, last) or within(spell.until, last + DAY))


def cow_states(record: Record, data: Path) -> Iterator[Compared]:
    rows = table(data / "states/cow_states2016.csv")
    listed = (
        (row["ccode"], row["stateabb"], date(*(int(row[f"st{part}"]) for part in ("year", "month", "day"))), date(*(int(row[f"end{part}"]) for part in ("year", "month", "day"))))
        for row in rows
    )  # fmt: skip
    return states(record, "cow", listed, lambda last: last == date(2016, 12, 31))


def gw_states(record: Record, data: Path) -> Iterator[Compared]:
    rows = table(data / "states/gw_system_isard.csv")
    listed = ((row["gwcode"], row["gw_abb"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) for row in rows)
    return states(record, "gw", listed, lambda last: last == date(2020, 12, 31))


# --- treaties ----------------------------------------------------------------------------------------------------------

_OBLIGATIONS = {"defense": "defense", "offense": "offense", "neutral": "neutrality", "nonagg": "nonaggression", "consul": "consultation"}


def _atop_day(row: dict[str, str], part: str) -> Moment | None:
    year, month, day = (int(row[f"{name}{part}"] or 0) for name in ("yr", "mo", "day"))
    if year <= 0:
        return None
    text = f"{year:04d}" + (f"-{month:02d}" + (f"-{day:02d}" if 1 <= day <= 31 else "") if 1 <= month <= 12 else "")
    try:
        return parse_moment(text)
    except BadDate:
        return parse_moment(f"{year:04d}")


def _treaties_by_number(record: Record) -> dict[str, list[Treaty]]:
    found: dict[str, list[Treaty]] = {}
    for treaty in record.of(Treaty):
        for number in treaty.atop.split():
            found.setdefault(number, []).append(treaty)
    return found


def atop_parties(record: Record, data: Path) -> Iterator[Compared]:
    """Three facts a spell of a member: that it is a party, its first day (of signature or entry), and its last."""
    treaties = _treaties_by_number(record)
    spells: dict[tuple[str, str], list[tuple[Moment, Moment | None]]] = {}
    for row in table(data / "atop/atop4_01_member_level.csv"):
        if row["atopid"] in treaties:
            since, until = _atop_day(row, "ent"), _atop_day(row, "exit")
            assert since is not None
            found = state_of(record, "cow", row["member"], since.earliest)
            known = spells.setdefault((row["atopid"], found.id if found else row["member"]), [])
            if known and known[-1][1] and known[-1][1].latest >= since.earliest:
                known[-1] = (known[-1][0], until)  # the next phase of the same spell
            else:
                known.append((since, until))
    for (number, state), listed in spells.items():
        bonds = [treaty.bond for treaty in treaties[number]]
        facts = [fact for bond in bonds for fact in record.of(Membership, state=state, alliance=bond)]
        if facts and all(_from(fact, "atop-") for fact in facts):
            continue  # what the record has from the set itself cannot agree with it
        for place, (since, until) in enumerate(listed, 1):
            subject = f"{number} {state}" + (f" spell {place}" if len(listed) > 1 else "")
            yield Compared(f"{subject} party", state if facts else "", state, bool(facts))
            if not facts:
                continue
            days = [(fact.since, "in force") for fact in facts]
            days += [
                (parse_moment(day), name) for fact in facts for name, day in (("signed", fact.signed), ("deposited", fact.deposited)) if day
            ]
            days += [(treaty.signed, "treaty signed") for treaty in treaties[number]]
            yield Compared(
                f"{subject} start",
                "; ".join(f"{name} {day}" for day, name in days[:3]),
                str(since),
                any(_overlap(day, since) for day, _ in days),
            )
            ends = [fact.until for fact in facts]
            if until is None:
                yield Compared(
                    f"{subject} end",
                    str(max(ends)),
                    "in force at the end of the data",
                    any(end.latest > date(2016, 12, 31) for end in ends),
                )
            else:
                yield Compared(
                    f"{subject} end",
                    "; ".join(map(str, ends)),
                    str(until),
                    any(_overlap(end, until) or _overlap(end, _next(until)) for end in ends),
                )


def atop_obligations(record: Record, data: Path) -> Iterator[Compared]:
    """Five facts a treaty: whether it holds each of the obligations that the data code."""
    treaties = _treaties_by_number(record)
    for row in table(data / "atop/atop4_01_alliance_level.csv"):
        own = treaties.get(row["atopid"])
        if not own or (contents := {article.content for treaty in own for article in record.of(Article, treaty=treaty.id)}) <= {"organs"}:
            continue
        for column, content in _OBLIGATIONS.items():
            lines = [article for treaty in own for article in record.of(Article, treaty=treaty.id, content=content)]
            if lines and all(_from(line, "atop-") for line in lines):
                continue
            has, codes = content in contents, row[column] == "1"
            yield Compared(f"{row['atopid']} {content}", "yes" if has else "no", "yes" if codes else "no", has == codes)


def _from(fact: Fact, set: str) -> bool:
    """Whether the record has a fact from the data set itself, and from nobody else: then it cannot agree with it."""
    return all(citation.source.startswith(set) for citation in fact.citations)


def _overlap(one: Moment, other: Moment) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _next(moment: Moment) -> Moment:
    return moment if moment.latest == END else Moment(moment.earliest + DAY, moment.latest + DAY, moment.text)


def _ids(record: Record) -> dict[str, str]:
    """States and alliances by every name that stands for one of them alone."""
    found: dict[str, set[str]] = {}
    for name in record.lexicon.names:
        if name.type in ("state", "alliance"):
            found.setdefault(name.name, set()).add(name.id)
    for state in record.of(State):
        found[state.name] = {state.id}
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1} | {"Slovak Republic": "SVK", "NATO Total": "NATO"}


def nato_entries(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a member: the day on which it became a party to the North Atlantic Treaty."""
    ids = _ids(record)
    for row in table(data / "nato/accession_dates.csv"):
        spells = record.of(Membership, state=ids[row["state"]], alliance="NATO")
        day = parse_moment(row["party_since"])
        yield Compared(
            row["state"], "; ".join(str(fact.since) for fact in spells), str(day), any(_overlap(fact.since, day) for fact in spells)
        )


def nato_ratifications(record: Record, data: Path) -> Iterator[Compared]:
    """One fact an ally and protocol: a day on which the ally accepted it, by any of its acts."""
    ids = _ids(record)
    for row in table(data / "nato/accession_protocol_ratifications.csv"):
        if not row["date"]:
            continue
        day, by = parse_moment(row["date"]), ids[row["ally"]]
        joiner = ids.get(row["acceding_state"])
        steps = [
            s
            for s in record.of(AccessionStep, alliance="NATO", stage="ratified_by")
            if s.by == by and (s.state == joiner if joiner else s.since.earliest.year in (2003, 2004))
        ]
        yield Compared(
            f"{row['acceding_state']} {row['ally']}", "; ".join(sorted({str(step.since) for step in steps})), str(day), any(_overlap(step.since, day) for step in steps)
        )  # fmt: skip


# --- borders -----------------------------------------------------------------------------------------------------------


_CONTIGUOUS_ON = date(2016, 12, 1)


def _contiguous(record: Record, data: Path, *types: str) -> Iterator[tuple[list[str], str]]:
    """The pairs of states with contiguity of these types in the COW data in 2016, with the type; an id is missing where the record knows no such state."""
    for row in table(data / "cow/contdir_v3.2.csv"):
        if row["conttype"] in types and row["end"] == "201612":
            found = [state_of(record, "cow", number, _CONTIGUOUS_ON) for number in (row["statelno"], row["statehno"])]
            yield sorted(state.id for state in found if state), row["conttype"]


def neighbours(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a pair and spell that share a land border in the COW data in 2016: that the record has them as neighbours then."""
    for pair, _ in _contiguous(record, data, "1"):
        lines = record.of(BorderLength, a=pair[0], b=pair[1]) if len(pair) == 2 else ()
        facts = [fact for fact in lines if fact.since.latest <= _CONTIGUOUS_ON < fact.until.earliest]
        yield Compared(" ".join(pair), "neighbours" if facts else "", "neighbours", bool(facts))


def sea_neighbours(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a pair whose coasts come within 24 miles in the COW data (types 2 and 3) in 2016."""
    for pair, type_ in _contiguous(record, data, "2", "3"):
        facts = record.of(SeaNeighbours, a=pair[0], b=pair[1]) if len(pair) == 2 else ()
        yield Compared(" ".join(pair), f"{facts[0].km:.0f} km" if facts else "", f"type {type_}", bool(facts))


def computed_lengths(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a border: that the nearest length of today's sources is within a fifth of the one computed from geometry.

    A map at 1:10,000,000 draws rivers straighter than they are, so all computed lengths are first scaled by the median of what they fall short.
    """
    pairs = []
    for computed in record.of(BorderLength, basis="computed", view=""):
        published = [length.km for length in lengths(record, computed.a, computed.b, computed.known).values()]
        if published and computed.citations[0].source.startswith("natural-earth"):
            pairs.append((computed, published))
    scale = statistics.median(statistics.median(published) / computed.km for computed, published in pairs)
    for computed, published in pairs:
        expected = computed.km * scale
        km = min(published, key=lambda km: abs(km - expected))
        yield Compared(
            f"{computed.a} {computed.b}",
            f"{km:.0f} km",
            f"{expected:.0f} km ({computed.km:.0f} on the map)",
            abs(km - expected) <= max(km / 5, 5),
        )


# --- offices -----------------------------------------------------------------------------------------------------------


def folded(name: str) -> set[str]:
    """The words of a name, as they sound whatever the transliteration; two names agree where they share one of three letters or more."""
    plain = unaccented(name.replace("ə", "a"))
    return {_sound(word) for word in re.findall(r"[a-z]+", plain.lower().replace("'", "")) if len(word) > 2}


def _sound(word: str) -> str:
    for written, plain in (("zh", "j"), ("kh", "h"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("yy", "y"), ("iy", "y"), ("ii", "y"), ("ou", "u"), ("w", "v"), ("ph", "f"), ("y", "i"), ("j", "i"), ("ck", "k"), ("q", "k"), ("aa", "a"), ("oe", "o"), ("ae", "a"), ("ue", "u")):  # fmt: skip
        word = word.replace(written, plain)
    return re.sub(r"(.)\1", r"\1", word)


def archigos(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a state and year since 1950, on 1 January: that the effective leader held an office of the state, where its offices are covered that day."""
    holders: dict[str, list[Office]] = {}
    for office in record.of(Office):
        holders.setdefault(office.of, []).append(office)
    seen = set()
    for row in table(data / "leaders/archigos_v4.1_spells.csv"):
        first, last = date.fromisoformat(row["startdate"]), date.fromisoformat(row["enddate"])
        for year in range(max(1950, first.year), last.year + 1):
            day = date(year, 1, 1)
            state = state_of(record, "gw", row["gwcode"], day)
            if state is None or not first <= day < last or (state.id, year) in seen:
                continue
            here = [
                office
                for office in holders.get(state.id, ())
                if office.since.earliest <= day < office.until.latest and office.role in _LEADING
            ]
            if not here or not _covered(record, state.id, day):
                continue
            seen.add((state.id, year))
            holders_of_the_name = [office for office in here if folded(row["leader"]) & folded(office.person)]
            if holders_of_the_name and all(_from(office, "archigos-") for office in holders_of_the_name):
                continue
            same = bool(holders_of_the_name)
            yield Compared(f"{state.id} {day}", ", ".join(sorted({office.person for office in here})), row["leader"], same)


_LEADING = ("president", "prime minister", "chancellor", "monarch", "general secretary", "supreme leader")


def _covered(record: Record, state: str, day: date) -> bool:
    found = [record.coverage("offices", f"{role} of {state}") for role in _LEADING]
    return any(coverage and coverage.since.earliest <= day <= coverage.through for coverage in found)


def nato_offices(record: Record, data: Path) -> Iterator[Compared]:
    """Two facts a holder: that he held the office, and from which day."""
    roles = {"SACEUR": "supreme allied commander", "Secretary General": "secretary general"}
    for row in table(data / "nato/nato_office_holders.csv"):
        role = next((value for key, value in roles.items() if key in row["office"]), None)
        if role is None or not row["start"]:
            continue
        same = [office for office in record.of(Office, role=role, of="NATO") if folded(office.person) & folded(row["holder"])]
        yield Compared(f"{row['office']} {row['holder']}", same[0].person if same else "", row["holder"], bool(same))
        if same:
            start = parse_moment(row["start"])
            yield Compared(
                f"{row['office']} {row['holder']} start",
                "; ".join(str(o.since) for o in same),
                row["start"],
                any(_overlap(o.since, start) for o in same),
            )


def world_leaders(record: Record, data: Path) -> Iterator[Compared]:
    """Two facts a holder in office about 2022 whose state's office the record covers: that he held one, and the year in which he began."""
    ids = {state.name: state.id for state in record.of(State)} | {
        name.name: name.id for name in record.lexicon.names if name.type == "state"
    }
    for row in table(data / "leaders/world_leaders_wikidata_2022-10.csv"):
        state = ids.get(row["country"].removeprefix("Republic of ").removeprefix("the "), "")
        if not state or not row["start_year"] or not _covered(record, state, date(2022, 6, 1)):
            continue
        year = int(row["start_year"])
        here = [o for o in record.of(Office, of=state) if o.role in _LEADING and o.until.latest > date(2020, 1, 1)]
        same = [office for office in here if folded(office.person) & folded(row["officeholderLabel"])]
        who = f"{state} {row['officeholderLabel']}"
        yield Compared(who, same[0].person if same else "", row["positionLabel"], bool(same))
        if same:
            yield Compared(
                f"{who} start",
                "; ".join(str(o.since) for o in same),
                str(year),
                any(o.since.earliest.year <= year <= o.since.latest.year for o in same),
            )


# --- expenditure -------------------------------------------------------------------------------------------------------

_SERIES = {
    "TABLE3": ("military-expenditure-share", "Share of real GDP (%)"),
    "TABLE2": ("military-expenditure", "Current prices and exchange rates"),
    "TABLE7": ("military-personnel", ""),
}


def expenditure(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a state, year and series of NATO's tables of June 2024."""
    names = _ids(record)
    for row in table(data / "nato/nato_defence_expenditure_2014_2024_long.csv"):
        series, measure = _SERIES.get(row["sheet"], ("", ""))
        state = names.get(row["country"].rstrip("*"))
        if not series or row["measure"] != measure or state is None or not row["value"]:
            continue
        value = float(row["value"]) * (1000 if series == "military-personnel" else 1)
        found = [
            fact.value
            for fact in record.of(Measure, series=series, state=state, year=int(row["year"]))
            if fact.citations[0].source == "nato-2024-defence-expenditure"
        ]
        close = [one for one in found if abs(one - value) <= (0.00501 if series.endswith("share") else 0.501)]
        yield Compared(f"{series} {state} {row['year']}", f"{found[0]:g}" if found else "", f"{value:g}", bool(close))


def expenditure_elsewhere(record: Record, data: Path) -> Iterator[Compared]:
    """One fact a state and year that the CIA's Factbook and NATO's tables both give: shares of GDP within half a percentage point."""
    shares: dict[tuple[str, int], dict[str, list[float]]] = {}
    for fact in record.of(Measure, series="military-expenditure-share"):
        publisher = (
            "NATO" if fact.citations[0].source.startswith("nato-2024-") else "CIA" if fact.citations[0].source.startswith("cia-") else ""
        )
        shares.setdefault((fact.state, fact.year), {}).setdefault(publisher, []).append(fact.value)
    for (state, year), by in sorted(shares.items()):
        if "NATO" in by and "CIA" in by:
            gap = min(abs(one - other) for one in by["NATO"] for other in by["CIA"])
            yield Compared(
                f"{state} {year}", "NATO " + ", ".join(map(str, by["NATO"])), "CIA " + ", ".join(map(str, by["CIA"])), gap <= 0.5
            )


COMPARISONS = (
    Comparison("cow-states", "spells of states: first and last days, Correlates of War v2016", cow_states),
    Comparison("gw-states", "spells of states: first and last days, Gleditsch and Ward", gw_states),
    Comparison("atop-parties", "parties to treaties, their first and last days, ATOP 4.01", atop_parties),
    Comparison("atop-obligations", "what treaties oblige to, ATOP 4.01", atop_obligations),
    Comparison("nato-entries", "days on which NATO's members became parties, compiled list", nato_entries, transcription=True),
    Comparison(
        "nato-ratifications", "days on which allies accepted protocols of accession, compiled list", nato_ratifications, transcription=True
    ),
    Comparison("cow-contiguity", "pairs with a land border in 2016, COW Direct Contiguity 3.2", neighbours),
    Comparison("cow-contiguity-sea", "pairs within 24 miles by sea in 2016, COW Direct Contiguity 3.2", sea_neighbours),
    Comparison(
        "natural-earth",
        "published lengths against those computed from Natural Earth's geometry and scaled by the median shortfall, within a fifth",
        computed_lengths,
    ),
    Comparison("archigos", "who led a state on each 1 January since 1950, Archigos 4.1", archigos),
    Comparison("nato-offices", "secretaries general and SACEURs, compiled lists", nato_offices),
    Comparison("world-leaders", "heads of state and government of 2022, another snapshot of Wikidata", world_leaders, transcription=True),
    Comparison("cia-nato-expenditure", "shares of GDP by the CIA against NATO's, within half a point", expenditure_elsewhere),
    Comparison("nato-expenditure", "NATO's tables of June 2024", expenditure, transcription=True),
)


def reasons() -> dict[tuple[str, str], str]:
    """The written reasons, by comparison and subject."""
    path = HERE / "differences.csv"
    return {(row["set"], row["subject"]): row["reason"] for row in table(path)} if path.exists() else {}


class Outcome(NamedTuple):
    """A comparison, counted."""

    comparison: Comparison
    compared: int
    agreeing: int
    explained: list[tuple[Compared, str]]
    unexplained: list[Compared]
    missing: list[Compared]


def run(record: Record, data: Path) -> list[Outcome]:
    written, outcomes = reasons(), []
    for comparison in COMPARISONS:
        found = list(comparison.run(record, data))
        explained, unexplained, missing = [], [], []
        for one in found:
            reason = written.get((comparison.set, one.subject))
            if one.agrees:
                continue
            if reason:
                explained.append((one, reason))
            else:
                (unexplained if one.record else missing).append(one)
        outcomes.append(Outcome(comparison, len(found), sum(one.agrees for one in found), explained, unexplained, missing))
    return outcomes


def page(record: Record, outcomes: list[Outcome]) -> str:
    lines = [
        "<!-- Generated by benchmarks/record/verify.py: run `make verify-record`. -->\n",
        "# How good is the record\n",
        "Every fact of the record cites a source. Here it is held against data sets that were made by others, fact by fact. *Explained* are differences for which a "
        "reason is written down, one for each fact, in `benchmarks/record/differences.csv`: another rule of counting, a day of signature against a day of entry into "
        "force, a slip in the other set. *Unexplained* and *missing* are open work, listed in full below.\n",
        "| what | facts compared | agreeing | explained | unexplained | missing | agree or explained |",
        "|---|---|---|---|---|---|---|",
    ]
    for part, title in ((False, None), (True, "check of transcription")):
        for outcome in outcomes:
            if outcome.comparison.transcription == part:
                lines.append(_row(outcome.comparison.what + (f" ({title})" if title else ""), [outcome]))
    lines.append(_row("**all but checks of transcription**", [outcome for outcome in outcomes if not outcome.comparison.transcription]))
    lines.append("\n## What is in it\n\n| list | facts |\n|---|---|")
    from foedus.facts import KINDS

    counts = [(kind.list_name, len(record.of(kind))) for kind in KINDS]
    lines += [f"| {name} | {count:,} |" for name, count in counts]
    total = sum(count for _, count in counts)
    bulk = sum(count for name, count in counts if name in ("series", "borders", "sea neighbours"))
    lines.append(
        f"| **all** | **{total:,}**, of them {total - bulk:,} outside series, borders and sea neighbours; {len(record.sources):,} sources |"
    )
    for title, get in (("Unexplained", lambda o: o.unexplained), ("Missing from the record", lambda o: o.missing)):
        lines.append(f"\n## {title}\n")
        some = False
        for outcome in outcomes:
            for one in get(outcome):
                some = True
                lines.append(
                    f"- {outcome.comparison.set}, {one.subject}: "
                    + (f"the record has {one.record}, " if one.record else "")
                    + f"the set {one.other}"
                )
        if not some:
            lines.append("Nothing.")
    lines.append("\n## Explained differences\n")
    for outcome in outcomes:
        if outcome.explained:
            lines += [
                f"### {outcome.comparison.what}\n",
                *(f"- {one.subject}: {one.record or 'nothing'} against {one.other}. {reason}" for one, reason in outcome.explained),
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


def _row(what: str, outcomes: list[Outcome]) -> str:
    compared, agreeing = sum(o.compared for o in outcomes), sum(o.agreeing for o in outcomes)
    explained, unexplained, missing = (
        sum(len(part(o)) for o in outcomes) for part in (lambda o: o.explained, lambda o: o.unexplained, lambda o: o.missing)
    )
    share = f"{(agreeing + explained) / compared:.1%}" if compared else "–"
    return f"| {what} | {compared:,} | {agreeing:,} | {explained:,} | {unexplained:,} | {missing:,} | {share} |"


def main() -> int:
    mirror = os.environ.get("FOEDUS_DATA_MIRROR")
    if not mirror:
        print("FOEDUS_DATA_MIRROR must name the folder of the data sets (cow/, atop/, leaders/, …)")
        return 2
    record = load()
    outcomes = run(record, Path(mirror))
    text = page(record, outcomes)
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    print(text.partition("\n## What is in it")[0].partition("below.\n\n")[2])
    return 0


if __name__ == "__main__":
    sys.exit(main())
