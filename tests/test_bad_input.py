"""What a user may get wrong: each with the very message that answers it, the exit status, and nothing lost on disk.

Messages are part of the API: what was found, where, what was expected, what to do.
"""

from __future__ import annotations

import json
import os
import pickle
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT, foedus

EXAMPLE = "examples/nato-explainer.md"
NOT_A_DATE = "is not a date: expected a day of the calendar as YYYY-MM-DD, such as 2022-05-13"
ALREADY = (
    "already so: France has been a member of NATO since 24 August 1949 (nato-handbook-de[p. 607, note 3]); "
    "give an earlier day with --on to suppose that it had joined before"
)
GEORGIA = "“Georgia” is ambiguous: it may be GEO (Georgia) or the US state (not in the record); write GEO"
CONGO = "“Congo” is ambiguous: it may be COD (Democratic Republic of the Congo) or COG (Republic of the Congo); write COD or COG"
KOREA = "“Korea” is ambiguous: it may be KOR (South Korea) or PRK (North Korea); write KOR or PRK"


def refused(*arguments: str, stdin: bytes | None = None, cwd: Path | None = None) -> str:
    """The message with which a command refuses: one line, on standard error, with nothing on standard output."""
    done = foedus(*arguments, stdin=stdin, cwd=cwd)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("foedus: ")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("foedus: ").rstrip("\n")


# --- pages -------------------------------------------------------------------------------------------------------------


PAGES = {
    "empty": (b"", "page.md is empty: expected a page of text"),
    "blank": (b" \n\t\n", "page.md is empty: expected a page of text"),
    "binary": (b"NATO\0has 30 members", "page.md is binary, not text: save the page as text, Markdown or HTML first"),
    "PDF": (b"%PDF-1.7 NATO has 30 members", "page.md is binary, not text: save the page as text, Markdown or HTML first"),
    "not UTF-8": (
        "Türkiye is a NATO member.".encode("cp1252"),
        "page.md is not UTF-8: byte 1 is 0xfc; convert it first, for example with: iconv -f windows-1252 -t utf-8",
    ),
    "undated": (b"NATO has 30 members.", "page.md bears no date of publication that can be read: give it with --published YYYY-MM-DD"),
    "impossible date": (
        b"---\npublished: 2022-13-45\n---\nNATO has 30 members.",
        "page.md bears no date of publication that can be read: give it with --published YYYY-MM-DD",
    ),
    "updated before published": (
        b"---\npublished: 2022-05-13\nupdated: 2022-05-12\n---\nNATO has 30 members.",
        "published 2022-05-13 is after updated 2022-05-12: expected published to be the same day or earlier",
    ),
}


@pytest.mark.parametrize(("content", "message"), PAGES.values(), ids=PAGES.keys())
def test_a_page_that_cannot_be_checked(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "page.md").write_bytes(content)
    assert refused("check", "page.md", cwd=tmp_path) == message


@pytest.mark.parametrize(("content", "message"), PAGES.values(), ids=PAGES.keys())
def test_a_refused_page_is_left_as_it_was(tmp_path: Path, content: bytes, message: str) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(content)
    before = page.stat()
    foedus("check", "page.md", cwd=tmp_path)
    assert (page.read_bytes(), page.stat().st_mtime_ns) == (content, before.st_mtime_ns)
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_page_that_is_missing(tmp_path: Path) -> None:
    assert (
        refused("check", "page.md", cwd=tmp_path)
        == "page.md does not exist: expected a file, a folder, an address, or - for standard input"
    )


def test_a_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert refused("check", "pages", cwd=tmp_path).startswith("pages holds no pages: expected files named *.md, ")


def test_a_page_of_100_mb(tmp_path: Path) -> None:
    with (tmp_path / "page.md").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    message = "page.md is too large: 100 MB, at most 20 MB is read as one page; split it, or check the part that matters"
    assert refused("check", "page.md", cwd=tmp_path) == message


def test_an_empty_standard_input() -> None:
    assert refused("check", "-", "--published", "2022-05-13", stdin=b"") == "standard input is empty: expected a page of text"


def test_an_undated_standard_input() -> None:
    assert refused("check", "-", stdin=b"NATO has 30 members.").startswith("standard input bears no date of publication")


# --- dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["2022-02-30", "2022-13-01", "0000-01-01", "2022-05", "13.5.2022", "yesterday", "2022-5-13", "٢٠٢٢-٠٥-١٣"])
def test_an_impossible_date(date: str) -> None:
    assert refused("show", "FIN", "--on", date) == f"“{date}” {NOT_A_DATE}"


