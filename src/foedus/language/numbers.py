"""Numbers, hedges and units in prose: ``more than thirty``, ``an 830-mile``, ``dozens of``, ``nearly double``.

A hedge maps to an interval by one table, :data:`HEDGES`, and findings show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.lazily import lazily

UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
VAGUE = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000, "hundreds of thousands": 100_000,
    "millions": 1_000_000, "billions": 1_000_000_000, "tens of billions": 10_000_000_000,
}  # fmt: skip
"""A plural scale word promises more than one of itself: ``thousands`` is read as more than 1,000."""

HEDGES: dict[str, tuple[float, float]] = {
    "=": (1.0, 1.0),
    "~": (0.9, 1.1),
    ">": (1.0, float("inf")),
    ">=": (1.0, float("inf")),
    "<": (0.0, 1.0),
    "<=": (0.0, 1.0),
}
"""For each hedge, the factors of the written number between which the true value must lie (``>`` and ``<`` leave out the number itself).

"Double" and "triple" without a hedge of their own are read with ``~``: nobody writes them of an exact ratio."""

_HEDGE_WORDS = {
    "about": "~", "around": "~", "roughly": "~", "approximately": "~", "some": "~", "nearly": "~", "almost": "~", "close to": "~",
    "more than": ">", "over": ">", "upwards of": ">", "at least": ">=", "no fewer than": ">=", "no less than": ">=",
    "less than": "<", "fewer than": "<", "under": "<", "up to": "<=", "at most": "<=", "no more than": "<=", "as many as": "<=", "only": "=", "just": "=",
    "exactly": "=", "all": "=",
}  # fmt: skip

KM = {"km": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0, "mile": 1.609344, "miles": 1.609344}
CURRENCIES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD"}
_MONEY = {"dollars": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "kroner": "kroner", "kronor": "SEK"}
_SHORT = {"bn": "billion", "tn": "trillion", "mn": "million", "m": "million", "b": "billion"}
"""Scales as headlines write them; a single letter is one only behind a currency: ``£500m``, but ``500m`` are metres."""
_DIGIT = re.compile(r"\d")
_LONGEST_HEDGE = 20
_NUMBER_WORDS = frozenset([*UNITS, *TENS[2:], *(word for vague in VAGUE for word in vague.split()), *SCALES])


class Quantity(NamedTuple):
    """A number as written: its value, its hedge, its unit (``km``, ``percent`` or none), and how finely it was written."""

    start: int
    end: int
    value: float
    hedge: str
    unit: str
    grain: float
    """Half of this is the rounding that the writing allows: 1 for ``32``, 10 for ``1,340``, 0.1 for ``2.1``."""
    ordinal: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a mere number: no measure, no ordinal, nothing about or above."""
        return self.hedge == "=" and not self.unit and not self.ordinal


_WORD_NUMBER = rf"(?:(?:{'|'.join(TENS[2:])})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(sorted(UNITS, key=len, reverse=True))}|a\s+(?:dozen|hundred|thousand))"
# In a verbose pattern a plain space is no space.
_HEDGE_PATTERN = "|".join(sorted((words.replace(" ", r"\s+") for words in _HEDGE_WORDS), key=len, reverse=True))


_HEDGE = lazily(rf"(?<![\w.,$€£-])(?<!\bhanded\s)(?<!\bturned\s)(?:(?P<hedge>{_HEDGE_PATTERN})\s+(?:an?\s+)?|an?\s+)$", re.I)
"""What stands before a number and belongs to it: looked for where a number was found, which is rarer than words such as "all"."""


_PATTERN = lazily(
    rf"""(?<![\w.,$€£-])
        (?:(?P<currency>(?:US|CA?|AU?|NZ)\$|[$€£])\s?)?
        (?:(?P<vague>tens\ of\ thousands|hundreds\ of\ thousands|(?:several|many|a\ few)\s+(?:dozen|hundred|thousand|million)s?|dozens|scores|hundreds|thousands|millions|billions|tens\ of\ billions)
          |(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?
          |(?<=rticle[ ])(?P<roman>X?(?:IX|IV|V?I{{1,3}}|V|X))
          |(?P<word>{_WORD_NUMBER}))
        (?:[\s-]+(?P<scale>dozen|hundred|thousand|million|billion|trillion)(?!s)|(?<=\d)\s?(?P<short>bn|tn|mn)\b|(?<=\d)(?(currency)(?P<letter>[mb])\b|(?!)))?
        (?:[\s-]*(?P<unit>km|kilomet(?:er|re)s?|miles?|%|per\s?cent))?
        (?:\s+(?:of\s+)?(?:US\s+|U\.S\.\s+)?(?P<money>dollars|euros?|kroner|kronor|(?<=illion\ )pounds|(?<=bn\ )pounds)\b)?
        (?![\w%]|\s+another\b)""",
    re.X | re.I,
)


