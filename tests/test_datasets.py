"""Data sets are pulled, checked, made into record text, and laid over the edition; each in files of its publisher's shape, with lines made up here."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from foedus import datasets
from foedus.alliance import bound, member
from foedus.check import check_page
from foedus.crosswalk import number_of, state_of, states_over
from foedus.datasets import DataSet, File
from foedus.datasets.tables import day_of
from foedus.errors import BadInput, RecordError
from foedus.facts import Article, Membership, Office, Treaty
from foedus.reading.page import from_text
from foedus.record import Record, load
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import ROOT, edition, foedus

MEMBER = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,defcon,offcon,neucon,concon\n"
ALLIANCE = "atopid,begyr,begmo,begday,endyr,endmo,endday,ineffect,pubsecr\n"
TEXTS = {
    "atop": {
        # Two phases of one spell, a third party that is not bound to defend, an open end, a day that is not known.
        "atop4_01_member_level.csv": MEMBER
        + "9001,375,1950,1,2,1960,5,6,1,0,0,1,0,1,0,0,0\n9001,375,1960,5,6,0,0,0,1,0,0,1,0,0,0,0,0\n"
        + "9001,380,1950,1,2,0,0,0,1,0,0,1,0,0,0,0,0\n9001,385,1950,1,0,1970,0,0,0,0,0,1,0,0,0,0,0\n",
        "atop4_01_alliance_level.csv": ALLIANCE + "9001,1950,1,2,0,0,0,1,0\n",
    },
    "cow-states": {
        "cow_states2016.csv": "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
        "RUS,365,Russia,1816,1,1,2016,12,31,2016\nGDR,265,German Democratic Republic,1954,3,25,1990,10,3,2016\n"
    },
    "gw-states": {"gw_system_isard.csv": "gwcode,gw_abb,gw_name,microstate,start,end\n375,FIN,Finland,0,1917-12-06,2020-12-31\n"},
    "archigos": {
        "archigos_v4.1_spells.csv": "obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode\n"
        "FIN-1,375,1,Somebody,1900,M,1950-03-01,1956-02-28,Regular,Regular,Regular\nFIN-2,375,2,Another,1910,F,1956-03-01,2015-12-31,Regular,Still,Still\n"
    },
    "kiel": {
        "data_explorer.csv": "country,iso,year,month,total,financial,humanitarian,military\n"
        "Finland,FIN,2022,3,0.02,0,0.005,0.015\nEU (Commission and Council),EU,2022,4,0.1,0.1,0,0\n"
    },
}  # fmt: skip


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mirror with small files in the place of every data set's, and a registry that knows their hashes."""
    made = {}
    for name, one in datasets.registry().items():
        listed = []
        for file in one.files:
            content = TEXTS[name][file.path.rpartition("/")[2]].encode()
            path = tmp_path / "mirror" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            listed.append(File(file.path, file.url, hashlib.sha256(content).hexdigest()))
        made[name] = one._replace(files=tuple(listed))
    monkeypatch.setattr(datasets, "registry", lambda: made)
    monkeypatch.setenv("FOEDUS_DATA_MIRROR", str(tmp_path / "mirror"))
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FOEDUS_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("FOEDUS_LAYERS", raising=False)
    return tmp_path / "mirror"


def laid(*names: str) -> Record:
    for name in names:
        datasets.pull(name, edition())
    return datasets.laid_over(names)


@pytest.mark.parametrize("name", datasets.registry())
def test_every_data_set_makes_valid_record_text(mirror: Path, name: str) -> None:
    assert datasets.pull(name, edition()) > 0


def test_phases_of_a_member_are_one_spell(mirror: Path) -> None:
    record = laid("atop")
    (spell,) = record.of(Membership, alliance="atop-9001", state="FIN")
    assert (spell.since.text, spell.until.text) == ("1950-01-02", "..")
    (third,) = record.of(Membership, alliance="atop-9001", state="NOR")
    assert (third.since.text, third.until.text) == ("1950-01", "1970")


def test_an_obligation_binds_only_those_for_whom_it_is_coded(mirror: Path) -> None:
    record = laid("atop")
    assert {article.by for article in record.of(Article, treaty="atop-9001", content="defense")} == {"FIN", "SWE"}
    day = date(1955, 1, 1)
    assert bound(record, "FIN", "SWE").at(day) is SUPPORTED
    assert bound(record, "NOR", "SWE").at(day) is not SUPPORTED


def test_a_number_is_split_among_the_states_that_bore_it(mirror: Path) -> None:
    record = laid("cow-states")
    assert {(fact.state, fact.since.text, fact.until.text) for fact in record.of(Membership, alliance="COW-SYSTEM")} == {
        ("RUS", "../1816-01-01", "1922-12-30"),
        ("SUN", "1922-12-30", "1991-12-26"),
        ("RUS", "1991-12-26", ".."),
        ("DDR", "1954-03-25", "1990-10-04"),
    }
    assert member(record, "SUN", "COW-SYSTEM").at(date(1950, 1, 1)) is SUPPORTED
    assert member(record, "RUS", "COW-SYSTEM").at(date(1950, 1, 1)) is REFUTED