@pytest.mark.parametrize(
    "command",
    [
        ("check", EXAMPLE, "--published", "2022-02-30"),
        ("check", EXAMPLE, "--updated", "2022-02-30"),
        ("check", EXAMPLE, "--today", "2022-02-30"),
        ("show", "FIN", "--known", "2022-02-30"),
        ("suppose", "Finland joins NATO", "--on", "2022-02-30"),
        ("accession", "FIN", "NATO", "--on", "2022-02-30"),
    ],
    ids=lambda command: f"{command[0]} {command[-2]}",
)
def test_every_option_that_takes_a_date_checks_it(command: tuple[str, ...]) -> None:
    assert refused(*command) == f"“2022-02-30” {NOT_A_DATE}"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "--published 2022-05-13 --updated 2022-05-12",
            "published 2022-05-13 is after updated 2022-05-12: expected published to be the same day or earlier",
        ),
        (
            "--published 2022-05-13 --today 2022-05-12",
            "published 2022-05-13 is after today 2022-05-12: expected published to be the same day or earlier",
        ),
        (
            "--published 2022-05-13 --updated 2023-01-13 --today 2022-12-01",
            "updated 2023-01-13 is after today 2022-12-01: expected updated to be the same day or earlier",
        ),
    ],
)
def test_dates_in_the_wrong_order(options: str, message: str) -> None:
    assert refused("check", "-", *options.split(), stdin=b"NATO has 30 members.") == message


# --- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("Finlnd", "; near names: Finland"),
        ("NATA", "; near names: NATO"),
        ("Atlantis", "; ids are ISO 3166 codes such as FIN, alliances such as NATO"),
    ],
)
def test_a_name_that_the_record_does_not_have(given: str, near: str) -> None:
    assert refused("show", given) == f"“{given}” is not the name of a state or alliance or treaty or place in the record{near}"


def test_an_alliance_that_the_record_does_not_have() -> None:
    message = "“NATTO” is not the name of an alliance in the record; near names: NATO"
    assert refused("suppose", "Finland joins NATTO") == message.replace("an alliance", "an alliance or treaty")
    assert refused("accession", "FIN", "NATTO") == message


def test_a_state_where_an_alliance_is_expected() -> None:
    assert refused("accession", "FIN", "Sweden").startswith("“Sweden” is not the name of an alliance in the record")


def test_a_name_that_is_not_given() -> None:
    message = "no name was given: expected that of a state or alliance or treaty or place; ids are ISO 3166 codes such as FIN, alliances such as NATO"
    assert refused("show", "") == message


@pytest.mark.parametrize("message", [GEORGIA, CONGO, KOREA], ids=["Georgia", "Congo", "Korea"])
@pytest.mark.parametrize(
    "command",
    [("when", "{} is a member of NATO"), ("show", "{}"), ("suppose", "{} joins NATO"), ("accession", "{}", "NATO")],
    ids=lambda command: command[0],
)
def test_an_ambiguous_name(command: tuple[str, ...], message: str) -> None:
    name = message[1:].partition("”")[0]
    assert refused(*(part.format(name) for part in command)) == message


@pytest.mark.parametrize("id", ["GEO", "COD", "COG", "KOR", "PRK"])
def test_the_ids_that_the_message_offers_are_understood(id: str) -> None:
    assert foedus("when", f"{id} is a member of NATO").returncode == 0


def test_an_accession_that_the_record_does_not_have() -> None:
    message = refused("accession", "FRA", "NATO")
    assert message.startswith("the record has no accession of France to NATO; it has those of ALB, BGR,")


def test_an_alliance_without_accessions() -> None:
    assert refused("accession", "NZL", "ANZUS") == "the record has no accession of New Zealand to ANZUS; nor of any other state"


# --- claims and suppositions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (
            "NATO is a fine thing",
            "no claim was understood in “NATO is a fine thing”; understood: NATO (alliance NATO); the nearest phrasing is “Ukraine is not a member of NATO”",
        ),
        (
            "Finlnd is a member of NATO",
            "no claim was understood in “Finlnd is a member of NATO”; “Finlnd” is no name in the record; near names: Finland; "
            "understood: NATO (alliance NATO); the nearest phrasing is “Ukraine is not a member of NATO”",
        ),
        (
            "the weather was fine",
            "no claim was understood in “the weather was fine”; no state, alliance, treaty, person or place of the record is named in it; "
            "expected a sentence such as “NATO has 30 members”",
        ),
        ("", "no claim was given: expected a sentence such as “NATO has 30 members”"),
    ],
    ids=["no claim", "a misspelt name", "no name", "nothing"],
)
def test_a_claim_that_is_not_understood(claim: str, message: str) -> None:
    assert refused("when", claim) == message