_PARTS = re.compile(r"[\s(\"-]+")
_NTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_NTH = re.compile(rf"[- ]({'|'.join(_NTHS)})\b", re.I)


def find(text: str) -> Iterator[Quantity]:
    """Every number in *text*, with its hedge and unit."""
    if not _DIGIT.search(text) and "rticle " not in text and _NUMBER_WORDS.isdisjoint(_PARTS.split(text.lower())):
        return
    for match in _PATTERN.finditer(text):
        start = match.start()
        before = _HEDGE.search(text, max(start - _LONGEST_HEDGE, 0), start)
        if before and (before["hedge"] or (match["digits"] and text[match.end("digits") : match.end("digits") + 1] == "-")):
            start = before.start()
        hedge = _HEDGE_WORDS.get(" ".join(before["hedge"].lower().split()), "=") if before and before["hedge"] else "="
        if match["vague"]:
            value: float = VAGUE[_plural(match["vague"].lower())]
            hedge = ">" if hedge == "=" else hedge
            grain = 1.0
        elif match["digits"]:
            digits = match["digits"].replace(",", "")
            value = float(digits)
            grain = _grain(digits)
        elif match["roman"]:
            value, grain = float(_roman_value(match["roman"].upper())), 1.0
        else:
            value, grain = float(_word_value(match["word"].lower())), 1.0
        scale = match["scale"] or _SHORT.get((match["short"] or match["letter"] or "").lower())
        if scale:
            factor = SCALES[scale.lower()]
            value, grain = value * factor, grain * factor
        unit = (match["unit"] or "").lower()
        if unit in KM:
            value, grain, unit = value * KM[unit], grain * KM[unit], "km"
        elif unit:
            unit = "percent"
        elif match["currency"]:
            unit = CURRENCIES[match["currency"].upper()]
        elif match["money"]:
            unit = _MONEY[match["money"].lower()]
        end, ordinal = match.end(), bool(match["ordinal"])
        if match["word"] and value >= 20 and (nth := _NTH.match(text, end)):  # "thirty-first"
            value, end, ordinal = value + _NTHS.index(nth[1].lower()) + 1, nth.end(), True
        yield Quantity(start, end, value, hedge, unit, grain, ordinal)


def _plural(vague: str) -> str:
    """ "Several thousand" promises no more than "thousands"."""
    several = vague.split()[-1]
    return vague if vague in VAGUE else several if several.endswith("s") else f"{several}s"


def grain_of(value: float) -> float:
    """How finely a number was written, as far as its value tells: 1 for 2, 0.1 for 2.4, 1,000 for 35,000."""
    return _grain(f"{value:.0f}" if float(value).is_integer() else f"{value:g}")


def _grain(digits: str) -> float:
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** min(zeros, len(digits) - 1) if value_is_large(digits) else 1.0


def value_is_large(digits: str) -> bool:
    """Whether trailing zeros may be rounding: in ``1,340`` they may, in ``30`` members they are counted."""
    return len(digits) >= 3


def _roman_value(numeral: str) -> int:
    """The number of an article in Roman numerals: "Article V"."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _word_value(word: str) -> int:
    if word.startswith("a "):
        return SCALES[word.split()[-1]]
    if word in UNITS:
        return UNITS.index(word)
    tens, _, unit = word.replace("-", " ").partition(" ")
    return TENS.index(tens) * 10 + (UNITS.index(unit) if unit else 0)


def agrees(written: float, hedge: str, true: float, grain: float = 0.0) -> bool:
    """Whether a true value may be written as *written* with this hedge: figures are wrong only if they cannot be rounded to."""
    low, high = HEDGES[hedge]
    slack = grain / 2
    if hedge == ">":
        return true > written - slack
    if hedge == "<":
        return true < written + slack
    return written * low - slack <= true <= written * high + slack


def plain(value: float) -> str:
    """A number as prose writes it: ``1,340``, ``2.1``."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


HEDGE_PHRASES = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most "}


def restated(text: str, wrong: int, right: int, spelled_to: int = 99) -> str | None:
    """A text with one number in another's place, in figures or in words as it stands there; ``None`` where it does not.

    Numbers above *spelled_to* are written in figures whatever stood there.
    """
    new = in_words(right) if right <= spelled_to else str(right)
    for written, number in ((str(wrong), str(right)), (in_words(wrong), new), (in_words(wrong).capitalize(), new.capitalize())):
        pattern = rf"(?<!\w){written}(?!\w)"
        if re.search(pattern, text):
            return re.sub(pattern, number, text, count=1)
    return None


def in_words(n: int) -> str:
    """A whole number in words; from one hundred on in figures, as prose has it."""
    if n >= 100:
        return str(n)
    if n < 20:
        return UNITS[n]
    tens, unit = divmod(n, 10)
    return TENS[tens] + (f"-{UNITS[unit]}" if unit else "")
