"""``foedus``: the verbs, their arguments, and what an error looks like.

Each verb's module is imported when it is called: ``foedus when`` must not wait for what only ``foedus check`` needs.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date

from foedus.errors import FoedusError, RecordError

_EPILOG = """\
exit status: 0 all is well; 1 something is refuted or stale (check, archive stale), or a record is invalid (validate, and any verb that cannot load it);
2 bad input (a record that is only doubtful, for validate)

examples:
  foedus check page.md --published 2022-05-13
  foedus when "NATO has 30 members"
  foedus show "FIN NATO" --on 2022-08-01
  foedus suppose "Finland joins NATO" --on 2022-05-13
  foedus accession SWE NATO --on 2023-06-01
"""


_MOST_PROBLEMS = 8


def build_parser() -> argparse.ArgumentParser:
    """The whole command line, as argparse (and shell completion) sees it."""
    parser = argparse.ArgumentParser(
        prog="foedus", description="The dated, sourced record of military alliances, and what follows from it.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument(
        "--print-completion", metavar="SHELL", choices=("bash", "zsh", "tcsh"), help="print a completion script for bash, zsh or tcsh"
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--format", choices=("text", "json"), default="text", help="how to print the answer (default: text)")
    common.add_argument("--record", metavar="DIR", help="the record to ask (default: the edition that ships with foedus)")

    check = verbs.add_parser(
        "check",
        help="check a page, sentence by sentence",
        description="Check pages against the record: every claim found, its verdict when published and today, its sources, and the words that would be true.",
    )
    check.add_argument(
        "pages",
        metavar="PAGE",
        nargs="+",
        help="text, Markdown, HTML, ANS or ninjs JSON, a feed, an archive (WARC, WET), a table (Parquet, CSV, JSON Lines), a folder, an address, or - for standard input",
    )
    check.add_argument(
        "--format",
        choices=("text", "json", "jsonl", "csv", "parquet", "html", "sarif", "rdjson", "claimreview", "correction"),
        default="text",
        help="how to print the findings: for people (text), as data (json, jsonl, csv, parquet), marked in the page (html), as annotations for code review (sarif, rdjson), "
        "as schema.org JSON-LD (claimreview, correction); default: text",
    )
    check.add_argument("--record", metavar="DIR", help="the record to ask (default: the edition that ships with foedus)")
    check.add_argument(
        "--column",
        metavar="PART=NAME",
        action="append",
        default=[],
        help="the column of a table that holds a part of a page: name, text, html, published or updated (default: by their usual names)",
    )
    check.add_argument("--published", metavar="DATE", help="the day of publication (default: read from the page)")
    check.add_argument("--updated", metavar="DATE", help="the day of the last update, on which boxes such as “The latest” are judged")
    check.add_argument("--today", metavar="DATE", help="the day to judge on as well (default: today)")
    check.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write to (default: standard output); with --engine spark, a folder"
    )
    check.add_argument("--jobs", metavar="N", type=_positive, help="how many processes check many pages (default: one a core)")
    check.add_argument(
        "--engine",
        choices=("here", "spark"),
        default="here",
        help="where many pages are checked: here, on all cores, or on Spark, which reads Parquet and web archives; default: here",
    )
    check.add_argument(
        "--extractor",
        metavar="URL",
        help="an OpenAI-compatible endpoint that may propose claims which the phrasings do not find; only the record judges (default: none; its key is read from FOEDUS_EXTRACTOR_KEY)",
    )
    check.add_argument("--extractor-model", metavar="NAME", help="the model that the endpoint is asked for")
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 even when something is refuted or stale")

    when = verbs.add_parser(
        "when",
        parents=[common],
        help="say when a claim holds",
        description="Print the spans over which a claim holds, with the facts at each edge.",
    )
    when.add_argument("--today", metavar="DATE", help="the day on which it is asked (default: today)")
    when.add_argument("claim", metavar="CLAIM", help='a sentence such as "NATO has 30 members"')

    show = verbs.add_parser(
        "show",
        parents=[common],
        help="show what is known of an alliance, a state or a pair",
        description="Show what the record says, with sources.",
    )
    show.add_argument("what", metavar="WHAT", nargs="+", help='NATO, FIN, Finland, "FIN NATO" or "FIN RUS"')
    show.add_argument("--on", metavar="DATE", help="the day to show (default: today)")
    show.add_argument("--known", metavar="DATE", help="show only what could be known on this day (default: today)")

    suppose = verbs.add_parser(
        "suppose", parents=[common], help="suppose that a state joins or leaves", description="Put the record and a scenario side by side."
    )
    suppose.add_argument("change", metavar="CHANGE", help='such as "Finland joins NATO" or "Hungary leaves NATO"')
    suppose.add_argument("--on", metavar="DATE", help="the day on which it is supposed to come about (default: today)")
    suppose.add_argument("--border-with", metavar="STATE", default="RUS", help="whose border with the alliance to compare (default: RUS)")

    accession = verbs.add_parser(
        "accession",
        parents=[common],
        help="follow a state's accession",
        description="Show the steps of an accession, done and open, who has ratified, and the days so far.",
    )
    accession.add_argument("state", metavar="STATE", help="the state that joins, such as FIN or Finland")
    accession.add_argument("alliance", metavar="ALLIANCE", help="the alliance that it joins, such as NATO")
    accession.add_argument("--on", metavar="DATE", help="the day to show (default: today)")

    validate = verbs.add_parser(
        "validate",
        parents=[common],
        help="find invalid and doubtful lines of a record",
        description="Check a record's text: exit 0 when it is clean, 1 when a line is invalid, 2 when lines are only doubtful.",
    )
    validate.add_argument("folder", metavar="DIR", nargs="?", help="the record's folder (default: the edition that ships with foedus)")

    data = verbs.add_parser(
        "data",
        parents=[common],
        help="pull public data sets and lay them over the edition",
        description="Data sets whose terms do not allow shipping them: pull one by name, and every verb reads it as a layer over the edition until it is switched off. "
        "FOEDUS_DATA_MIRROR names a folder to read files from instead of the network; FOEDUS_LAYERS names the layers of one command (empty: none).",
    )
    data.add_argument("what", metavar="WHAT", choices=("list", "pull", "on", "off"), help="list, pull, on or off")
    data.add_argument("names", metavar="NAME", nargs="*", help="data sets, such as atop")
    data.add_argument("--off", action="store_true", help="pull without laying it over the edition")

    archive = verbs.add_parser(
        "archive",
        help="keep many pages, and learn which of their sentences went stale",
        description="Keep pages with their findings; when a fact is new or corrected, or a day has passed, judge again what that concerns, and list the sentences that went stale. "
        "FOEDUS_ARCHIVE names the archive as --archive does.",
    )
    archive.add_argument(
        "what",
        metavar="WHAT",
        choices=("add", "status", "stale", "export"),
        help="add pages; status: how much is kept; stale: list the sentences that went stale (exit 1 if there are any); export: all findings as a file",
    )
    archive.add_argument("sources", metavar="SOURCE", nargs="*", help="pages to add: whatever foedus check reads")
    archive.add_argument(
        "--archive",
        metavar="PLACE",
        help="a SQLite file, or a PostgreSQL database as postgresql://USER@HOST/NAME (default: in the user's data directory)",
    )
    archive.add_argument(
        "--format",
        choices=("text", "json", "jsonl", "csv", "parquet"),
        help="how to answer: text or json (add, status), text, json or jsonl (stale), parquet, csv or jsonl (export); default: the first, or what --output is named for",
    )
    archive.add_argument("--output", metavar="FILE", help="the file to export to (default: standard output)")
    archive.add_argument("--since", metavar="DATE", help="only sentences that went stale, or were found to be wrong, on this day or later")
    archive.add_argument("--record", metavar="DIR", help="the record to ask (default: the edition that ships with foedus)")
    archive.add_argument(
        "--column", metavar="PART=NAME", action="append", default=[], help="the column of a table that holds a part of a page, as for check"
    )
    archive.add_argument("--published", metavar="DATE", help="the day of publication of the pages to add (default: read from each page)")
    archive.add_argument("--updated", metavar="DATE", help="the day of their last update (default: read from each page)")
    archive.add_argument("--today", metavar="DATE", help="the day to judge on (default: today); never before that of the last time")
    archive.add_argument("--jobs", metavar="N", type=_positive, help="how many processes read pages that are added (default: one a core)")
    archive.add_argument("--exit-zero", action="store_true", help="exit with 0 even when sentences went stale")

    canonical = verbs.add_parser(
        "format",
        parents=[common],
        help="write a record's text in its canonical form",
        description="Sort lines, order columns and keys, and leave out empty columns, so that a change of one fact is a change of one line. Changes no fact.",
    )
    canonical.add_argument("folder", metavar="DIR", nargs="?", help="the record's folder (default: the edition that ships with foedus)")
    canonical.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a file is not in canonical form")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is not a number of processes: expected 1 or more")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.version:
        from importlib.metadata import version

        print(f"foedus {version('foedus')}")
        return 0
    if options.print_completion:
        import shtab

        print(shtab.complete(parser, options.print_completion))
        return 0
    if options.verb is None:
        parser.print_help()
        return 2
    try:
        return _run(options)
    except RecordError as error:
        print(_invalid(error), file=sys.stderr)
        return 1
    except FoedusError as error:
        print(f"foedus: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): that is its right, not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _invalid(error: RecordError) -> str:
    shown = "\n".join(map(str, error.problems[:_MOST_PROBLEMS]))
    more = len(error.problems) - _MOST_PROBLEMS
    rest = f"\n… and {more} more: foedus validate lists them all" if more > 0 else ""
    return f"foedus: the record is invalid:\n{shown}{rest}"


def _run(options: argparse.Namespace) -> int:
    from importlib import import_module

    module = import_module(f"foedus.commands.{options.verb}")
    status: int = module.run(options, date.today())
    gc.freeze()  # the process ends here: looking for garbage among the facts would take longer than the answer did
    return status


if __name__ == "__main__":
    sys.exit(main())
