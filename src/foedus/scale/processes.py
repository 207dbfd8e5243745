"""All cores of one machine: pages are found in order by one process and read by several, chunk by chunk, so that memory does not grow with the input."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from foedus import claims
from foedus.errors import FoedusError
from foedus.facts import KINDS
from foedus.reading.formats.raw import Raw
from foedus.reading.page import Page
from foedus.reading.reader import reader_of
from foedus.record import Record
from foedus.scale.batch import Answer, Inquiry, Item, answers
from foedus.scale.place import Place

_FIRST, _MOST_ITEMS, _MOST_CHARACTERS = 8, 64, 1 << 20
"""Items that are worked on before others help, and the bounds of a chunk: items and characters."""
_WAITING = 3
"""Chunks that are under way for each process: one in hand, others read ahead."""

_FORKS = sys.platform == "linux"
"""Where processes share what was loaded before them. Elsewhere forking is missing or unsafe, and each loads the record for itself."""

R = TypeVar("R")
Work = Callable[[Iterable[Item], Record, bool], Iterable[R]]
"""What is done with items against a record, and whether there are many more of them. It travels to other processes, and so does what it yields."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def started(items: Iterable[Item], record: Record, place: Place, inquiry: Inquiry, jobs: int) -> Iterator[Iterator[Answer]]:
    """The answers to every page of every item, in order, by *jobs* processes."""
    with spread(items, record, place, partial(_checked, inquiry), jobs) as parts:
        yield chain.from_iterable(parts)


def _checked(inquiry: Inquiry, items: Iterable[Item], record: Record, many: bool) -> Iterator[Answer]:
    return answers(items, record, inquiry, scans=many)


@contextmanager
def spread(items: Iterable[Item], record: Record, place: Place, work: Work[R], jobs: int) -> Iterator[Iterator[Iterable[R]]]:
    """What *work* makes of all items, chunk by chunk and in order, by *jobs* processes; a few items are not worth a second process.

    On leaving, whatever happened, the processes are gone.
    """
    source = iter(items)
    few = list(islice(source, _FIRST))
    chunks = _chunks(source)
    second = next(chunks, [])
    many = len(second) >= _FIRST
    # The first items are worked on here: what they load and compile is then shared by all processes.
    first = list(work(few, record, many))
    if jobs < 2 or not many:
        yield chain([first], (work(chunk, record, many) for chunk in chain([second], chunks)))
        return
    _warm(record)
    executor = ProcessPoolExecutor(
        jobs,
        multiprocessing.get_context("fork" if _FORKS else "spawn"),
        initializer=_begin,
        initargs=(record if _FORKS else None, place, work),
    )
    try:
        waiting = deque([(second, executor.submit(_chunk, second))])
        yield chain([first], _in_order(executor, waiting, chunks, jobs * _WAITING))
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        gc.unfreeze()
        executor.shutdown()


def _in_order(
    executor: ProcessPoolExecutor, waiting: deque[tuple[list[Item], Future[list[Any]]]], chunks: Iterator[list[Item]], most: int
) -> Iterator[list[Any]]:
    """What came of chunks in their order; no more than *most* are read ahead."""
    while waiting:
        while len(waiting) < most and (chunk := next(chunks, None)):
            waiting.append((chunk, executor.submit(_chunk, chunk)))
        chunk, future = waiting.popleft()
        try:
            yield future.result()
        except BrokenProcessPool:
            raise FoedusError(
                f"a process that read pages was ended from outside, or ran out of memory, at or soon after {chunk[0].name}: "
                "give it fewer companions with --jobs, or leave out the page"
            ) from None


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Items in chunks that are worth sending to another process, and no larger."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.content) if isinstance(item, Raw) else len(item.text) if isinstance(item, Page) else 0
        if len(chunk) >= _MOST_ITEMS or size >= _MOST_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _warm(record: Record) -> None:
    """Load what any page may need, so that it is loaded once and shared; the collector would write to what it visits, so it leaves that alone."""
    reader_of(record)
    for kind in KINDS:
        record.of(kind)
    for name in claims.NAMES:
        claims.kind(name)
    gc.collect()
    gc.freeze()


_own: tuple[Record, Work[Any]] | None = None
"""In a process that helps: the record, and what it does with items."""


def _begin(record: Record | None, place: Place, work: Work[Any]) -> None:
    """Make a process ready: it leaves Ctrl-C to the one that started it, and ends with it, however that ends."""
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own = record or place.load(), work


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(items: list[Item]) -> list[Any]:
    assert _own is not None
    record, work = _own
    return list(work(items, record, True))
