"""Who gave what to whom, where no phrasing says it: the donor and the recipient of a clause that speaks of arms or aid and of giving.

Two names, something given, and a word of giving or getting are enough if each name has a mark of its part: "to", "for" or "reached" before the
recipient, "by" or "from" before the donor, a genitive or an adjective of nationality before what is given, or the place of the subject.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language.names import Mention
from foedus.language.sentence import LETTERS, Item, Sentence
from foedus.language.template import alternatives_of
from foedus.language.words import CLASSES

_L = LETTERS
_ORG = f"[{_L['state']}{_L['demonym']}{_L['capital']}{_L['government']}{_L['alliance']}{_L['person']}]"
_GOODS = re.compile(
    rf"\b(?:{alternatives_of(CLASSES['goods'], [0])}|arms|weapons?|vests|helmets|tanks?|howitzers|shells|missiles?|drones|jets|systems?|guns?|vehicles|f-16s|patriots?|himars|leopards?|gepards?)\b(?!\s+(?:units?|crews?|troops|brigades?|battalions?|factor(?:y|ies)|makers?|industry|deals?|sales|regiments?|commanders?|base|bases))"
)
_GIVING = re.compile(
    r"\b(?:g[ai]v(?:e|es|en|ing)|sen[dt]|sends|sending|deliver\w*|suppl(?:y|ies|ied|ying)|provid\w+|ship\w*|donat\w+|transferr?\w*|hand(?:ed|ing)|pledg\w+|promis\w+|announc\w+|approv\w+|authori[sz]\w+|allocat\w+|earmark\w*|"
    r"commit\w*|budget\w*|paid|pays|paying|pour\w*|arm(?:s|ed|ing)|equip\w*|grant\w*|agreed|agree|signed|unveil\w*|receiv\w+|gets?|got|reach\w*|arriv\w+|gifts?|fund|recipients?|donors?|suppliers?|airlift\w*|flown|rush\w*|includ\w+|set\s+(?:up|aside)|"
    r"lend|lent|spen[dt]\w*|offer(?:ed|s)|backed|given|released?|on\s+(?:its|their)\s+way|left)\b"
)
_TURNED = re.compile(
    r"\b(?:not|no|never|nor|neither|cannot|\w+n't|without|unless|if|whether|could|might|may|should|must|against|refus\w+|declin\w+|den(?:y|ies|ied)|reject\w*|fail\w*|block\w*|veto\w*|consider\w*|debat\w+|discuss\w*|wait\w*|want\w*|"
    r"hop(?:e|es|ed|ing)|ask\w*|urg\w+|call\w*|oppos\w+|bar(?:s|red)|sell\w*|sold|sales?|b(?:uy|uys|ought|uying)|purchas\w+|export\w*|import\w*|lost|los(?:e|es|ing)|fir(?:ed|es|ing)\s+(?!by)|destroy\w*|captur\w+|seiz\w+|used\s+(?:against|to)|struck|attack\w*|"
    r"hit|milk|grain|gas|oil|need\w*|request\w*|demand\w*|plead\w*|suspend\w*|halt\w*|stopp\w+|end(?:ed|s)|held\s+up|cut|delay\w*|warn\w*|fear\w*|accus\w+|threat\w*|likely|perhaps|one day|embargo|ban|bans|banned|rule[sd]?\s+out|think|weigh\w*|"
    r"object\w*|critici\w+|condemn\w*|sanction\w*|protest\w*|pressure|reluctant|hesita\w+|doubt\w*|question\w*)\b"
)
_PROMISED_TO = re.compile(r"\b(?:said|says|told|announced?|promised|confirmed|declared)\b[^.;]*\bwould\b")
_BREAK = re.compile(r"[;—]|\b(?:while|whereas|but)\b|,\s+(?:and|as)\s+(?=[\ue000-\ue004\ue00c\ue00d])")
_TO = re.compile(
    rf"\b(?:to|for|reach(?:ed|es|ing)?|into|(?:arrived|already|use|service|operating|now)\s+in)\s+(?:the\s+|its\s+|neighbou?ring\s+|embattled\s+)*(?P<who>{_ORG})(?!'s?\s+(?:{_ORG}))"
)
_GIVE_WHOM = re.compile(
    rf"\b(?:g[ai]v(?:e|es|en|ing)|send|sends|sent|sending|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|arm(?:s|ed|ing)?|equip(?:s|ped|ping)?|promis(?:e|es|ed|ing)|hand(?:s|ed|ing)?|lend|lent|offer(?:s|ed|ing)?|grant(?:s|ed)?|let)\s+"
    rf"(?:the\s+)?(?P<who>{_ORG})"
)
_GETS = re.compile(
    rf"(?P<who>{_ORG})(?:'s?\s+\w+)?\s+(?:(?:has|have|had|is|are|was|were|will|also|now|already|still|the|largest|biggest|a|main|top|second)\s+)*(?:receiv\w+|gets?|got|recipient|getting)\b"
)
_FROM = re.compile(rf"\b(?:by|from)\s+(?:the\s+)?(?P<who>{_ORG})")
_OF = re.compile(rf"(?P<who>{_ORG})(?:'s?)?(?:-made|-supplied)?\s+(?:[\w-]+\s+|{_L['number']}\s*){{0,5}}?$")
_TELLS = re.compile(
    r"(?:'s?\s+(?:[a-z]+\s+){0,3}|\s+)(?:says?|said|told|reports?|reported|wrote|warned|notes?|noted|resistance|reckons?|estimates?)\b"
)


class Gift(NamedTuple):
    """A donor and a recipient, with where the words stand that say so."""

    donor: Item
    recipient: Item
    pledged: bool
    start: int
    end: int


def gift(sentence: Sentence) -> Gift | None:
    """The gift of which the sentence speaks, if its words leave no doubt who gave it and who got it."""
    folded = sentence.folded
    goods = _GOODS.search(folded)
    if goods is None or not _GIVING.search(folded):
        return None
    start = max((found.end() for found in _BREAK.finditer(folded, 0, goods.start())), default=0)
    end = next((found.start() for found in _BREAK.finditer(folded, goods.end())), len(folded))
    if not _GIVING.search(folded, start, end) or _TURNED.search(folded, start, end):
        return None
    if re.search(r"\bwould\b", folded[start:end]) and not _PROMISED_TO.search(folded[start:end]):
        return None
    named = {
        item.at: item for item in sentence.inside(start, end)
        if isinstance(item.what, Mention) and item.what.type in ("state", "alliance", "person") and not item.what.ambiguous and not _TELLS.match(folded, item.at + 1)
    }  # fmt: skip
    recipient = _recipient(folded, start, end, named)
    if recipient is None:
        return None
    donor = _donor(folded, start, end, named, recipient)
    if donor is None:
        return None
    pledged = (
        re.search(
            r"\b(?:will|would|pledg\w+|promis\w+|announc\w+|approv\w+|agreed?|sign\w*|unveil\w*|commit\w*|budget\w*|plan|fund|package)\b",
            folded[start:end],
        )
        is not None
    )
    return Gift(donor, recipient, pledged, min(donor.at, recipient.at, goods.start()), max(donor.at + 1, recipient.at + 1, goods.end()))


def _recipient(folded: str, start: int, end: int, named: dict[int, Item]) -> Item | None:
    for pattern in (_GIVE_WHOM, _GETS, _TO):
        for found in pattern.finditer(folded, start, end):
            item = named.get(found.start("who"))
            if item is None or item.what.type != "state":  # type: ignore[union-attr]
                continue
            if item.letter == _L["demonym"] and not re.match(rf"\s+(?:{_ARMY})\b", folded[item.at + 1 :]):
                continue
            return item
    return None


_ARMY = alternatives_of(CLASSES["army"], [0])


def _donor(folded: str, start: int, end: int, named: dict[int, Item], recipient: Item) -> Item | None:
    others = {at: item for at, item in named.items() if item.what.id != recipient.what.id}  # type: ignore[union-attr]
    for found in _FROM.finditer(folded, start, end):
        if found.start("who") in others:
            return others[found.start("who")]
    for goods in _GOODS.finditer(folded, start, end):
        owner = _OF.search(folded[start : goods.start()])
        if owner and start + owner.start("who") in others:
            between = folded[start + owner.start("who") + 1 : goods.start()]
            item = others[start + owner.start("who")]
            if "'" in between[:2] or item.letter == _L["demonym"] or item.letter == _L["alliance"]:
                return item
    # The subject, unless several might be it.
    before = [
        item
        for at, item in sorted(others.items())
        if at < max(recipient.at, end)
        and not re.search(r"\b(?:in|at|of|with|than|after|on|near|like|unlike|against)\s+(?:the\s+)?$", folded[:at])
    ]
    ids = dict.fromkeys(item.what.id for item in before)  # type: ignore[union-attr]
    return before[0] if len(ids) == 1 and _GIVING.search(folded, before[0].at) else None
