"""Many pages: all cores of one machine, and Spark, find what one process finds, byte for byte."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from foedus.check import Report
from foedus.commands.main import main
from foedus.errors import FoedusError
from foedus.facts import Membership
from foedus.reading.formats import raw
from foedus.reading.formats.raw import Raw
from foedus.scale import batch, processes
from foedus.scale.batch import Inquiry
from foedus.scale.place import Place
from foedus.writing.columns import schema
from foedus.writing.parts import jsonl_part
from tests.helpers import ROOT, TODAY, edition, foedus

PLACE = Place(str(ROOT / "record"))
SENTENCES = (
    "NATO has 30 members.", "Finland is a member of NATO.", "Ukraine does not belong to NATO.", "Sweden joined NATO in March 2024.",
    "The North Atlantic Treaty was signed in Washington on 4 April 1949.", "“All 30 allies agreed”, said NATO Secretary General Jens Stoltenberg.",
    "The council met to discuss the budget for roads.", "Estonia was once part of the Soviet Union.",
)  # fmt: skip
HAS_JAVA = bool(shutil.which("java") or os.environ.get("JAVA_HOME"))
needs_java = pytest.mark.skipif(not HAS_JAVA, reason="Spark needs Java, and there is none here")


def rows(count: int, seed: int) -> list[dict[str, object]]:
    """Pages of the last years: some without a name, a text or a date."""
    chance = random.Random(seed)
    return [
        {
            "url": f"https://example.org/{seed}/{number}" if number % 5 else None,
            "text": " ".join(chance.choices(SENTENCES, k=3)) if number % 9 else None,
            "published": date(chance.randint(2016, 2025), 5, 13) if number % 7 else None,
        }
        for number in range(count)
    ]


COLUMNS = pa.schema([("url", pa.string()), ("text", pa.string()), ("published", pa.date32())])


def write_table(path: Path, found: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist(found, schema=COLUMNS), path, row_group_size=40)


def write_warc(path: Path, count: int) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=path.suffix == ".gz")
        for number in range(count):
            html = f"<html><head><title>NATO</title></head><body><article><h1>NATO</h1><p>{' '.join(SENTENCES)}</p></article></body></html>"
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/archived/{number}", "response", payload=io.BytesIO(html.encode()),
                    http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"),
                    warc_headers_dict={"WARC-Date": f"{2016 + number % 10}-05-13T12:00:00Z"},
                )
            )  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables and web archives, in the order of whose names nothing else is ordered."""
    folder = tmp_path_factory.mktemp("an archive")
    write_table(folder / "b.parquet", rows(120, 1))
    write_table(folder / "a.parquet", rows(90, 2))
    write_table(folder / "deeper" / "50% é [c].parquet", rows(50, 3))
    write_warc(folder / "c.warc.gz", 70)
    write_warc(folder / "d.warc", 5)
    (folder / "e.warc").write_bytes(b"no archive at all")
    return folder


@pytest.fixture(scope="module")
def alone(archive: Path) -> subprocess.CompletedProcess[str]:
    """What one process makes of it."""
    return foedus("check", str(archive), "--format", "jsonl", "--today", "2026-11-24", "--jobs", "1")


def test_one_process_reads_the_archive(alone: subprocess.CompletedProcess[str]) -> None:
    assert alone.returncode == 1
    assert len(alone.stdout.splitlines()) > 250
    assert "bears no date" in alone.stderr


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_several_processes_find_the_same_in_the_same_order(archive: Path, alone: subprocess.CompletedProcess[str], jobs: str) -> None:
    done = foedus("check", str(archive), "--format", "jsonl", "--today", "2026-11-24", "--jobs", jobs)
    assert (done.stdout, done.stderr, done.returncode) == (alone.stdout, alone.stderr, alone.returncode)


@pytest.mark.parametrize("form", ["text", "json", "csv", "sarif", "rdjson", "claimreview", "correction"])
def test_every_form_is_the_same_from_several_processes(archive: Path, form: str) -> None:
    one, two = (
        foedus("check", str(archive / "b.parquet"), "--format", form, "--today", "2026-11-24", "--jobs", jobs) for jobs in ("1", "2")
    )
    assert one.stdout == two.stdout
    if form not in ("text", "csv"):
        json.loads(one.stdout)


