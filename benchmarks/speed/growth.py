"""How cost grows with the input: a table and a plot of what the other benchmarks of this folder measure, in one run.

    python benchmarks/speed/growth.py --write

prints the table; with ``--write`` it stands in docs/explanation/how-fast-it-is.md, with the plot beside it. ``--pages``, ``--about``, ``--megabytes`` and ``--claims`` give the sizes.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path

import archive_update
import cores
import read_pages
import scan_archive

from foedus.record import load

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "how-fast-it-is.md"
PLOT = PAGE.with_suffix(".svg")

Series = dict[str, list[tuple[float, float]]]
"""Lines of a plot: for each, what was put in and what it cost."""


def scanned(sizes: list[int]) -> tuple[str, Series]:
    paces = scan_archive.measured(sizes)
    rows = [
        f"| {pace.pages:,} pages, {pace.bytes / 1e6:.1f} MB | {pace.own / 1e6:.0f} MB/s | {pace.peer / 1e6:.2f} MB/s | {pace.own / pace.peer:.0f} | {pace.bare / 1e6:.0f} MB/s | {pace.bare / pace.own:.2f} |"
        for pace in paces
    ]
    text = f"""## A mixed archive is scanned

One page in a hundred is about an alliance; the rest are words as often as English has them. The scan tells which pages may have a finding, and errs on one
side only. Targets: 150 times the pace of spaCy's blank tokenizer with a PhraseMatcher over the same names, at most twice the time of a bare
Aho-Corasick pass over them.

| archive | scan | spaCy | times its pace | bare pass | times its time |
| --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}
"""
    sizes_mb = [pace.bytes / 1e6 for pace in paces]
    return text, {
        name: [(size, size * 1e6 / speed) for size, speed in zip(sizes_mb, speeds, strict=True)]
        for name, speeds in {
            "scan": [pace.own for pace in paces],
            "bare Aho-Corasick pass": [pace.bare for pace in paces],
            "spaCy, from a sample": [pace.peer for pace in paces],
        }.items()
    }


def read(sizes: list[int]) -> tuple[str, Series]:
    paces = read_pages.measured(sizes)
    rows = [
        f"| {pace.pages:,} pages, {pace.bytes / 1e3:,.0f} KB | {pace.findings:,} | {pace.bytes / pace.own / 1e3:.0f} KB/s | {pace.bytes / pace.peer / 1e3:,.0f} KB/s | {pace.peer / pace.own:.3f} |"
        for pace in paces
    ]
    text = f"""## Pages all about alliances are read

Every sentence of these pages makes a claim: a hundred findings on a page of 6 KB, each judged twice, with its evidence and, where it is wrong, a correction
that was read back. The peer merely finds the names. Target: its pace.

| input | findings | read and judged | spaCy finds the names | of its pace |
| --- | --- | --- | --- | --- |
{chr(10).join(rows)}
"""
    return text, {
        "read and judged": [(pace.bytes / 1e6, pace.own) for pace in paces],
        "spaCy finds the names": [(pace.bytes / 1e6, pace.peer) for pace in paces],
    }


def checked(sizes: list[int]) -> tuple[str, Series]:
    table, compared = cores.measured(sizes, 100, 3)
    rows = [f"| {size:,} MB | {jobs} | {took.wall:.1f} s | {took.memory:.0f} MB |" for (size, jobs), took in table.items()]
    text = f"""## A whole archive is checked on two cores

`foedus check` on JSON Lines, one page in a hundred about alliances. Targets: two cores at least 1.8 times one, and memory that does not grow. Here two cores
took one into **{compared.clock:.2f}** by the clock, {compared.quiet:.2f} by the time of processors.

| input | jobs | time | memory at most |
| --- | --- | --- | --- |
{chr(10).join(rows)}
"""
    two = {size: took for (size, jobs), took in table.items() if jobs == 2}
    return text, {
        "memory, MB": [(size, took.memory) for size, took in two.items()],
        "seconds": [(size, took.wall) for size, took in two.items()],
    }


def updated(sizes: list[int]) -> tuple[str, Series]:
    table = archive_update.measured(sizes, load())
    rows = [f"| {kept:,} | " + " | ".join(f"{took * 1000:.0f} ms" for _, took, _ in results) + " |" for kept, results in table.items()]
    text = f"""## One new fact enters the record

From the fact to the addresses of the pages that it made untrue, written and committed, by how many pages are concerned. Targets: under 100 ms, and a cost that
grows with the pages concerned, not with the claims kept.

| claims kept | {" | ".join(f"{affected:,} pages" for affected in archive_update.AFFECTED)} |
| --- | {" | ".join("---" for _ in archive_update.AFFECTED)} |
{chr(10).join(rows)}
"""
    lines: Series = {}
    for kept, results in table.items():
        for affected, took, _ in results:
            lines.setdefault(f"{affected:,} pages concerned", []).append((kept, took))
    return text, lines


def plot(panels: dict[tuple[str, str], Series]) -> None:
    """Draw each panel, both axes logarithmic: a straight line that rises as fast as it runs is a cost in proportion."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "foedus"
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(2, 2, figsize=(10, 7.5), layout="constrained")
    for axis, ((title, unit), lines) in zip(axes.flat, panels.items(), strict=True):
        for name, points in lines.items():
            axis.plot(*zip(*points, strict=True), marker="o", markersize=4, label=name)
        axis.set(xscale="log", yscale="log", title=title, xlabel=unit, ylabel="seconds")
        axis.grid(visible=True, which="major", alpha=0.3)
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(frameon=False, fontsize="small")
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/explanation/how-fast-it-is.md and its plot")
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 5_000, 50_000], help="pages of the archives that are scanned")
    parser.add_argument("--about", type=int, nargs="+", default=[1, 10, 100], help="pages all about alliances")
    parser.add_argument("--megabytes", type=int, nargs="+", default=[10, 100, 1_000], help="sizes of the archives that are checked")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="claims that an archive keeps")
    options = parser.parse_args()
    # What runs in processes of its own comes first: the others keep to one core.
    checking, panel_checking = checked(options.megabytes)
    updating, panel_updating = updated(options.claims)
    scanning, panel_scanning = scanned(options.pages)
    reading, panel_reading = read(options.about)
    text = "\n".join((scanning, reading, checking, updating))
    print(text)
    if options.write:
        machine = f"Python {platform.python_version()}, {len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} cores, {platform.machine()}"
        PAGE.write_text(
            f"""<!-- Generated by benchmarks/speed/growth.py --write: change the code, then run it again. -->

# How fast it is

Each pace is measured against a named peer in the same run, on the same input and cores ({machine}). What missed its target stands here as it came out.

![Seconds by size of the input, both axes logarithmic](how-fast-it-is.svg)

{text}"""
        )
        plot(
            {
                ("A mixed archive is scanned", "megabytes"): panel_scanning,
                ("Pages all about alliances are read", "megabytes"): panel_reading,
                ("A whole archive is checked on two cores", "megabytes"): panel_checking,
                ("One new fact enters the record", "claims kept"): panel_updating,
            }
        )


if __name__ == "__main__":
    sys.exit(main())
