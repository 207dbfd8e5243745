"""Printing: JSON, and rich text whose colours switch off in a pipe."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from datetime import date
from typing import TYPE_CHECKING, Any

from foedus.dates import BEGINNING, END, Span, long_form, parse_day
from foedus.errors import BadInput
from foedus.fact import Fact
from foedus.layers import layers_on
from foedus.record import Record, load

if TYPE_CHECKING:
    from rich.console import Console

COLOURS = {"supported": "green", "refuted": "red", "conflicting": "yellow", "not_enough_info": "cyan"}
"""One colour a verdict, in every verb."""


def print_json(value: Any) -> None:
    """Print a value as JSON that people can read."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


@contextmanager
def to_file(path: str) -> Iterator[None]:
    """Write what is printed to a file, whole or not at all; to a pipe or a device as it comes."""
    plain = not os.path.exists(path) or os.path.isfile(path)
    target = f"{path}.{os.getpid()}" if plain else path
    try:
        with open(target, "w", encoding="utf-8", newline="") as file, redirect_stdout(file):
            yield
        if plain:
            os.replace(target, path)
    except OSError as error:
        if error.filename not in (target, path):
            raise
        raise BadInput(f"{path} cannot be written: {error.strerror}") from None
    finally:
        if plain and os.path.exists(target):
            os.unlink(target)


def console() -> Console:
    """A rich console for standard output; in a pipe, plain text at a width that does not depend on the terminal."""
    from rich.console import Console

    class Quiet(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would exit with 1; main knows better what a closed pipe means

    return Quiet(highlight=False, width=None if sys.stdout.isatty() else 120)


def waiting(what: str, *, when: bool) -> AbstractContextManager[object]:
    """Something that moves on the terminal while long work goes on; silent in a pipe."""
    if not when or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"{what} …")


def line(out: Console, text: str, indent: int = 0) -> None:
    """Print one line of markup, indented: wrapped under its indent in a terminal, whole in a pipe, where other programs read lines."""
    if out.is_terminal:
        from rich.padding import Padding

        out.print(Padding(text, (0, 0, 0, indent), expand=False))
    else:
        out.print(" " * indent + text, soft_wrap=True)


def record_of(options: Namespace) -> Record:
    """The record that a verb asks: the folder of ``--record``, or the edition with the data sets that are switched on."""
    if options.record:
        return load(options.record)
    names = layers_on()
    if not names:
        return load()
    from foedus import datasets

    return datasets.laid_over(names)


def day_option(text: str | None, default: date) -> date:
    """A day given as an option, or the default."""
    return parse_day(text) if text else default


def verdict_words(verdict: str) -> str:
    """A verdict as prose has it."""
    return verdict.replace("_", " ")


def span_words(span: Span, bounds: Mapping[date, str] | None = None) -> str:
    """A span in English, both its days named; *bounds* says "at the latest" and the like of days that are not known exactly."""

    def day(day: date) -> str:
        return f"{long_form(day)} {(bounds or {}).get(day, '')}".rstrip()

    if span.since == BEGINNING and span.until == END:
        return "always"
    if span.until == END:
        return f"since {day(span.since)}"
    if span.since == BEGINNING:
        return f"until {day(span.until)}"
    return f"from {day(span.since)} until {day(span.until)}"


def spans_words(spans: Iterable[Span], bounds: Mapping[date, str] | None = None) -> str:
    """Several spans in English."""
    return "; ".join(span_words(span, bounds) for span in spans) or "never, by this record"


def source_lines(fact: Fact, record: Record) -> list[str]:
    """Where a fact can be looked up, one line a citation: publisher, title, locator, address."""
    lines = []
    for citation in fact.citations:
        source = record.sources.get(citation.source)
        if source is None:
            lines.append(f"{citation.locator}")
            continue
        published = f", {source.date}" if source.date else ""
        lines.append(f"{source.publisher}: {source.title}{published} [{citation.locator}] {source.url}")
    return lines