def test_json_of_many_pages_is_a_list_of_those_of_jsonl(archive: Path, alone: subprocess.CompletedProcess[str]) -> None:
    done = foedus("check", str(archive), "--format", "json", "--today", "2026-11-24")
    reports = [json.loads(line) for line in alone.stdout.splitlines()]
    assert json.loads(done.stdout) == reports
    assert done.stdout == json.dumps(reports, ensure_ascii=False, indent=2) + "\n"


def test_rows_without_a_name_are_numbered_through_the_file(alone: subprocess.CompletedProcess[str], archive: Path) -> None:
    names = [json.loads(line)["page"] for line in alone.stdout.splitlines()]
    assert f"{archive / 'b.parquet'}#116" in names
    numbered = [name for name in names if "#" in name]
    assert len(set(numbered)) == len(numbered)


def test_findings_are_written_as_a_table(archive: Path, alone: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    out = tmp_path / "findings.parquet"
    assert main(["check", str(archive), "--format", "parquet", "--today", "2026-11-24", "-o", str(out), "--exit-zero"]) == 0
    assert_same_findings(parquet.read_table(out), alone.stdout)


def assert_same_findings(found: pa.Table, lines: str) -> None:
    expected = [(report["page"], finding) for report in map(json.loads, lines.splitlines()) for finding in report["findings"]]
    assert found.schema.names == schema().names
    assert found.num_rows == len(expected) > 300
    for row, (page, finding) in zip(found.to_pylist(), expected, strict=True):
        row["args"] = json.loads(row["args"])
        row["holds"] = [[span["since"] and span["since"].isoformat(), span["until"] and span["until"].isoformat()] for span in row["holds"]]
        row |= {name: row[name] and row[name].isoformat() for name in ("as_of", "stale_since", "checked_through")}
        assert row["page"] == page
        assert {name: row[name] for name in finding} == finding


def test_output_goes_to_a_file_whole(archive: Path, alone: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    foedus("check", str(archive), "--format", "jsonl", "--today", "2026-11-24", "-o", str(out))
    assert out.read_text() == alone.stdout
    assert list(tmp_path.iterdir()) == [out]


def test_output_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    assert main(["check", str(tmp_path / "missing.md"), "-o", str(out)]) == 2
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_output_to_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "examples" / "nato-explainer.md"), "-o", str(tmp_path / "no" / "out")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def broken_for_some(report: Report) -> bytes:
    """A part that fails on some pages, as a fault in the code would."""
    if report.page.endswith("7"):
        raise ZeroDivisionError("seven")
    return jsonl_part(report)


def many(count: int) -> Iterator[Raw]:
    for number in range(count):
        yield Raw(f"page {number}", "text", " ".join(SENTENCES), published=date(2022, 5, 13))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_on_one_page_is_that_page_passed_over(jobs: int) -> None:
    with processes.started(many(200), edition(), PLACE, Inquiry(TODAY, broken_for_some), jobs) as found:
        answers = list(found)
    assert [answer.page for answer in answers] == [f"page {number}" for number in range(200)]
    assert [answer.page for answer in answers if answer.passed] == [f"page {number}" for number in range(7, 200, 10)]
    assert "page 7 cannot be checked: ZeroDivisionError: seven" in (answers[7].passed or "")


def test_a_panic_on_one_page_is_that_page_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """What a panic of Rust code is raised as."""

    def segment(language: str, text: str) -> list[str]:
        raise PanicException("end byte index 36 is not a char boundary")

    monkeypatch.setattr("sentencex.segment", segment)
    (answer,) = batch.answers(many(1), edition(), Inquiry(TODAY, jsonl_part))
    assert "RuntimeError: its sentences cannot be told apart: end byte index 36" in (answer.passed or "")


@pytest.mark.parametrize("space", ["\u2006", "\u00a0", "\u3000", "\u205f"])
def test_white_space_of_every_kind_is_white_space(space: str) -> None:
    (answer,) = batch.answers(
        [Raw("page", "text", f"NATO{space}has 30{space}members{space}.", published=date(2022, 5, 13))],
        edition(),
        Inquiry(TODAY, jsonl_part),
    )
    assert (answer.passed, answer.claims) == (None, 1)


def test_where_processes_do_not_fork_each_loads_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    inquiry = Inquiry(TODAY, jsonl_part)
    monkeypatch.setattr(processes, "_FORKS", False)
    with processes.started(many(100), edition(), PLACE, inquiry, 2) as found:
        assert list(found) == list(batch.answers(many(100), edition(), inquiry))


def fatal_for_one(report: Report) -> bytes:
    if report.page == "page 150":
        os._exit(9)
    return jsonl_part(report)


def test_a_process_that_is_killed_ends_the_run_with_a_message() -> None:
    with (
        pytest.raises(FoedusError, match=r"was ended from outside, or ran out of memory, at or soon after page \d+"),
        processes.started(many(400), edition(), PLACE, Inquiry(TODAY, fatal_for_one), 2) as found,
    ):
        list(found)


def test_no_more_is_read_ahead_than_is_worth_it() -> None:
    read = 0

    def counted() -> Iterator[Raw]:
        nonlocal read
        for item in many(5000):
            read += 1
            yield item

    with processes.started(counted(), edition(), PLACE, Inquiry(TODAY, jsonl_part), 2) as found:
        next(found)
        for _ in range(20):
            next(found)
        assert read <= 64 * 9


def test_a_reader_that_goes_away_ends_it(archive: Path) -> None:
    command = f"{sys.executable} -m foedus check '{archive}' --format jsonl --jobs 2 2>/dev/null | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=True)
    assert len(done.stdout.splitlines()) == 1


def endless(folder: Path) -> subprocess.Popen[bytes]:
    """A run that would take minutes, seen at work by its second process."""
    (folder / "long.jsonl").write_text(
        "".join(
            json.dumps({"name": f"p{number}", "text": " ".join(SENTENCES * 5), "published": "2022-05-13"}) + "\n"
            for number in range(60_000)
        )
    )
    started = subprocess.Popen(
        [sys.executable, "-m", "foedus", "check", str(folder / "long.jsonl"), "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    for _ in range(600):
        if len(children(started.pid)) == 2:
            return started
        time.sleep(0.05)
    raise AssertionError("no processes were started")


def children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]


def all_gone(pids: list[int]) -> bool:
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2] for pid in pids):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    run = endless(tmp_path)
    workers = children(run.pid)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal sends it: to all of them
    _, errors = run.communicate(timeout=20)
    assert (run.returncode, errors) == (130, b"")
    assert all_gone(workers)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    run = endless(tmp_path)
    workers = children(run.pid)
    run.kill()
    run.communicate(timeout=20)
    assert all_gone(workers)