def test_a_claim_of_which_only_a_part_is_understood() -> None:
    message = refused("when", "NATO has 30 members and a headquarters in Brussels that was built for far more than anybody foresaw")
    assert message.startswith("only a part of “NATO has 30 members and a headquarters")
    assert "was understood: NATO has 30 members; " in message


@pytest.mark.parametrize(
    ("change", "on", "message"),
    [
        ("France joins NATO", "2020-01-01", ALREADY),
        ("Finland leaves NATO", "2020-01-01", "Finland is not a member of NATO on 2020-01-01, so it cannot leave: `foedus show FIN` says what it belongs to"),
        ("Finland joins NATO", "1900-01-01", "Finland cannot have joined NATO on 1900-01-01: in the record it is a state from 1917-12-06"),
        ("Sweden joins NATO", "1948-01-01", "Sweden cannot have joined NATO on 1948-01-01: its treaty, the North Atlantic Treaty, is in force from 1949-08-24"),
        (
            "the Soviet Union joins NATO", "2000-01-01",
            "Soviet Union cannot have joined NATO on 2000-01-01: in the record it is a state from 1922-12-30 until 1991-12-26",
        ),
        (
            "peace comes", "2020-01-01",
            "“peace comes” is not a supposition that can be computed: expected STATE joins ALLIANCE or STATE leaves ALLIANCE, such as “Finland joins NATO”",
        ),
    ],
)  # fmt: skip
def test_a_supposition_that_cannot_be(change: str, on: str, message: str) -> None:
    assert refused("suppose", change, "--on", on) == message


# --- exit status -------------------------------------------------------------------------------------------------------


STALE = b"NATO has 30 members.\n"


def _checked(*options: str) -> int:
    return foedus("check", "-", "--published", "2022-05-13", *options, stdin=STALE).returncode


def test_0_while_all_claims_hold() -> None:
    assert _checked("--today", "2022-06-01") == 0


def test_1_when_a_claim_went_stale() -> None:
    assert _checked("--today", "2023-04-04") == 1


def test_1_when_a_claim_was_never_true() -> None:
    assert foedus("check", "-", "--published", "2022-05-13", "--today", "2022-05-13", stdin=b"NATO has 29 members.\n").returncode == 1


def test_0_with_exit_zero() -> None:
    assert _checked("--today", "2023-04-04", "--exit-zero") == 0


def test_exit_zero_does_not_hide_bad_input(tmp_path: Path) -> None:
    assert foedus("check", str(tmp_path / "missing.md"), "--exit-zero").returncode == 2


def test_2_and_the_help_without_a_verb() -> None:
    done = foedus()
    assert done.returncode == 2
    assert done.stdout.startswith("usage: foedus ")


