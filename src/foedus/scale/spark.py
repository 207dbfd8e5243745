"""Beyond one machine: Spark reads Parquet and hands out web archives, its tasks run the same function over batches of pages, and write what they found.

Every answer bears the number of its file and its place there, by which they are put in order before they are written: the parts of the folder, one
after the other, are what one machine would have written.
"""

from __future__ import annotations

import atexit
import glob
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote

from foedus.errors import BadInput, BadPage, FoedusError
from foedus.reading.formats import raw
from foedus.reading.formats.table import chosen_columns, raw_page
from foedus.reading.formats.warc import from_warc
from foedus.reading.page import Passed
from foedus.scale.batch import Inquiry, Item, answers, answers_schema, findings, table
from foedus.scale.place import Place

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema
    from pyspark.sql import DataFrame, SparkSession

FORMS = ("jsonl", "parquet")
_WARC = (".warc", ".warc.gz", ".wet", ".wet.gz")
_READ = (".parquet", *_WARC)
_ROWS = 64
"""Rows in a batch: pages may be large."""
_SHIPPED = "foedus-record"
_MOST_REASONS = 20
_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+):(?://(?P<authority>[^/]*))?(?=/)", re.I)

_Placed = tuple[int, int, Item]
"""An item with the number of its file and its row there."""


class Outcome(NamedTuple):
    """What came of a run: how many pages and claims, whether any claim is wrong, how many pages were passed over, and why the first of them."""

    pages: int
    claims: int
    wrong: bool
    passed: int
    reasons: tuple[str, ...]


def check(sources: list[str], place: Place, inquiry: Inquiry, form: str, out: str, jobs: int | None = None) -> Outcome:
    """Check every page of Parquet files and web archives and write the *form* (one of :data:`FORMS`) to the folder *out*.

    The inquiry's part must be that of the form. Without a master from ``spark-submit`` or Spark's own settings, this machine's cores do it, or *jobs* of them.
    """
    spark = session(jobs)
    from pyspark.errors import AnalysisException, PySparkException

    try:
        return _written(spark, sources, place, inquiry, form, out)
    except AnalysisException as error:
        if error.getCondition() == "PATH_ALREADY_EXISTS":
            raise BadInput(f"{out} exists already: expected the name of a folder that is not there yet") from None
        raise BadInput(f"Spark cannot read {', '.join(sources)}: {_first_line(error)}") from None
    except PySparkException as error:
        raise FoedusError(f"Spark gave up: {_cause(error)}") from error


def _cause(error: Exception) -> str:
    """Of what Spark says of a failed task, the line that names the error in it."""
    named = [line for line in str(error).splitlines() if re.match(r"[\w.]+(?:Error|Exception)\b", line)]
    return named[-1] if named else _first_line(error)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _written(spark: SparkSession, sources: list[str], place: Place, inquiry: Inquiry, form: str, out: str) -> Outcome:
    from pyspark import StorageLevel
    from pyspark.sql import functions as f

    files = [name for source in sources for name in _files(spark, source)]
    place, frames = place if _is_local(spark) else shipped(spark, place), []
    tables = {name: number for number, name in enumerate(files) if not _is_warc(name)}
    archives = [(number, name) for number, name in enumerate(files) if _is_warc(name)]
    if tables:
        frames.append(_of_tables(spark, tables, place, inquiry))
    if archives:
        frames.append(_of_archives(spark, archives, place, inquiry))
    found = frames[0] if len(frames) == 1 else frames[0].union(frames[1])
    found = found.persist(StorageLevel.DISK_ONLY)  # to be put in order, it is read twice; it must not be made twice
    is_passed = f.col("passed").isNotNull()
    [row] = found.agg(f.count_if(~is_passed), f.sum("claims"), f.max("wrong"), f.count_if(is_passed)).collect()
    ordered = found.orderBy("file", "row", "of_row")
    reasons = tuple(row.passed for row in ordered.where(is_passed).select("passed").limit(_MOST_REASONS).collect())
    written = ordered.where(~is_passed)
    if form == "parquet":
        from foedus.writing.columns import schema

        written.select("part").mapInArrow(findings, _struct(schema())).write.parquet(out)
    else:
        written.select(f.col("part").cast("string")).write.text(out)
    found.unpersist()
    return Outcome(row[0], row[1] or 0, bool(row[2]), row[3], reasons)


def session(jobs: int | None = None) -> SparkSession:
    """The session of ``spark-submit`` or Spark's settings, or one on this machine; raises :class:`~foedus.errors.BadInput` where there is no Spark."""
    try:
        from pyspark import SparkConf
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise BadInput("--engine spark needs pyspark, which is not installed: pip install 'foedus[spark]'") from None
    try:
        builder = SparkSession.builder.appName("foedus")
        if not SparkConf().contains("spark.master"):
            # The tasks run beside this process: with the same Python, and without a page of their own in the browser.
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = builder.master(f"local[{jobs or '*'}]").config("spark.ui.enabled", False).config("spark.log.level", "ERROR")
            builder = builder.config("spark.ui.showConsoleProgress", sys.stderr.isatty())
        spark = builder.getOrCreate()
    except (PySparkException, RuntimeError) as error:
        raise BadInput(
            f"Spark does not start ({_first_line(error)}): it needs Java 17 or later, found by JAVA_HOME or on the path"
        ) from None
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", _ROWS)
    return spark


def _files(spark: SparkSession, source: str) -> list[str]:
    """The files of a source, in the order in which one machine reads them: a folder, a pattern or a file, here or in any file system that Spark knows."""
    if _is_address(source):
        found = _listed(spark, source)
    elif os.path.isdir(source):
        found = [path for path in _walk(source) if path.lower().endswith(_READ)]
    else:
        found = sorted(glob.glob(source)) if glob.has_magic(source) else [source] if os.path.exists(source) else []
    if not found:
        raise BadInput(
            f"{source} is no file, folder or pattern that leads to pages: expected files named {', '.join('*' + end for end in _READ)}"
        )
    for name in found:
        if not name.lower().endswith(_READ):
            raise BadInput(
                f"{name} is not read on Spark: expected files named {', '.join('*' + end for end in _READ)}; leave out --engine spark"
            )
    return found


def _walk(folder: str) -> Iterator[str]:
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(inside, name) for name in sorted(names) if not name.startswith("."))