def test_pages_in_findings_out_over_arrow(archive: Path, alone: subprocess.CompletedProcess[str]) -> None:
    batches = parquet.ParquetFile(archive / "b.parquet").iter_batches(batch_size=32)
    found = [row for part in batch.checked(batches, PLACE, TODAY) for row in part.to_pylist()]
    expected = [
        (finding["quote"], finding["today"])
        for report in map(json.loads, alone.stdout.splitlines())
        if "/1/" in report["page"] or "b.parquet#" in report["page"]
        for finding in report["findings"]
    ]
    assert [(row["quote"], row["today"]) for row in found] == expected


def test_a_time_stamp_with_a_zone_is_of_the_day_in_utc(tmp_path: Path) -> None:
    late = datetime(2023, 4, 4, 1, 30, tzinfo=UTC)
    table = pa.table({"text": ["NATO has 30 members."], "published": pa.array([late], pa.timestamp("us", "America/New_York"))})
    parquet.write_table(table, tmp_path / "a.parquet")
    [item] = raw(str(tmp_path / "a.parquet"))
    assert isinstance(item, Raw)
    assert item.published == date(2023, 4, 4)


# --- Spark -------------------------------------------------------------------------------------------------------------


def on_spark(*arguments: str) -> subprocess.CompletedProcess[str]:
    return foedus("check", *arguments, "--today", "2026-11-24", "--engine", "spark", "--jobs", "2")


