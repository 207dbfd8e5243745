"""Inputs that are written to fill memory: gzip bombs, archives in archives, a line or a cell of a gigabyte, entities that multiply, markup without end.

Each is written to a temporary folder and given to ``foedus check`` in a process of its own. Printed are its size, how long the check took, the most memory
that the process held, against that of a check of one small page in the same run, and what it said. Targets: at most 20 times the memory of the
small page, a message that names the input (or its findings, where it is a page after all), and never a traceback.

    python benchmarks/robustness/bombs.py
"""

from __future__ import annotations

import gzip
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

GIGABYTE = 1 << 30
MOST = 20
SECONDS = 300
SENTENCE = "NATO has 30 members. "


def repeated(what: bytes, size: int) -> Iterator[bytes]:
    """*size* bytes, more or less, in pieces."""
    piece = what * (1 << 20 // len(what)) if len(what) < 1 << 20 else what
    for _ in range(size // len(piece) + 1):
        yield piece


def zipped(pieces: Iterator[bytes]) -> bytes:
    """Bytes gzipped without ever holding them."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(squeeze.compress(piece) for piece in pieces), squeeze.flush()])


def response(body: bytes, headers: bytes = b"", length: int | None = None) -> bytes:
    """A record of a web archive with an answer of a server."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2022-05-13T00:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (len(http) if length is None else length)
    )
    return head + http + b"\r\n\r\n"


def write(path: Path, pieces: Iterator[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


def gzip_of_a_page(folder: Path) -> Path:
    path = folder / "bomb.txt.gz"
    path.write_bytes(zipped(repeated(b"A", 4 * GIGABYTE)))
    return path


def gzip_in_an_archive(folder: Path) -> Path:
    path = folder / "encoded.warc"
    bomb = zipped(repeated(b"A", 4 * GIGABYTE))
    path.write_bytes(response(bomb, b"Content-Encoding: gzip\r\n") + response(b"<p>" + SENTENCE.encode()))
    return path


def gzipped_archive(folder: Path) -> Path:
    path = folder / "bomb.warc.gz"
    size = 4 * GIGABYTE
    head = response(b"", length=size + len(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")).removesuffix(b"\r\n\r\n")

    def pieces() -> Iterator[bytes]:
        yield head
        yield from repeated(b"A", size)

    path.write_bytes(zipped(pieces()))
    return path


def gzip_in_gzip(folder: Path) -> Path:
    path = folder / "nested.warc.gz"
    path.write_bytes(gzip.compress(gzip.compress(zipped(repeated(b"\0", GIGABYTE)))))
    return path


def zip_in_zip(folder: Path) -> Path:
    inner, path = folder / "inner.zip", folder / "outer.txt"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", "A" * (1 << 26))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.write(inner)
    return path


def a_line(suffix: str, before: str = "", after: str = "") -> Callable[[Path], Path]:
    """A file whose one line is a gigabyte long."""

    def written(folder: Path) -> Path:
        path = folder / f"line{suffix}"

        def pieces() -> Iterator[bytes]:
            yield before.encode()
            yield from repeated(SENTENCE.encode(), GIGABYTE)
            yield after.encode()

        write(path, pieces())
        return path

    return written


def a_cell(folder: Path) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    path = folder / "cell.parquet"
    parquet.write_table(pa.table({"text": [SENTENCE * (GIGABYTE // len(SENTENCE))], "published": ["2022-05-13"]}), path)
    return path


def many_entities(folder: Path) -> Path:
    path = folder / "laughs.xml"
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "NATO">{"".join(names)}]><rss><channel><item><title>&a11;</title></item></channel></rss>'
    )
    return path


def endless_markup(folder: Path) -> Path:
    path = folder / "deep.html"
    path.write_text(f"<html><body><p>Published May 13, 2022</p>{'<div>' * 2_000_000}<p>{SENTENCE}")
    return path


def endless_attributes(folder: Path) -> Path:
    path = folder / "attributes.html"
    attributes = " ".join(f'a{n}="{n}"' for n in range(600_000))
    path.write_text(f"<html><body><p>Published May 13, 2022</p><p {attributes}>{SENTENCE}</p>")
    return path


def deep_json(folder: Path) -> Path:
    path = folder / "deep.json"
    path.write_text("[" * 9_000_000)
    return path


BOMBS: dict[str, Callable[[Path], Path]] = {
    "gzip bomb, 4 GB": gzip_of_a_page,
    "gzip bomb as a page of a web archive, 4 GB": gzip_in_an_archive,
    "gzipped web archive of one record, 4 GB": gzipped_archive,
    "gzip in gzip in gzip, named as a web archive": gzip_in_gzip,
    "zip in zip, named as text": zip_in_zip,
    "text of one line, 1 GB": a_line(".txt", "Published May 13, 2022\n\n"),
    "HTML of one line, 1 GB": a_line(".html", "<p>"),
    "JSON Lines of one line, 1 GB": a_line(".jsonl", '{"published": "2022-05-13", "text": "', '"}\n'),
    "JSON of one line, 1 GB": a_line(".json", '{"published": "2022-05-13", "text": "', '"}\n'),
    "CSV of one cell, 1 GB": a_line(".csv", 'published,text\n2022-05-13,"', '"\n'),
    "feed of one line, 1 GB": a_line(".rss", "<rss><channel><item><title>", "</title></item></channel></rss>"),
    "Parquet of one cell, 1 GB": a_cell,
    "entities that multiply to 100 billion": many_entities,
    "HTML of 2,000,000 open elements": endless_markup,
    "HTML element of 600,000 attributes": endless_attributes,
    "JSON of 9,000,000 open lists": deep_json,
}


def checked(path: Path) -> tuple[float, float, int, str]:
    """Seconds, megabytes at most, exit status and last line of a check."""
    command = [sys.executable, "-m", "foedus", "check", str(path), "--today", "2026-11-24", "--format", "csv", "--jobs", "1"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    out = process.stdout
    assert out is not None
    text = out.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = text.strip().splitlines()
    said = (
        "a traceback" if "Traceback" in text else next((line for line in lines if line.startswith("foedus:")), lines[-1] if lines else "")
    )
    return time.perf_counter() - start, usage.ru_maxrss / 1024, process.returncode, said


def _write(what: str, folder: Path) -> None:
    (folder / "place").write_text(str(BOMBS[what](folder)))


def made(what: str, folder: Path) -> Path:
    """The file of a bomb, written by a process of its own: what that holds would count as memory of those that are started after it."""
    process = multiprocessing.get_context("spawn").Process(target=_write, args=(what, folder))
    process.start()
    process.join()
    assert process.exitcode == 0, what
    return Path((folder / "place").read_text())


def main() -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = folder / "small.txt"
        small.write_text(f"Published May 13, 2022\n\n{SENTENCE}")
        _, least, _, _ = checked(small)
        print(f"{'a small page':<46} {'':>9} {least:6.0f} MB")
        for what in BOMBS:
            path = made(what, folder)
            size = path.stat().st_size
            seconds, memory, status, said = checked(path)
            path.unlink()
            good = status in (0, 1, 2) and memory <= MOST * least and said != "a traceback" and seconds <= SECONDS
            failed += not good
            print(
                f"{what:<46} {size / 1e6:6.0f} MB {memory:6.0f} MB {memory / least:5.1f} x {seconds:6.1f} s  exit {status}  {'' if good else 'FAILED '}{said[:110]}",
                flush=True,
            )
    print(f"{len(BOMBS)} inputs, {failed} not bounded")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
