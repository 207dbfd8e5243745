"""ATOP, the Alliance Treaty Obligations and Provisions data: treaties, the spells of their members, and what each is obliged to.

ATOP counts a member from its signature, not from the day on which the treaty entered into force for it, and cuts an alliance into phases where its
terms changed; phases of one member that follow each other are one spell here. A day or month that it does not give is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedus.crosswalk import state_of
from foedus.datasets.tables import Tables, covered, day_of, rows
from foedus.dates import parse_moment
from foedus.record import Record

CONTENTS = {"defense": "defense", "offense": "offense", "neutral": "neutrality", "nonagg": "nonaggression", "consul": "consultation"}
_MEANING = {
    "defense": "aid a member that is attacked, by force",
    "offense": "aid a member by force where it was not attacked",
    "neutral": "stay neutral in a member's war",
    "nonagg": "not to use force against one another",
    "consul": "consult in crises, or to make policy together",
}
_THROUGH = "2016-12-31"
_OTHER_NUMBERS = {"8152": "815"}
"""Members under a number of another system: Annam, which Gleditsch and Ward count as Vietnam."""


def tables(texts: Mapping[str, str], edition: Record, key: str) -> Tables:
    """Treaties, articles and members as lines of the record's lists."""
    by_member: dict[str, list[dict[str, str]]] = {}
    for row in rows(texts["atop4_01_member_level.csv"]):
        row["state"] = _state(edition, row)
        by_member.setdefault(row["atopid"], []).append(row)
    treaties, articles, members, coverage = [], [], [], []
    for alliance in rows(texts["atop4_01_alliance_level.csv"]):
        id, parts = alliance["atopid"], by_member[alliance["atopid"]]
        since, until = min(row["from"] for row in map(_dated, parts)), _end(alliance)
        public = "event" if alliance["pubsecr"] == "0" else "2018"
        common = {"cite": f"{key}[atopid {id}]", "known_from": public}
        parties = ", ".join(dict.fromkeys(row["state"] for row in parts))
        treaties.append(
            common
            | {
                "id": f"atop-{id}",
                "name": f"ATOP alliance {id} ({parties})",
                "signed": since,
                "in_force": since,
                "until": until,
                "atop": id,
            }
        )
        articles += [common | {"treaty": f"atop-{id}", "from": since, "until": until} | article for article in _articles(alliance, parts)]
        members += [common | spell | {"alliance": f"atop-{id}"} for spell in _spells(parts)]
        coverage.append(covered("members", f"atop-{id}", "", _THROUGH, common["cite"]))
    return {"coverage.csv": coverage, "treaties.csv": treaties, "articles.csv": articles, "members.csv": members}


def _state(edition: Record, row: Mapping[str, str]) -> str:
    day, number = parse_moment(day_of(row["yrent"], row["moent"], row["dayent"])).earliest, row["member"]
    found = state_of(edition, "gw", _OTHER_NUMBERS[number], day) if number in _OTHER_NUMBERS else state_of(edition, "cow", number, day)
    found = found or state_of(edition, "gw", number, day)
    return found.id if found else f"number {number}"


def _dated(row: dict[str, str]) -> dict[str, str]:
    left = row["yrexit"] not in ("0", "") and int(row["yrexit"]) > 0
    row["from"] = day_of(row["yrent"], row["moent"], row["dayent"])
    row["until"] = day_of(row["yrexit"], row["moexit"], row["dayexit"]) if left else ""
    return row


def _end(alliance: Mapping[str, str]) -> str:
    return (
        day_of(alliance["endyr"], alliance["endmo"], alliance["endday"]) if alliance["ineffect"] == "0" and alliance["endyr"] != "0" else ""
    )


def _articles(alliance: Mapping[str, str], parts: list[dict[str, str]]) -> Iterable[dict[str, str]]:
    conditional = {"defense": "defcon", "offense": "offcon", "neutral": "neucon", "consul": "concon"}
    for column, content in CONTENTS.items():
        bound = [row for row in parts if row[column] == "1"]
        conditions = "under conditions that the data code" if any(row.get(conditional.get(column, ""), "0") == "1" for row in bound) else ""
        line = {"number": column, "content": content, "gist": f"To {_MEANING[column]}, as the data code it.", "conditions": conditions}
        if bound and len(bound) == len(parts):
            yield line
        else:
            phases: dict[tuple[str, str], list[str]] = {}
            for row in bound:
                phases.setdefault((row["from"], row["until"]), []).append(row["state"])
            for (since, until), states in phases.items():
                yield line | {"by": " ".join(dict.fromkeys(states)), "from": since, "until": until}


def _spells(parts: list[dict[str, str]]) -> Iterable[dict[str, str]]:
    """Each member's spells: phases that follow each other without a gap are one."""
    open_spells: dict[str, dict[str, str]] = {}
    for row in sorted(parts, key=lambda row: (row["state"], row["from"])):
        spell = open_spells.get(row["state"])
        if spell is not None and (not spell["until"] or spell["until"] >= row["from"]):
            spell["until"] = spell["until"] and row["until"] and max(row["until"], spell["until"])
            continue
        if spell is not None:
            yield spell
        open_spells[row["state"]] = {"state": row["state"], "from": row["from"], "until": row["until"]}
    yield from open_spells.values()
