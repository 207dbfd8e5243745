"""The archive: the same on SQLite and on a real PostgreSQL; what changed is judged again, and nothing else; what was killed goes on."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from foedus.alliance import member, members
from foedus.archive import listing
from foedus.archive.adding import Added, Days, add, adding
from foedus.archive.index import words_of
from foedus.archive.judged import read
from foedus.archive.listing import naming, stale, status
from foedus.archive.store import Archive
from foedus.archive.tables import claims, findings, pages
from foedus.archive.trace import Traced
from foedus.archive.updating import Update, update
from foedus.dates import NEVER, on
from foedus.errors import BadDate, BadInput
from foedus.fact import Fact
from foedus.facts import KINDS, Membership, State, Statement
from foedus.reading.page import Page, Passed
from foedus.record import Layer, Record
from foedus.scale.place import Place
from tests.databases import new_database, postgresql, programs
from tests.helpers import ROOT, edition, foedus
from tests.test_golden_claims import EXAMPLES

THEN, TODAY = date(2022, 6, 1), date(2026, 11, 24)
NUMBER = itertools.count()

NATO = Page("https://example.org/nato", "NATO has 30 members. Ireland is not a member of NATO.", date(2022, 5, 13))
PACT = Page("https://example.org/pact", "Poland joined the Warsaw Pact in 1955.", date(2022, 5, 13))
BOTH = [NATO, PACT]
REPORT, SPEAKER = (
    "Dmitry Peskov told reporters on Thursday that a larger NATO would not make Europe safer, Interfax reported.",
    "Dmitry Peskov",
)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgresql() as address:
        yield address


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(programs() is None, reason="no PostgreSQL server is installed"))]
)
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes the place of a new archive."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{next(NUMBER)}.sqlite")
    address = request.getfixturevalue("server")
    return lambda: new_database(address, f"archive{os.getpid()}_{next(NUMBER)}")


def filled(place: str, found: list[Page], record: Record, today: date) -> Archive:
    archive = Archive(place, made=True)
    update(archive, record, today)
    list(add(archive, found, record, today))
    return archive


def kept(archive: Archive) -> list[dict[str, Any]]:
    """All that an archive has judged, but for when it noticed it and the numbers that it gives."""
    joined = findings.join(pages).join(claims)
    with archive.engine.connect() as connection:
        found = connection.execute(
            select(findings, pages.c.address, claims.c.kind, claims.c.args).select_from(joined).order_by(pages.c.address, findings.c.n)
        )
        return [
            {name: value for name, value in row.items() if name not in ("page_id", "claim_id", "noticed")}  # type: ignore[comparison-overlap, unused-ignore]
            for row in found.mappings()
        ]


def with_facts(record: Record, *facts: Fact, instead_of: dict[Fact, Fact | None] | None = None) -> Record:
    """A record in which facts were added, corrected or retracted."""
    return record.overlay(Layer("journal", lambda kind: tuple(fact for fact in facts if type(fact) is kind), instead_of or {}))


def spell(state: str, alliance: str, day: date) -> Membership:
    pattern = edition().of(Membership, state="FIN", alliance="NATO")[0]
    return pattern.but(state=state, alliance=alliance, since=on(day), until=NEVER, known=day, signed="", ratified="", deposited="")


# --- pages ----------------------------------------------------------------------------------------------------------------------------


def test_a_page_is_kept_with_its_findings(make: Callable[[], str]) -> None:
    with filled(make(), [NATO], edition(), THEN) as archive:
        assert [(row["quote"], row["on_publication"]) for row in kept(archive)] == [
            ("NATO has 30 members", "supported"),
            ("Ireland is not a member of NATO", "supported"),
        ]


def test_the_same_page_twice_is_one_page(make: Callable[[], str]) -> None:
    with filled(make(), [NATO, NATO], edition(), THEN) as archive:
        assert list(add(archive, [NATO], edition(), THEN)) == [Added(NATO.name, "unchanged")]
        assert (status(archive).pages, status(archive).findings) == (1, 2)


def many(count: int) -> list[Page]:
    """Pages of many addresses; some addresses come again, with the same text or another."""
    return [SENTENCES[number % len(SENTENCES)].but(name=f"https://example.org/{number % (count * 2 // 3)}") for number in range(count)]


def test_several_processes_keep_what_one_keeps(make: Callable[[], str]) -> None:
    told = []
    with Archive(make(), made=True) as one, Archive(make(), made=True) as other:
        for archive, jobs in ((one, 1), (other, 3)):
            update(archive, edition(), TODAY)
            for _ in range(2):
                with adding(archive, many(300), edition(), Days(TODAY), Place(str(ROOT / "record")), jobs) as found:
                    told.append(list(found))
        assert told[:2] == told[2:]
        assert {added.what for added in told[0]} == {"added", "replaced"}
        assert kept(one) == kept(other)
        assert status(one)._replace(place="") == status(other)._replace(place="")


def test_what_is_kept_is_not_read_again(make: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        monkeypatch.setattr("foedus.archive.adding.read", None)
        assert [added.what for added in add(archive, BOTH, edition(), THEN)] == ["unchanged"] * len(BOTH)


def test_a_page_that_goes_back_to_its_old_text_is_read_again(make: Callable[[], str]) -> None:
    with filled(make(), [NATO], edition(), THEN) as archive:
        found = list(add(archive, [NATO.but(text="NATO has 30 members."), NATO], edition(), THEN))
        assert [(added.what, added.findings) for added in found] == [("replaced", 1), ("replaced", 2)]


def test_a_new_text_of_an_address_replaces_the_old(make: Callable[[], str]) -> None:
    with filled(make(), [NATO], edition(), THEN) as archive:
        (added,) = add(archive, [NATO.but(text="NATO has 30 members.")], edition(), THEN)
        assert (added.what, status(archive).pages, [row["quote"] for row in kept(archive)]) == ("replaced", 1, ["NATO has 30 members"])


def test_a_file_is_one_page_from_wherever_it_is_named(tmp_path: Path) -> None:
    place = str(tmp_path / "a.sqlite")
    (tmp_path / "page.md").write_text("Published: 2022-05-13\n\nNATO has 30 members.\n")
    foedus("archive", "add", "page.md", "--archive", place, cwd=tmp_path)
    done = foedus("archive", "add", str(tmp_path / "page.md"), "--archive", place)
    assert done.stdout == "1 unchanged; 0 claims found\n"


def test_a_page_without_a_date_is_passed_over_and_named(make: Callable[[], str]) -> None:
    with filled(make(), [], edition(), THEN) as archive:
        found = list(add(archive, [NATO.but(published=None), Passed("x", "x is no page"), PACT], edition(), THEN))
        assert [one.what for one in found] == ["passed", "passed", "added"]
        assert found[0].reason == f"{NATO.name} bears no date of publication that can be read: give it with --published YYYY-MM-DD"


# --- what went stale ------------------------------------------------------------------------------------------------------------------


def test_a_day_that_passes_makes_sentences_stale(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        assert list(stale(archive, edition())) == []
        update(archive, edition(), TODAY)
        (found,) = stale(archive, edition())
        assert (found.page, found.finding.quote, found.finding.correction) == (NATO.name, "NATO has 30 members", "NATO has 32 members")
        assert (found.finding.stale_since, found.noticed, found.new) == (date(2023, 4, 4), TODAY, True)


def test_a_new_fact_makes_sentences_stale(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), TODAY) as archive:
        record = with_facts(edition(), spell("IRL", "NATO", date(2026, 11, 1)))
        done = update(archive, record, TODAY)
        assert naming(archive, done.run) == [NATO.name]
        assert [one.finding.quote for one in stale(archive, record) if one.new] == ["Ireland is not a member of NATO"]
        assert [one.finding.correction for one in stale(archive, record)] == ["NATO has 33 members", "Ireland is a member of NATO"]


def test_a_corrected_fact_shows_a_sentence_to_be_wrong(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        (spain,) = edition().of(Membership, state="ESP", alliance="NATO")
        record = with_facts(edition(), instead_of={spain: None})
        done = update(archive, record, THEN)
        (found,) = stale(archive, record)
        assert (str(found.finding.on_publication), found.finding.stale_since, found.noticed) == ("refuted", None, THEN)
        assert naming(archive, done.run) == [NATO.name]


def test_only_what_a_fact_concerns_is_judged_again(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        done = update(archive, with_facts(edition(), spell("IRL", "CSTO", THEN)), THEN)
        assert (done.new, done.claims, done.findings) == (True, 0, 0)


def test_both_claims_that_a_fact_concerns_are_judged_again(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        done = update(archive, with_facts(edition(), spell("IRL", "NATO", THEN)), THEN)
        assert (done.claims, done.findings) == (2, 2)


def test_nothing_new_is_no_new_run(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), THEN) as archive:
        assert update(archive, edition(), THEN) == Update(1, False)


def test_since_leaves_out_what_was_stale_before(make: Callable[[], str]) -> None:
    with filled(make(), BOTH, edition(), date(2024, 6, 1)) as archive:
        assert len(list(stale(archive, edition()))) == 1
        assert list(stale(archive, edition(), date(2023, 4, 5))) == []
        assert len(list(stale(archive, edition(), date(2023, 4, 4)))) == 1


def test_a_name_that_is_new_is_found_in_pages_that_are_kept(make: Callable[[], str], tmp_path: Path) -> None:
    from foedus.record import load

    page = Page("https://example.org/gotham", "Gotham is a member of NATO.", date(2022, 5, 13))
    folder = tmp_path / "record"
    subprocess.run(["cp", "-r", str(ROOT / "record"), str(folder)], check=True)
    with filled(make(), [page, PACT], load(folder, cache=False), TODAY) as archive:
        assert not [row for row in kept(archive) if row["address"] == page.name]
        with (folder / "names.csv").open("a") as file:
            header = (folder / "names.csv").read_text().partition("\n")[0].split(",")
            line = {"name": "Gotham", "type": "state", "id": "FIN", "use": "alias"}
            file.write(",".join(line.get(column, "") for column in header) + "\n")
        done = update(archive, load(folder, cache=False), TODAY)
        assert (done.pages, [row["quote"] for row in kept(archive) if row["address"] == page.name]) == (1, ["Gotham is a member of NATO"])


def test_a_page_whose_reading_rests_on_a_fact_is_read_again(make: Callable[[], str]) -> None:
    page = next(page for page in SENTENCES if page.text == REPORT)
    with filled(make(), [page, PACT], edition(), TODAY) as archive:
        assert [(row["kind"], row["today"]) for row in kept(archive) if row["address"] == page.name] == [("statement", "supported")]
        spoken = dict.fromkeys(fact for fact in edition().of(Statement) if fact.speaker == SPEAKER)
        assert update(archive, with_facts(edition(), instead_of=spoken), TODAY).pages == 1
        # The report is read all the same, but nothing on record bears it out any more.
        assert [(row["kind"], row["today"]) for row in kept(archive) if row["address"] == page.name] == [("statement", "not_enough_info")]


def test_an_earlier_day_is_refused(make: Callable[[], str]) -> None:
    expected = f"was judged on {TODAY}: expected that day or a later one, not {THEN}"
    with filled(make(), [], edition(), TODAY) as archive, pytest.raises(BadDate, match=expected):
        update(archive, edition(), THEN)


def test_another_process_that_updates_meanwhile_is_noticed(make: Callable[[], str]) -> None:
    place = make()
    with filled(place, [], edition(), THEN) as archive:

        def passing() -> Iterator[Page]:
            yield NATO
            with Archive(place) as other:
                update(other, edition(), TODAY)

        adding = add(archive, passing(), edition(), THEN)
        with pytest.raises(BadInput, match=r"another process brought the archive .* up to another record or day: run this command again"):
            list(adding)


# --- what is asked of a record -----------------------------------------------------------------------------------------------------------


def asked(record: Traced, question: Callable[[Record], object]) -> set[str]:
    with record.trace.frame() as numbers:
        question(record)
    return {words_of(query) for query in record.trace.queries(numbers)}


def test_an_answer_that_is_kept_keeps_its_queries() -> None:
    record = Traced(edition())
    first = asked(record, lambda record: member(record, "FIN", "NATO"))
    assert first == asked(record, lambda record: member(record, "FIN", "NATO"))
    assert 'Membership {"alliance": "NATO", "state": "FIN"}' in first


def test_an_answer_that_rests_on_a_kept_one_has_its_queries_too() -> None:
    record = Traced(edition())
    own = asked(record, lambda record: member(record, "FIN", "NATO"))
    assert asked(record, lambda record: members(record, "NATO")) == (own - {'Membership {"alliance": "NATO", "state": "FIN"}'}) | {
        'Membership {"alliance": "NATO"}'
    }


def test_a_view_of_a_day_finds_what_the_record_itself_would() -> None:
    day = date(2020, 6, 1)
    for kind in KINDS:
        assert Traced(edition()).known(day).of(kind) == edition().known(day).of(kind)


# --- incremental equals full ------------------------------------------------------------------------------------------------------------

SENTENCES = [Page(f"https://example.org/{number}", example.text, example.published) for number, example in enumerate(EXAMPLES)]


def _asked_of(found: list[Page]) -> list[list[Fact]]:
    """The facts that the claims of pages ask about, by kind: to change others would prove little."""
    facts: dict[type[Fact], dict[Fact, None]] = {}
    record = Traced(edition())
    for page in found:
        assert page.published is not None
        for _, queries, _ in read(page, record, page.published, page.updated, TODAY).findings:
            for query in sorted(queries, key=words_of):
                if query.fields:
                    equal = dict(zip(query.fields, query.values, strict=True))
                    facts.setdefault(query.kind, {}).update(dict.fromkeys(edition().of(query.kind, **equal)))
    return [list(group) for _, group in sorted(facts.items(), key=lambda item: item[0].__name__) if group]


def changes(groups: list[list[Fact]]) -> st.SearchStrategy[list[tuple[Fact, Fact | None, bool]]]:
    """Facts to correct, retract, or to add a copy of: each with what it becomes, and whether that stands beside it."""
    return st.lists(one_change(groups), max_size=8, unique_by=lambda change: change[0])


@st.composite
def one_change(draw: st.DrawFn, groups: list[list[Fact]]) -> tuple[Fact, Fact | None, bool]:
    group = draw(st.sampled_from(groups))
    fact = new = draw(st.sampled_from(group))
    # A record whose members are no states would not load.
    how = draw(st.sampled_from(["end"] if isinstance(fact, State) else ["retract", "shift", "end", "known", "subject", "add"]))
    if how == "retract":
        return fact, None, False
    days = timedelta(days=draw(st.integers(-800, 800)))
    if how in ("shift", "add") and fact.since.exact and date(1, 1, 1) + abs(days) < fact.since.earliest < date(9000, 1, 1):
        new = new.but(since=on(fact.since.earliest + days))
    if how == "end" and fact.until is NEVER:
        new = new.but(until=on(max(fact.since.latest, date(2021, 1, 1)) + abs(days)), until_known=max(fact.known, date(2021, 1, 1)))
    if how == "known" and date(4, 1, 1) < fact.known < date(9000, 1, 1):
        new = new.but(known=fact.known + days)
    name = next((name for name in ("state", "by", "about", "of", "speaker", "place", "host") if name in fact._fields), None)
    if how in ("subject", "add") and name is not None:
        new = new.but(**{name: getattr(draw(st.sampled_from(group)), name)})
    return fact, new, how == "add"


def changed(record: Record, made: list[tuple[Fact, Fact | None, bool]]) -> Record:
    """The record with these changes, as one that was loaded anew: its facts stand where they stood."""
    instead = {fact: new for fact, new, beside in made if not beside}
    beside = [new for _, new, beside in made if beside and new is not None]
    shelves: dict[type[Fact], tuple[Fact, ...]] = {}
    for kind in KINDS:
        facts = tuple(new for fact in record.of(kind) for new in [instead.get(fact, fact)] if new is not None)
        shelves[kind] = facts + tuple(fact for fact in beside if type(fact) is kind)
    return Record((Layer("edition", lambda kind: shelves.get(kind, ())),), lambda: record.sources, lambda: record.lexicon, "test")


@settings(max_examples=int(os.environ.get("FOEDUS_EXAMPLES", "8")), deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), days=st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)), min_size=3, max_size=3).map(sorted))
def test_incremental_equals_full(make: Callable[[], str], data: st.DataObject, days: list[date]) -> None:
    possible = [page for page in SENTENCES if page.published is not None and page.published <= days[1]]
    found = data.draw(st.lists(st.sampled_from(possible), min_size=min(10, len(possible)), max_size=40, unique_by=lambda page: page.name))
    groups = _asked_of(found)
    one, two = changed(edition(), data.draw(changes(groups))), changed(edition(), data.draw(changes(groups)))
    early = [page for page in found[::2] if page.published is not None and page.published <= days[0]]
    with filled(make(), early, one, days[0]) as archive:
        update(archive, one, days[1])
        list(add(archive, found, one, days[1]))
        update(archive, two, days[2])
        with filled(make(), found, two, days[2]) as full:
            assert kept(archive) == kept(full)


# --- killed -----------------------------------------------------------------------------------------------------------------------------

_KILLED = """
import os, signal, sys
from datetime import date
from foedus.archive import adding, updating
from foedus.archive.index import Index
from foedus.archive.store import Archive
from foedus.reading.formats import raw
from foedus.record import load
from foedus.scale import processes
from foedus.scale.place import Place