def lines_of(folder: Path) -> str:
    return "".join(part.read_text() for part in sorted(folder.glob("part-*")))


@needs_java
def test_spark_finds_the_same_byte_for_byte(archive: Path, alone: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    done = on_spark(str(archive), "--format", "jsonl", "-o", str(tmp_path / "out"))
    assert done.returncode == 1, done.stderr
    assert lines_of(tmp_path / "out") == alone.stdout
    told = [line for line in alone.stderr.splitlines() if line.startswith("foedus: passed over")]
    assert [line for line in done.stderr.splitlines() if line.startswith("foedus: passed over")][:20] == told[:20]
    assert f"passed over: {len(told) - 20} more" in done.stderr
    again = on_spark(str(archive / "*.parquet"), "--format", "jsonl", "-o", str(tmp_path / "out"))
    assert again.returncode == 2
    assert "out exists already: expected the name of a folder that is not there yet" in again.stderr


@needs_java
def test_spark_writes_findings_as_a_table(archive: Path, alone: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    done = on_spark(f"file://{archive}", "--format", "parquet", "-o", str(tmp_path / "out"), "--exit-zero")
    assert done.returncode == 0, done.stderr
    files = sorted((tmp_path / "out").glob("part-*.parquet"))
    found = pa.concat_tables([parquet.read_table(file) for file in files]).cast(schema())
    lines = [line for line in alone.stdout.splitlines() if json.loads(line)["findings"]]
    assert found.num_rows == sum(len(json.loads(line)["findings"]) for line in lines)


@needs_java
def test_a_frame_of_pages_is_checked_as_the_files_are(archive: Path, alone: subprocess.CompletedProcess[str]) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema

    from foedus.scale import spark

    frame = spark.session(1).read.parquet(str(archive / "b.parquet"))
    found = frame.mapInArrow(partial(batch.checked, place=PLACE, today=TODAY), from_arrow_schema(schema())).collect()
    expected = [
        finding["quote"]
        for report in map(json.loads, alone.stdout.splitlines())
        if "/1/" in report["page"] or "b.parquet#" in report["page"]
        for finding in report["findings"]
    ]
    assert sorted(row.quote for row in found) == sorted(expected)


@needs_java
def test_a_record_is_shipped_to_machines_that_do_not_have_it() -> None:
    from foedus.scale import spark

    place = spark.shipped(spark.session(1), PLACE)
    assert place != PLACE
    assert place.load().sources == edition().sources
    assert place.load().of(Membership) == edition().of(Membership)


def test_spark_that_is_not_installed_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert main(["check", str(tmp_path), "--engine", "spark", "--format", "jsonl", "-o", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == "foedus: --engine spark needs pyspark, which is not installed: pip install 'foedus[spark]'\n"


@pytest.mark.parametrize("arguments", [["--format", "jsonl"], ["-o", "out"], ["--format", "sarif", "-o", "out"]])
def test_spark_needs_a_form_and_a_folder(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "pages.parquet", "--engine", "spark", *arguments]) == 2
    assert (
        "--engine spark writes a folder of jsonl or parquet: say which and where with --format jsonl -o FOLDER" in capsys.readouterr().err
    )


@needs_java
def test_spark_says_what_it_does_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.md").write_text("NATO has 30 members.")
    asked = ["--engine", "spark", "--format", "jsonl", "-o", str(tmp_path / "out")]
    assert main(["check", str(tmp_path / "page.md"), *asked]) == 2
    assert "page.md is not read on Spark: expected files named *.parquet, *.warc" in capsys.readouterr().err
    assert main(["check", str(tmp_path), *asked]) == 2
    assert "is no file, folder or pattern that leads to pages" in capsys.readouterr().err