def _listed(spark: SparkSession, source: str) -> list[str]:
    """The files of a folder or pattern in a file system that Spark knows; none is opened."""
    from pyspark.errors import AnalysisException

    try:
        rows = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(source).select("path").collect()
    except AnalysisException as error:
        raise BadInput(f"{source} cannot be listed: {_first_line(error)}") from None
    found = sorted(row.path for row in rows)
    return found if len(found) == 1 else [path for path in found if path.lower().endswith(_READ)]


def _is_warc(name: str) -> bool:
    return name.lower().endswith(_WARC)


def _is_local(spark: SparkSession) -> bool:
    """Whether the tasks run on this machine, where the record is."""
    return (spark.sparkContext.master or "").startswith("local")


def shipped(spark: SparkSession, place: Place) -> Place:
    """The place of the record for tasks on other machines, to which Spark brings it as an archive."""
    made = tempfile.mkdtemp()  # it is fetched from there for as long as this process lives
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    tree = os.path.join(made, _SHIPPED)
    shutil.copytree(place.folder, os.path.join(tree, "record"))
    for layer in place.layers:
        shutil.copytree(layer, os.path.join(tree, "layers", os.path.basename(layer)))
    spark.sparkContext.addArchive(f"{shutil.make_archive(tree, 'zip', tree)}#{_SHIPPED}")
    return place._replace(shipped=_SHIPPED)


def _of_tables(spark: SparkSession, files: Mapping[str, int], place: Place, inquiry: Inquiry) -> DataFrame:
    """The answers to the rows of Parquet files, which Spark reads: only the columns that are asked for."""
    from pyspark.sql import functions as f

    frame = spark.read.option("mergeSchema", True).parquet(*map(_read_as, files))
    try:
        chosen = chosen_columns(next(iter(files)), frame.columns, inquiry.columns)
    except BadPage as error:
        raise BadInput(str(error)) from None
    # Dots in a column's name are no path into it.
    columns = [f.col(f"`{column}`").alias(part) for part, column in chosen.items()]
    frame = frame.select(*columns, f.col("_metadata.file_path").alias("file_path"), f.col("_metadata.row_index").alias("row_index"))
    numbers = {_key(name): (number, name) for name, number in files.items()}
    return frame.mapInArrow(partial(_rows, numbers=numbers, place=place, inquiry=inquiry), _struct(_placed_schema()))


