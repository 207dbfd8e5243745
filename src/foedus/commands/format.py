"""``foedus format``: a record's text in its canonical form."""

from __future__ import annotations

import os
from argparse import Namespace
from datetime import date

from foedus import cache
from foedus.commands.output import print_json
from foedus.errors import BadInput
from foedus.record import edition_folder
from foedus.record_format import files, formatted


def run(options: Namespace, today: date) -> int:
    folder = options.folder or options.record or edition_folder()
    if not os.path.isdir(folder):
        raise BadInput(f"{folder} is not a folder: expected a record (sources.bib, states.csv, treaties/, …)")
    if not os.path.isfile(os.path.join(folder, "sources.bib")):
        raise BadInput(f"{folder} holds no sources.bib: expected a record's folder; nothing is changed")
    canonical: dict[str, str] = {}
    for name in files(folder):
        try:
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                text = file.read()
        except UnicodeDecodeError:
            raise BadInput(f"{name}: is not UTF-8 text: nothing is changed; `foedus validate` says where") from None
        made = formatted(name, text)
        if made != text:
            canonical[name] = made
    if not options.check:
        for name, text in canonical.items():
            cache.write_whole(os.path.join(folder, name), text.encode())
    if options.format == "json":
        print_json(list(canonical))
    else:
        for name in canonical:
            print(f"{'would format' if options.check else 'formatted'} {name}")
        print(f"{len(canonical)} files {'to format' if options.check else 'formatted'}" if canonical else "all files are in canonical form")
    return 1 if options.check and canonical else 0
