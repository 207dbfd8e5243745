"""Databases for tests: a SQLite file, and a real PostgreSQL server of the tests' own, where its programs are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = ("postgres", "nobody")
"""Whom the server runs as when the tests run as root, which PostgreSQL refuses."""


def programs() -> Path | None:
    """The folder of PostgreSQL's programs: that of Debian's newest version, or that of ``initdb`` on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def postgresql() -> Iterator[str]:
    """A server of its own in a temporary folder, reached through a socket there; yields an address without a database's name."""
    home = programs()
    assert home is not None
    user = next(name for name in _NOBODY if _exists(name)) if os.getuid() == 0 else None
    folder = tempfile.mkdtemp(prefix="foedus-pg-", dir="/tmp")  # a socket's path has to be short
    try:
        if user:
            shutil.chown(folder, user)
        _run([str(home / "initdb"), "-D", f"{folder}/data", "-U", "foedus", "-A", "trust", "-E", "UTF8", "--no-sync"], user)
        server = [
            str(home / "postgres"),
            "-D",
            f"{folder}/data",
            "-k",
            folder,
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "max_connections=200",
        ]
        with open(f"{folder}/log", "wb") as log:
            # The shell waits for its input to end, as it does when the tests are killed as well: no server outlives them.
            child = subprocess.Popen(
                ["sh", "-c", '"$@" </dev/null & read -r line; kill -QUIT $!; wait', "sh", *server],
                stdin=subprocess.PIPE, stdout=log, stderr=log, user=user, cwd="/",
            )  # fmt: skip
        address = f"postgresql://foedus@/{{}}?host={folder}"
        try:
            _await(address, Path(folder, "log"))
            yield address
        finally:
            child.communicate()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _await(address: str, log: Path) -> None:
    """Wait until the server answers."""
    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(address.format("postgres")).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace"))


def new_database(server: str, name: str) -> str:
    """The address of a new, empty database."""
    import psycopg

    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type, unused-ignore]
    return server.format(name)


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _run(command: list[str], user: str | None) -> None:
    # To a file, not a pipe: the server would keep a pipe open.
    with tempfile.TemporaryFile() as told:
        done = subprocess.run(
            command, stdout=told, stderr=subprocess.STDOUT, check=False, user=user, cwd="/", env={**os.environ, "LC_ALL": "C.UTF-8"}
        )
        told.seek(0)
        assert done.returncode == 0, told.read().decode(errors="replace")