def _is_address(name: str) -> bool:
    """Whether a file is named by an address (``hdfs://…``, ``file:/…``) and not by a path of this machine."""
    return bool(_ADDRESS.match(name))


def _read_as(name: str) -> str:
    """A file's name as Spark's readers take it: no character of it stands for others."""
    return re.sub(r"([\[\]{}*?\\])", r"\\\1", name if _is_address(name) else f"file://{os.path.abspath(name)}")


def _key(name: str) -> str:
    """A file's name as its rows give it: scheme, authority and path, without the escapes and slashes in which writers of addresses differ."""
    scheme, authority, path = _parts(name) if _is_address(name) else ("file", "", os.path.abspath(name))
    return f"{scheme}:{authority}{path}"


def _parts(address: str) -> tuple[str, str, str]:
    found = _ADDRESS.match(address)
    assert found is not None
    return found["scheme"], found["authority"] or "", address[found.end() :]


def _rows(batches: Iterable[RecordBatch], numbers: Mapping[str, tuple[int, str]], place: Place, inquiry: Inquiry) -> Iterator[RecordBatch]:
    """In a task: rows of Parquet files in, answers out, each with its place."""
    for batch in batches:
        items: list[_Placed] = []
        for row in batch.to_pylist():
            number, name = numbers[_key(unquote(row["file_path"]))]
            page = raw_page(name, row["row_index"] + 1, row)
            if page is not None:
                items.append((number, row["row_index"], page))
        yield from _answered(items, place, inquiry)


def _of_archives(spark: SparkSession, files: list[tuple[int, str]], place: Place, inquiry: Inquiry) -> DataFrame:
    """The answers to the pages of web archives: each archive is read by one task, as a stream."""
    frame = spark.createDataFrame(files, "file int, name string").repartitionByRange(len(files), "file")
    return frame.mapInArrow(partial(_archives, place=place, inquiry=inquiry), _struct(_placed_schema()))


def _archives(batches: Iterable[RecordBatch], place: Place, inquiry: Inquiry) -> Iterator[RecordBatch]:
    """In a task: the names of web archives in, answers out, each with its place."""
    for batch in batches:
        for file in batch.to_pylist():
            items: list[_Placed] = []
            for row, item in enumerate(_archive(file["name"])):
                items.append((file["file"], row, item))
                if len(items) == _ROWS:
                    yield from _answered(items, place, inquiry)
                    items = []
            yield from _answered(items, place, inquiry)


def _archive(name: str) -> Iterator[Item]:
    """The pages of an archive, here or at an address that Arrow's file systems know (``s3://``, ``gs://``, ``hdfs://``)."""
    try:
        if _is_address(name):
            with _stream(name) as stream:
                yield from from_warc(name, stream)
        else:
            yield from raw(name)
    except (BadPage, OSError) as error:
        yield Passed(name, f"{name} cannot be read: {error}" if isinstance(error, OSError) else str(error))


def _stream(address: str) -> IO[bytes]:
    from pyarrow.fs import FileSystem

    scheme, authority, path = _parts(address)
    scheme = {"s3a": "s3", "s3n": "s3"}.get(scheme, scheme)  # Hadoop's names, and Arrow's
    system, place = FileSystem.from_uri(f"{scheme}://{authority}{quote(path)}")
    # One that can tell its place, as the reader of archives asks; and that fetches more at once than that asks for.
    return io.BufferedReader(system.open_input_file(place), 1 << 20)


def _answered(items: list[_Placed], place: Place, inquiry: Inquiry) -> Iterator[RecordBatch]:
    """Answers to items, each with the item's file and row, and its own place among the answers to that."""
    import pyarrow as pa

    if not items:
        return
    record = place.load()
    found, places = [], []
    for number, row, item in items:
        for of_row, answer in enumerate(answers([item], record, inquiry, scans=True)):
            found.append(answer)
            places.append((number, row, of_row))
    batch, schema = table(found), _placed_schema()
    columns = [pa.array(column, kind) for column, kind in zip(zip(*places, strict=True), schema.types, strict=False)]
    yield pa.RecordBatch.from_arrays([*columns, *batch.columns], schema=schema)


def _placed_schema() -> Schema:
    import pyarrow as pa

    return pa.schema([("file", pa.int32()), ("row", pa.int64()), ("of_row", pa.int32()), *answers_schema()])


def _struct(schema: Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)
