"""Lengths of land borders and distances between coasts, computed from Natural Earth's public-domain geometry.

    python benchmarks/record/geometry.py borders countries-10m.json   lines of borders.csv
    python benchmarks/record/geometry.py seas countries-10m.json      lines of sea_neighbours.csv

The file is the TopoJSON of the npm package ``world-atlas``: an arc that two countries share is a piece of their border, one that a single country
has is coast. Lengths are geodesics on WGS84 (pyproj). States count as sea neighbours where their coasts come within 24 nautical miles, the
breadth of two territorial seas, and of a contiguous zone under article 33 of the UN Convention on the Law of the Sea. Dependencies are left out.
At a scale of 1:10,000,000 a river that meanders is shorter than it is in nature: expect up to a tenth less than a survey.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from itertools import combinations, pairwise

import numpy as np
from pyproj import Geod
from scipy.spatial import cKDTree

GEOD = Geod(ellps="WGS84")
RADIUS_KM = 6371.0088
NEAR_KM = 24 * 1.852
STEP_KM = 1.0
SOURCE = "natural-earth-2026-10m"
KNOWN = "2026-07-10"
OWN_IDS = {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH"}


def arcs_of(geometry: dict) -> set[int]:
    """The arcs that a feature's rings run along, each once, whatever its direction."""
    pending, found = list(geometry.get("arcs", ())), set()
    while pending:
        item = pending.pop()
        if isinstance(item, int):
            found.add(item if item >= 0 else ~item)
        else:
            pending.extend(item)
    return found


def read(path: str) -> tuple[list[np.ndarray], dict[str, set[int]]]:
    """The arcs as arrays of longitude and latitude, and the arcs of every sovereign state by its id."""
    with open(path, encoding="utf-8") as file:
        topology = json.load(file)
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    states: dict[str, set[int]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        properties = geometry["properties"]
        code = properties.get("isoA3") or properties["adm0A3"]
        code = OWN_IDS.get(properties["adm0A3"], code)
        if properties["type"] in ("Sovereign country", "Country", "Sovereignty", "Disputed") and len(code) == 3 and code.isalpha():
            states[code] = arcs_of(geometry)
    return arcs, states


def borders(arcs: list[np.ndarray], states: dict[str, set[int]]) -> dict[tuple[str, str], float]:
    """The length in kilometres of every land border between two states."""
    users = defaultdict(list)
    for state, used in states.items():
        for arc in used:
            users[arc].append(state)
    km: dict[tuple[str, str], float] = defaultdict(float)
    for arc, sides in users.items():
        for one, other in combinations(sorted(sides), 2):
            km[one, other] += GEOD.line_length(arcs[arc][:, 0], arcs[arc][:, 1]) / 1000
    return dict(km)


def coast(arcs: list[np.ndarray], own: set[int], shared: set[int]) -> np.ndarray:
    """Points along a state's coast, at most STEP_KM apart, on the unit sphere."""
    pieces = []
    for arc in own - shared:
        line = arcs[arc]
        for (x1, y1), (x2, y2) in pairwise(line):
            if abs(x1 - x2) > 180 or (abs(x1) == 180 == abs(x2)):
                continue  # the cut along the antimeridian is no coast
            count = max(1, int(GEOD.line_length([x1, x2], [y1, y2]) / 1000 / STEP_KM))
            share = np.linspace(0, 1, count, endpoint=False)[:, None]
            pieces.append(np.array([[x1, y1]]) * (1 - share) + np.array([[x2, y2]]) * share)
    if not pieces:
        return np.empty((0, 3))
    longitude, latitude = np.radians(np.concatenate(pieces)).T
    return np.stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1)


def seas(arcs: list[np.ndarray], states: dict[str, set[int]]) -> dict[tuple[str, str], float]:
    """The least distance in kilometres between the coasts of two states, where it is at most 24 nautical miles."""
    users: dict[int, int] = defaultdict(int)
    for used in states.values():
        for arc in used:
            users[arc] += 1
    shared = {arc for arc, count in users.items() if count > 1}
    trees = {}
    for state, used in states.items():
        points = coast(arcs, used, shared)
        if len(points):
            trees[state] = (cKDTree(points), points)
    limit = 2 * np.sin(NEAR_KM / RADIUS_KM / 2)
    found = {}
    for one, other in combinations(sorted(trees), 2):
        distance, _ = trees[one][0].query(trees[other][1], distance_upper_bound=limit)
        nearest = distance.min()
        if np.isfinite(nearest):
            found[one, other] = 2 * RADIUS_KM * float(np.arcsin(nearest / 2))
    return found


def main() -> None:
    what, path = sys.argv[1:]
    arcs, states = read(path)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for (one, other), km in sorted((borders if what == "borders" else seas)(arcs, states).items()):
        writer.writerow((one, other, round(km), f"{SOURCE}[computed, {one} and {other}]", KNOWN))


if __name__ == "__main__":
    main()