processes._FIRST = processes._MOST_ITEMS = updating._BATCH = 3
place, folder, what, moment, count = sys.argv[1:]
left = 0

def die(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

if moment == "inside":
    whole = Index.replace
    def replace(*arguments):
        whole(*arguments)
        die()
    Index.replace = replace
with Archive(place, made=True) as archive:
    record = load("record")
    updating.update(archive, record, date(2022, 6, 1))
    if what == "add":
        left = int(count)
    days = adding.Days(date(2022, 6, 1))
    with adding.adding(archive, raw(folder), record, days, Place("record"), 2) as found:
        for added in found:
            if moment == "between":
                die()
    if what == "update":
        left = int(count)
        updating.update(archive, record, date(2026, 11, 24), die if moment == "between" else lambda done, total: None)
"""


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    words = (
        "NATO has 30 members.",
        "Sweden is not in NATO.",
        "Finland is not a member of NATO.",
        "Finland and Sweden are not members of NATO.",
    )
    for number in range(12):
        (folder / f"{number}.md").write_text(
            f"Published: 2022-05-{number + 1:02}\n\n{words[number % 4]} Montenegro joined NATO in {2006 + number}.\n"
        )
    return folder


@pytest.mark.parametrize("moment", ["between", "inside"])
@pytest.mark.parametrize(("what", "count"), [("add", 2), ("add", 4), ("update", 2), ("update", 4)])
def test_killed_and_resumed_nothing_is_lost_or_doubled(make: Callable[[], str], tmp_path: Path, what: str, moment: str, count: int) -> None:
    place, whole, folder = make(), make(), _folder(tmp_path)
    child = subprocess.run([sys.executable, "-c", _KILLED, place, str(folder), what, moment, str(count)], cwd=ROOT, check=False)
    assert child.returncode == -signal.SIGKILL
    for where in (place, whole):
        if what == "add" or where == whole:
            foedus("archive", "add", str(folder), "--archive", where, "--record", "record", "--today", "2022-06-01")
    results = [
        foedus("archive", "stale", "--archive", where, "--record", "record", "--today", "2026-11-24", "--format", "json")
        for where in (place, whole)
    ]
    assert results[0].stdout == results[1].stdout
    assert len(json.loads(results[0].stdout)) == 15
    with Archive(place) as one, Archive(whole) as other:
        assert kept(one) == kept(other)
        assert status(one)._replace(place="") == status(other)._replace(place="")


# --- the command line ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path) -> str:
    place = str(tmp_path / "archive.sqlite")
    done = foedus("archive", "add", "examples/nato-explainer.md", "--archive", place, "--today", "2023-02-01")
    assert (done.returncode, done.stdout) == (0, "1 added; 34 claims found\n")
    return place


def test_stale_exits_with_1_and_says_the_words_that_would_be_true(place: str) -> None:
    done = foedus("archive", "stale", "--archive", place, "--today", "2026-11-24")
    assert done.returncode == 1
    assert "today it would read: “the alliance's 32 member states”" in done.stdout
    assert done.stdout.endswith("6 sentences on 1 page went stale\n")


def test_nothing_stale_exits_with_0(place: str) -> None:
    done = foedus("archive", "stale", "--archive", place, "--today", "2023-02-01")
    assert (done.returncode, done.stdout) == (0, "No sentence went stale, by 1 February 2023.\n")


def test_the_environment_names_the_archive(place: str) -> None:
    done = foedus("archive", "status", "--format", "json", FOEDUS_ARCHIVE=place)
    assert json.loads(done.stdout)["findings"] == 34


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_an_export_has_every_finding_and_every_column(place: str, tmp_path: Path, form: str) -> None:
    import csv

    import pyarrow.parquet as pq

    out = tmp_path / f"findings.{form}"
    done = foedus("archive", "export", "--archive", place, "--today", "2026-11-24", "--output", str(out))
    assert done.stdout == f"34 findings written to {out}\n"
    if form == "parquet":
        rows = pq.read_table(out).to_pylist()
    elif form == "csv":
        with out.open(newline="") as file:
            rows = list(csv.DictReader(file))
    else:
        rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(rows) == 34
    assert {tuple(row) for row in rows} == {listing.COLUMNS}
    assert {str(row["stale_since"]) for row in rows} > {"2023-04-04", "2024-10-01"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("status", "--archive", "none.sqlite"),
            "there is no archive at none.sqlite: expected one, or begin it with foedus archive add SOURCE",
        ),
        (("add",), "name the pages to add: files, folders, addresses"),
        (("stale", "page.md"), "foedus archive stale takes no page.md"),
        (("stale", "--format", "csv"), "foedus archive stale does not answer as csv: expected text or json or jsonl"),
        (
            ("status", "--archive", "mysql://x/y"),
            "an archive is kept in SQLite or PostgreSQL, not in mysql: expected a path, or postgresql://…",
        ),
        (("status", "--archive", "://"), ":// is no address of a database: expected a path, or postgresql://USER@HOST/DATABASE"),
    ],
)
def test_bad_input_is_said_plainly(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = foedus("archive", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"foedus: {message}\n")


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("NATO has 30 members. " * 100)
    done = foedus("archive", "status", "--archive", "page.md", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "foedus: the archive page.md cannot be opened: file is not a database\n")