def test_a_leader_still_in_office_when_the_data_end_has_no_end(mirror: Path) -> None:
    record = laid("archigos")
    assert [(o.person, o.until.text) for o in record.of(Office, role="effective leader")] == [("Somebody", "1956-02-29"), ("Another", "..")]


def test_a_layer_cites_its_data_set_and_knows_its_name(mirror: Path) -> None:
    (treaty,) = laid("atop").of(Treaty, id="atop-9001")
    assert treaty.origin[0] == "atop"
    assert [citation.source for citation in treaty.citations] == ["data-atop"]


def test_the_edition_stays_as_it_is_below(mirror: Path) -> None:
    record = laid("atop", "kiel")
    assert len(record.of(Treaty)) == len(edition().of(Treaty)) + 1
    assert record.sources.keys() - edition().sources.keys() == {"data-atop", "data-kiel"}


def test_layers_are_switched_on_and_off_by_name(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets.pull("kiel", edition())
    assert datasets.switch("kiel", on=True) == datasets.switched_on() == ("kiel",)
    monkeypatch.setenv("FOEDUS_LAYERS", "")
    assert datasets.switched_on() == ()
    monkeypatch.delenv("FOEDUS_LAYERS")
    assert datasets.switch("kiel", on=False) == ()


def test_a_file_that_is_not_the_one_seen_is_refused(mirror: Path) -> None:
    datasets.pull("kiel", edition())
    (mirror / "kiel_ukraine_support/data_explorer.csv").write_text("country,iso\n")
    with pytest.raises(BadInput, match=r"has the SHA-256 .* nothing is changed"):
        datasets.pull("kiel", edition())
    assert datasets.pulled() == ("kiel",)


def test_what_was_converted_has_no_address_to_fetch(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOEDUS_DATA_MIRROR")
    with pytest.raises(BadInput, match=r"was converted from another form, .* FOEDUS_DATA_MIRROR"):
        datasets.pull("archigos", edition())


def test_a_mirror_without_the_file_is_named(mirror: Path) -> None:
    (mirror / "kiel_ukraine_support/data_explorer.csv").unlink()
    with pytest.raises(BadInput, match=r"cannot be read .*FOEDUS_DATA_MIRROR must name a folder that holds it"):
        datasets.pull("kiel", edition())


def test_lines_that_make_no_record_change_nothing(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets.pull("gw-states", edition())
    monkeypatch.setattr(
        "foedus.datasets.gw_states.tables", lambda texts, record, key: {"members.csv": [{"alliance": "X", "state": "", "from": "1950"}]}
    )
    with pytest.raises(RecordError):
        datasets.pull("gw-states", edition())
    assert (Path(datasets.folder("gw-states")) / "treaties.csv").exists()


def test_what_a_data_set_says_ends_with_its_last_day(mirror: Path) -> None:
    record = laid("archigos", "atop")
    assert record.coverage("offices", "effective leader of FIN") is not None
    assert member(record, "SWE", "atop-9001").at(date(2016, 12, 31)) is SUPPORTED
    assert member(record, "SWE", "atop-9001").at(date(2026, 1, 1)) is NOT_ENOUGH_INFO


def test_a_list_of_surnames_makes_nobody_ambiguous(mirror: Path) -> None:
    (mirror / "leaders/archigos_v4.1_spells.csv").write_text(
        "obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode\nGFR-1,260,1,Merkel,1954,F,2005-11-22,2015-12-31,Regular,Still,Still\n"
    )
    file = datasets.registry()["archigos"].files[0]
    content = (mirror / file.path).read_bytes()
    datasets.registry()["archigos"] = datasets.registry()["archigos"]._replace(  # type: ignore[index]
        files=(file._replace(sha256=hashlib.sha256(content).hexdigest()),)
    )
    page = from_text("page", "Merkel was chancellor of Germany.")
    found = [
        check_page(page, record, today=date(2026, 11, 24), published=date(2022, 1, 1)).findings for record in (edition(), laid("archigos"))
    ]
    assert [finding.wording for finding in found[0]] == [finding.wording for finding in found[1]] != []


def layer(path: Path, **files: str) -> str:
    path.mkdir()
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text)
    return str(path)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"sources_bib": "@misc{cia-factbook-2026, title = {Mine}, url = {https://example.org}}\n"},
            "stands in the record below under this key",
        ),
        (
            {
                "sources_bib": "@misc{mine, title = {Mine}, url = {https://example.org}}\n",
                "treaties_csv": "id,name,in_force,cite,known_from\nnorth-atlantic,Mine,1950-01-01,mine[p. 1],event\n",
            },
            "'north-atlantic' is already defined in the record below",
        ),
        (
            {
                "sources_bib": "@misc{mine, title = {Mine}, url = {https://example.org}}\n",
                "regions_csv": "region,state,cite\nBaltic states,FIN,mine[p. 1]\n",
            },
            "region Baltic states: is already defined in the record below",
        ),
    ],
)
def test_a_layer_gives_nothing_below_another_meaning(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        load(ROOT / "record", layers=[layer(tmp_path / "mine", **files)], cache=False)


def test_a_layer_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a folder: expected a record"):
        load(ROOT / "record", layers=[str(tmp_path / "nowhere")])


def test_a_choice_for_one_command_is_not_kept(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets.pull("kiel", edition())
    datasets.switch("kiel", on=True)
    monkeypatch.setenv("FOEDUS_LAYERS", "")
    datasets.pull("gw-states", edition())
    datasets.switch("gw-states", on=True)
    monkeypatch.delenv("FOEDUS_LAYERS")
    assert datasets.switched_on() == ("kiel", "gw-states")


def test_a_verb_reads_the_layers_that_are_chosen(mirror: Path) -> None:
    datasets.pull("kiel", edition())
    with_layer = foedus("show", "UKR", FOEDUS_LAYERS="kiel")
    assert with_layer.returncode == 0, with_layer.stderr


def test_the_command_line_says_what_is_there(tmp_path: Path) -> None:
    done = foedus("data", "list", FOEDUS_DATA=str(tmp_path))
    assert [line for line in done.stdout.splitlines() if not line.startswith(" ")] == [
        f"{name}: not pulled" for name in datasets.registry()
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("data", "pull", "polity"), "“polity” is not a data set: expected one of atop, cow-states"),
        (("data", "on", "atop"), "the data set atop is not here yet: `foedus data pull atop` brings it"),
        (("data", "pull"), "name the data sets to pull"),
    ],
)
def test_bad_names_are_refused(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = foedus(*arguments, FOEDUS_DATA=str(tmp_path))
    assert done.returncode == 2
    assert message in done.stderr


# --- the crosswalk -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "number", "day", "state"),
    [
        ("cow", "255", "1850-01-01", "PRU"), ("cow", "255", "1900-01-01", "DEU"), ("cow", "260", "1960-01-01", "DEU"), ("cow", "265", "1960-01-01", "DDR"),
        ("cow", "300", "1900-01-01", "AUH"), ("cow", "305", "1930-01-01", "AUT"), ("cow", "345", "1900-01-01", "SRB"), ("cow", "345", "1930-01-01", "YUG"),
        ("cow", "365", "1900-01-01", "RUS"), ("cow", "365", "1950-01-01", "SUN"), ("cow", "365", "2000-01-01", "RUS"), ("gw", "678", "1970-01-01", "YEM"),
        ("cow", "640", "1850-01-01", "TUR"), ("cow", "325", "1850-01-01", "SAR"), ("cow", "710", "1930-01-01", "TWN"), ("cow", "710", "1960-01-01", "CHN"),
    ],
)  # fmt: skip
def test_a_number_stands_for_one_state_at_a_time(system: str, number: str, day: str, state: str) -> None:
    found = state_of(edition(), system, number, date.fromisoformat(day))
    assert found is not None
    assert found.id == state
    assert number_of(edition(), system, state, date.fromisoformat(day)) == number