def test_2_for_an_unknown_verb() -> None:
    done = foedus("frobnicate")
    assert done.returncode == 2
    assert "invalid choice: 'frobnicate'" in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = subprocess.run(f"'{sys.executable}' -m foedus show NATO --on 2023-01-01 | head -n 1; echo ${{PIPESTATUS[0]}}", shell=True, executable="/bin/bash", cwd=ROOT, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


# --- output ------------------------------------------------------------------------------------------------------------


FINDING_KEYS = [
    "sentence", "quote", "start", "end", "kind", "args", "claim", "as_of", "on_publication", "today", "holds", "stale_since", "overtaken_by",
    "attributed_to", "evidence", "checked_through", "correction",
]  # fmt: skip


def test_every_finding_has_every_key() -> None:
    report = json.loads(foedus("check", EXAMPLE, "--today", "2026-11-24", "--format", "json").stdout)
    assert list(report) == ["page", "published", "updated", "today", "findings"]
    assert {tuple(finding) for finding in report["findings"]} == {tuple(FINDING_KEYS)}


def test_every_piece_of_evidence_has_every_key() -> None:
    report = json.loads(foedus("check", EXAMPLE, "--today", "2026-11-24", "--format", "json").stdout)
    assert {tuple(cited) for finding in report["findings"] for cited in finding["evidence"]} == {
        ("fact", "for", "source", "locator", "url")
    }


def test_json_of_a_claim_has_every_key() -> None:
    answer = json.loads(foedus("when", "NATO has 30 members", "--format", "json").stdout)
    assert list(answer) == ["claim", "kind", "args", "holds", "edges", "checked_through"]
    assert {tuple(edge) for edge in answer["edges"]} == {("day", "fact", "source", "locator")}


def test_a_page_without_claims_is_an_empty_list() -> None:
    done = foedus("check", "-", "--published", "2022-05-13", "--today", "2022-05-13", "--format", "json", stdin=b"It rained in Bergen.\n")
    assert (json.loads(done.stdout)["findings"], done.returncode) == ([], 0)


@pytest.mark.parametrize(
    "command",
    [("check", EXAMPLE), ("when", "NATO has 30 members"), ("show", "NATO"), ("accession", "FIN", "NATO")],
    ids=lambda command: command[0],
)
def test_no_colours_in_a_pipe(command: tuple[str, ...]) -> None:
    assert "\x1b" not in foedus(*command, NO_COLOR="").stdout


@pytest.mark.parametrize("command", [("check", EXAMPLE), ("when", "NATO has 30 members")], ids=lambda command: command[0])
def test_colours_in_a_terminal(command: tuple[str, ...]) -> None:
    assert b"\x1b[" in _in_terminal(*command, NO_COLOR="")


@pytest.mark.parametrize("command", [("check", EXAMPLE), ("when", "NATO has 30 members")], ids=lambda command: command[0])
def test_no_colours_where_they_are_not_wanted(command: tuple[str, ...]) -> None:
    shown = _in_terminal(*command, NO_COLOR="1")
    assert b"\x1b[3" not in shown  # rich keeps bold and underline, which are no colours
    assert b"NATO has 30 members" in shown


def _in_terminal(*arguments: str, **environment: str) -> bytes:
    main, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "foedus", *arguments],
        stdout=other,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    ):
        os.close(other)
        shown = b""
        try:
            while part := os.read(main, 65536):
                shown += part
        except OSError:  # the other end is closed
            pass
    os.close(main)
    return shown


@pytest.mark.parametrize(
    ("shell", "start"), [("bash", "# AUTOMATICALLY GENERATED"), ("zsh", "#compdef foedus"), ("tcsh", "# AUTOMATICALLY GENERATED")]
)
def test_completion_knows_every_verb(shell: str, start: str) -> None:
    script = foedus("--print-completion", shell).stdout
    assert script.startswith(start)
    assert [verb for verb in ("check", "when", "show", "suppose", "accession", "validate") if verb not in script] == []


def test_bash_reads_its_completion_script() -> None:
    script = foedus("--print-completion", "bash").stdout
    done = subprocess.run(["bash", "-c", f"{script}\ncomplete -p foedus"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("foedus\n")


# --- the cache ---------------------------------------------------------------------------------------------------------


QUESTION = ("when", "NATO has 30 members", "--format", "json")


def test_a_damaged_cache_is_ignored(tmp_path: Path) -> None:
    first = foedus(*QUESTION, FOEDUS_CACHE=str(tmp_path))
    kept = list(tmp_path.glob("*.cache"))
    assert kept
    for path in kept:
        path.write_bytes(b"\x00\x00\x00\x04 this is no cache")
    again = foedus(*QUESTION, FOEDUS_CACHE=str(tmp_path))
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, "")


def test_a_cut_off_cache_is_ignored(tmp_path: Path) -> None:
    first = foedus(*QUESTION, FOEDUS_CACHE=str(tmp_path))
    for path in tmp_path.glob("*.cache"):
        path.write_bytes(path.read_bytes()[:-100])
    again = foedus(*QUESTION, FOEDUS_CACHE=str(tmp_path))
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, "")


class _Command:
    """Pickles as a call of ``os.mkdir``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_cache_runs_no_code(tmp_path: Path) -> None:
    cache, trap = tmp_path / "cache", tmp_path / "trap"
    foedus(*QUESTION, FOEDUS_CACHE=str(cache))
    for path in cache.glob("*.cache"):
        blob = pickle.dumps(_Command(trap))
        path.write_bytes(len(blob).to_bytes(4, "big") + blob if path.name.startswith("record") else blob)
    again = foedus(*QUESTION, FOEDUS_CACHE=str(cache))
    assert again.returncode == 0
    assert not trap.exists()


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = foedus(*QUESTION, FOEDUS_CACHE=str(tmp_path / "file" / "cache"))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["kind"] == "member_count"
