"""``foedus data``: public data sets, pulled by name and laid over the edition."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from foedus import datasets
from foedus.commands.output import print_json, waiting
from foedus.errors import BadInput
from foedus.layers import switches
from foedus.record import load


def run(options: Namespace, today: date) -> int:
    what: str = options.what
    if what != "list" and not options.names:
        raise BadInput(f"name the data sets to {'pull' if what == 'pull' else 'switch ' + what}: {', '.join(datasets.registry())}")
    if what == "list":
        _list(options.format)
    elif what == "pull":
        for name in options.names:
            with waiting(f"pulling {name}", when=True):
                count = datasets.pull(name, load())
            if not options.off:
                datasets.switch(name, on=True)
            state = "kept, and switched off" if options.off else "laid over the edition"
            print(f"{name}: {count:,} facts {state}")
    else:
        for name in options.names:
            datasets.switch(name, on=what == "on")
        print(f"laid over the edition: {', '.join(switches()) or 'nothing'}")
    return 0


def _list(form: str) -> None:
    on, here = datasets.switched_on(), datasets.pulled()
    states = {name: "on" if name in on else "off" if name in here else "not pulled" for name in datasets.registry()}
    if form == "json":
        print_json(
            [
                {**one._asdict(), "files": [file._asdict() for file in one.files], "state": states[name]}
                for name, one in datasets.registry().items()
            ]
        )
        return
    for name, one in datasets.registry().items():
        print(f"{name}: {states[name]}")
        print(f"  {one.title}, {one.version}; {one.publisher}")
        print(f"  {one.holds}")
        print(f"  terms: {one.terms}; {one.address}")