def test_before_its_first_spell_a_number_stands_for_the_nearest() -> None:
    found = state_of(edition(), "cow", "375", date(1900, 1, 1))
    assert found is not None
    assert found.id == "FIN"


def test_an_unknown_number_stands_for_nothing() -> None:
    assert state_of(edition(), "cow", "999", date(1900, 1, 1)) is None
    assert states_over(edition(), "cow", "999", date(1900, 1, 1), date(1910, 1, 1)) == []


def test_an_unknown_system_is_refused() -> None:
    with pytest.raises(BadInput, match="expected one of cow, gw"):
        state_of(edition(), "iso", "246", date(2000, 1, 1))


@pytest.mark.parametrize(
    ("parts", "text"),
    [(("1950", "1", "2"), "1950-01-02"), (("1950", "0", "2"), "1950"), (("1950", "4", "99"), "1950-04"), (("1950", "", ""), "1950")],
)
def test_what_is_not_given_of_a_date_is_left_open(parts: tuple[str, str, str], text: str) -> None:
    assert day_of(*parts) == text


def test_the_registry_says_who_and_on_which_terms() -> None:
    for one in datasets.registry().values():
        assert isinstance(one, DataSet)
        assert one.publisher
        assert one.terms
        assert one.address.startswith("http")
        assert all(len(file.sha256) == 64 for file in one.files)
