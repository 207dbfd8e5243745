"""Public data sets by name: pulled by the user, made into the record's own text, and laid over the edition as layers.

What others' terms do not let us ship, anyone may lay over the record: :func:`pull` reads a data set's files (from ``$FOEDUS_DATA_MIRROR``, a folder, or
from where they were seen), checks their SHA-256, and writes a folder in :mod:`the record's text format <foedus.record_format>`. From there on it is a
layer like any other: ``record.load`` alone makes facts of it. Each data set is described in ``registry.toml`` and read by the module of its name.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from foedus.cache import write_whole
from foedus.datasets.tables import Tables
from foedus.errors import BadInput, RecordError
from foedus.layers import directory, layers_on, switch_file, switches
from foedus.record import Record, load, read_checked
from foedus.record_format import shape, write_csv, write_source

_LARGEST = 64 << 20


class File(NamedTuple):
    """One file of a data set: its place in a mirror, where it was seen, and the SHA-256 of what was seen."""

    path: str
    url: str
    sha256: str


class DataSet(NamedTuple):
    """A data set: what it holds, who publishes it, on which terms, where, and which files of it are read."""

    name: str
    title: str
    publisher: str
    version: str
    date: str
    address: str
    terms: str
    holds: str
    files: tuple[File, ...]

    @property
    def key(self) -> str:
        """The key of the source that its facts cite."""
        return f"data-{self.name}"


@cache
def registry() -> Mapping[str, DataSet]:
    """Every data set that can be pulled, by name."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "registry.toml"), "rb") as file:
        listed = tomllib.load(file)
    return {name: DataSet(name=name, **{**entry, "files": tuple(File(**one) for one in entry["files"])}) for name, entry in listed.items()}


def dataset(name: str) -> DataSet:
    """The data set with this name; raises :class:`~foedus.errors.BadInput` if there is none."""
    found = registry().get(name)
    if found is None:
        raise BadInput(f"“{name}” is not a data set: expected one of {', '.join(registry())}; `foedus data list` describes them")
    return found


def folder(name: str) -> str:
    """The folder of a pulled data set, a record's text; raises :class:`~foedus.errors.BadInput` where it was not pulled."""
    path = os.path.join(directory(), "layers", dataset(name).name)
    if not os.path.isdir(path):
        raise BadInput(f"the data set {name} is not here yet: `foedus data pull {name}` brings it")
    return path


def pulled() -> tuple[str, ...]:
    """The names of the data sets that were pulled."""
    return tuple(name for name in registry() if os.path.isdir(os.path.join(directory(), "layers", name)))


def switched_on() -> tuple[str, ...]:
    """The data sets that the command line lays over the edition."""
    return tuple(dataset(name).name for name in layers_on())


def switch(name: str, on: bool) -> tuple[str, ...]:
    """Lay a pulled data set over the edition from now on, or no longer; returns the names of those that are on."""
    if on:
        folder(name)
    left = [other for other in switches() if other != name]
    names = tuple([*left, name] if on else left)
    write_whole(switch_file(), "\n".join(names).encode())
    return names


def pull(name: str, edition: Record) -> int:
    """Bring a data set, check it, and keep it as a layer of record text; returns the number of its facts.

    Raises :class:`~foedus.errors.BadInput` where a file cannot be had or is not the one that was seen, :class:`~foedus.errors.RecordError` where
    its lines make no valid record.
    """
    what = dataset(name)
    texts = {file.path.rpartition("/")[2]: _text(what, file) for file in what.files}
    reader = import_module(f"foedus.datasets.{name.replace('-', '_')}")
    tables: Tables = reader.tables(texts, edition, what.key)
    target = os.path.join(directory(), "layers", name)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    made = tempfile.mkdtemp(dir=os.path.dirname(target))
    try:
        _write(made, what, tables)
        sections, problems = read_checked(made, name, edition)
        invalid = [problem for problem in problems if problem.severity == "invalid"]
        if invalid:
            raise RecordError(invalid)
        os.chmod(made, 0o755)
        old = tempfile.mkdtemp(dir=os.path.dirname(target))
        if os.path.isdir(target):
            os.replace(target, os.path.join(old, "old"))
        os.replace(made, target)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return sum(len(found) for kind, found in sections.items() if kind not in ("sources", "lexicon"))


def laid_over(names: tuple[str, ...]) -> Record:
    """The edition with these data sets laid over it."""
    return load(layers=[folder(name) for name in names])


def _write(path: str, what: DataSet, tables: Tables) -> None:
    for name, rows in tables.items():
        columns, sort = shape(name)
        write_whole(os.path.join(path, name), write_csv(rows, columns, sort).encode())
    fields = {
        "title": f"{what.title}, {what.version}", "publisher": what.publisher, "date": what.date, "url": what.address, "note": f"Terms: {what.terms}",
    }  # fmt: skip
    write_whole(os.path.join(path, "sources.bib"), write_source("misc", what.key, fields).encode())


def _text(what: DataSet, file: File) -> str:
    content = _from_mirror(file) or _download(what, file)
    found = hashlib.sha256(content).hexdigest()
    if found != file.sha256:
        raise BadInput(
            f"{what.name}: {file.path} has the SHA-256 {found}, expected {file.sha256}: it is another version than the one that was read; nothing is changed"
        )
    if file.path.endswith(".gz"):
        with gzip.open(io.BytesIO(content)) as unpacked:
            content = unpacked.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise BadInput(f"{what.name}: {file.path} unpacks to more than {_LARGEST >> 20} MiB: expected a table; nothing is changed")
    return content.decode("utf-8-sig", errors="replace")


def _from_mirror(file: File) -> bytes | None:
    mirror = os.environ.get("FOEDUS_DATA_MIRROR")
    if not mirror:
        return None
    try:
        with open(os.path.join(mirror, file.path), "rb") as found:
            return found.read(_LARGEST)
    except OSError as error:
        raise BadInput(
            f"{os.path.join(mirror, file.path)} cannot be read ({error.strerror}): FOEDUS_DATA_MIRROR must name a folder that holds it"
        ) from None


def _download(what: DataSet, file: File) -> bytes:
    if not file.url:
        raise BadInput(
            f"{what.name}: {file.path} was converted from another form, so it has no address to fetch: get the data at {what.address}, "
            "and name the folder that holds the converted file with FOEDUS_DATA_MIRROR"
        )
    import pooch

    pooch.get_logger().setLevel("WARNING")
    try:
        path = pooch.retrieve(file.url, f"sha256:{file.sha256}", path=os.path.join(directory(), "raw"))
        with open(path, "rb") as found:
            return found.read(_LARGEST)
    except (OSError, ValueError) as error:
        raise BadInput(f"{what.name}: {file.url} cannot be had: {error}; a local copy is named with FOEDUS_DATA_MIRROR") from None
