"""``foedus validate``: the invalid and the doubtful lines of a record."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from foedus.commands.output import print_json
from foedus.record import edition_folder, read_checked


def run(options: Namespace, today: date) -> int:
    folder = options.folder or options.record or edition_folder()
    sections, problems = read_checked(folder)
    invalid = sum(problem.severity == "invalid" for problem in problems)
    doubtful = len(problems) - invalid
    if options.format == "json":
        print_json([problem._asdict() for problem in problems])
    else:
        for problem in problems:
            print(problem)
        facts = sum(len(found) for kind, found in sections.items() if kind not in ("sources", "lexicon"))
        print(f"{facts} facts from {len(sections['sources'])} sources: {invalid} invalid, {doubtful} doubtful")
    return 1 if invalid else 2 if doubtful else 0
