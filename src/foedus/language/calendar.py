"""Dates as prose writes them, and what they mean on the day of publication: ``April 4, 1949``, ``last April``, ``Thursday``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from foedus.dates import Moment, on, parse_moment
from foedus.language.lazily import lazily

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join(
    [
        *(m.capitalize() for m in MONTHS),
        *(m[:3].capitalize() + r"\.?" for m in MONTHS if m not in ("may", "june", "july")),
        r"Sept\.?",
        r"Jun[e.]",
        r"Jul[y.]",
    ]
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FEW = "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_ANY_YEAR = r"(?:1\d|20)\d\d"
"""After a day, or after "in", four digits are a year however early."""


_PATTERN = lazily(
    rf"""(?<![\w-])(?:
          between\s+(?P<first>{_YEAR}-\d\d-\d\d)\s+and\s+(?P<last>{_YEAR}-\d\d-\d\d)
         |(?P<iso>{_YEAR}-\d\d-\d\d)
         |(?:{_WEEKDAY},?\s+)?(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:,?\s+(?P<y1>{_ANY_YEAR}))?(?!\d|,\d|\s*[-–]\s*\d)
         |(?:{_WEEKDAY},?\s+)?(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_ANY_YEAR}))?
         |(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_ANY_YEAR})
         |(?P<m5>{_MONTH})\s+(?:of\s+)?(?P<yr>last|this)\s+year
         |(?:(?:the\s+)?(?P<part>early|mid|middle|late|beginning|start|end)(?:\s+of\s+|[\s-]+))?(?:the\s+)?
          (?:(?P<decade>1[6-9]\d0|20\d0)'?s|(?:nineteen[\s-])?(?<!\w)(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\s+(?:of|than|percent))
         |(?:the\s+)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?(?P<y4>{_YEAR})
         |(?:the\s+)?(?P<part2>early|mid|late|beginning|start|end|first\s+half|second\s+half)(?:\s+of\s+|[\s-]+)(?P<y6>{_YEAR})
         |(?P<which>(?i:last|this|next|past))\s+(?P<unit>week|month|year|spring|summer|autumn|fall|winter|{_MONTH}|{_WEEKDAY})
         |(?P<weekday>{_WEEKDAY})s?(?!\w)
         |(?P<ago>\d+|(?i:{_FEW}))\s+(?P<agounit>day|week|month|year|decade)s?\s+(?P<way>ago|earlier|later)
         |(?P<deictic>[Yy]esterday|today)
         |(?<=[Ii]n\s)(?P<m4>{_MONTH})(?!\w|\.\w|\s+\d)
         |(?<![\d,.$€£])(?P<y5>{_YEAR}|(?<=[Ii]n\s)1[0-5]\d\d)(?![\d,]\d|-(?:strong|member|nation)|s\b|\s+(?:troops|soldiers|km|kilomet|miles|people|forces|tanks))
        )(?!\w)""",
    re.X,
)


_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip


_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 2)}
_PARTS = {
    "early": (1, 4),
    "beginning": (1, 3),
    "start": (1, 3),
    "mid": (4, 9),
    "late": (9, 12),
    "end": (10, 12),
    "first": (1, 6),
    "second": (7, 12),
}
"""The months of a part of a year, widely: one writer's late is another's autumn."""


class Dated(NamedTuple):
    """A date found in a text, and the days that it can mean."""

    start: int
    end: int
    moment: Moment


def find(text: str, published: date) -> Iterator[Dated]:
    """Every date in *text*; relative ones are resolved against the day of publication."""
    before: Moment | None = None
    for match in _PATTERN.finditer(text):
        moment = _later(match, before) if match["way"] == "later" else _meaning(match, published)
        before = moment or before
        if moment is not None:
            yield Dated(match.start(), match.end(), moment)


def _meaning(match: re.Match[str], published: date) -> Moment | None:
    group = match.groupdict()
    try:
        if group["first"]:
            return parse_moment(f"{group['first']}/{group['last']}")
        if group["iso"]:
            return parse_moment(group["iso"])
        for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
            if group[month]:
                return _day(int(re.sub(r"\D", "", group[day])), _month(group[month]), group[year], published)
        if group["m3"]:
            return parse_moment(f"{group['y3']}-{_month(group['m3']):02}")
        if group["m4"]:
            number = _month(group["m4"])
            return parse_moment(f"{published.year - (number > published.month)}-{number:02}")
        if group["m5"]:
            return parse_moment(f"{published.year - (group['yr'] == 'last')}-{_month(group['m5']):02}")
        if group["y5"]:
            return parse_moment(group["y5"])
        if group["decade"] or group["tens"]:
            return _decade(group["decade"] or f"19{_TENS[group['tens']]}0", group["part"])
        if group["season"]:
            return _season(int(group["y4"]), group["season"].lower())
        if group["y6"]:
            first, last = _PARTS[group["part2"].split()[0]]
            return parse_moment(f"{group['y6']}-{first:02}/{group['y6']}-{last:02}")
    except ValueError:
        return None
    if group["weekday"]:
        return on(_last_weekday(group["weekday"], published))
    if group["deictic"]:
        return on(published - timedelta(days=group["deictic"].lower() == "yesterday"))
    if group["which"]:
        return _relative(group["which"].lower(), group["unit"], published)
    if group["ago"]:
        number = int(group["ago"]) if group["ago"].isdigit() else _SMALL[group["ago"].lower()]
        return _ago(number, group["agounit"], published)
    return None


def _decade(first: str, part: str | None) -> Moment:
    """ "The fifties", "the early 1990s": the years that are meant, widely where only a part is."""
    year = int(first)
    begin, end = {
        "early": (0, 4),
        "beginning": (0, 3),
        "start": (0, 3),
        "mid": (3, 6),
        "middle": (3, 6),
        "late": (5, 9),
        "end": (6, 9),
    }.get(part or "", (0, 9))
    return parse_moment(f"{year + begin}/{year + end}")


def _season(year: int, name: str) -> Moment:
    # A winter is named after either of the years in which it lies.
    if name == "winter":
        return parse_moment(f"{year - 1}-12/{year + 1}-02")
    first, last = _SEASONS[name]
    return parse_moment(f"{year}-{first:02}/{year}-{last:02}")


def _month(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _day(day: int, month: int, year: str | None, published: date) -> Moment:
    if year:
        return on(date(int(year), month, day))
    this_year = date(published.year, month, day)
    # Without a year, prose means the nearest such day that is not far ahead.
    return on(this_year if this_year <= published + timedelta(days=60) else date(published.year - 1, month, day))


def _last_weekday(name: str, published: date) -> date:
    """A bare weekday is the latest such day up to publication, publication day included."""
    index = WEEKDAYS.index(name.lower())
    return published - timedelta(days=(published.weekday() - index) % 7)


def _relative(which: str, unit: str, published: date) -> Moment | None:
    lower = unit.lower()
    if lower in WEEKDAYS:
        day = _last_weekday(unit, published)
        if which in ("last", "past") and day == published:
            day -= timedelta(days=7)
        return on(day) if which != "next" else None
    if which == "next":
        return None
    back = which in ("last", "past")
    if lower == "year":
        return parse_moment(str(published.year - back))
    if lower == "month":
        first = published.replace(day=1)
        return parse_moment(f"{(first - timedelta(days=1) if back else first):%Y-%m}")
    if lower == "week":
        start = published - timedelta(days=published.weekday() + 7 * back)
        return parse_moment(f"{start}/{start + timedelta(days=6)}")
    first_month, last_month = _SEASONS.get(lower) or (_month(unit), _month(unit))
    year = published.year
    if back and last_month >= published.month:
        year -= 1
    return (
        parse_moment(f"{year}-{first_month:02}/{year}-{last_month:02}")
        if first_month != last_month
        else parse_moment(f"{year}-{first_month:02}")
    )


def _later(match: re.Match[str], before: Moment | None) -> Moment | None:
    """ "In 2004 ..., five years later": counted from the date before it in the sentence; years alone are told so roughly."""
    if before is None or match["agounit"] not in ("year", "decade"):
        return None
    number = int(match["ago"]) if match["ago"].isdigit() else _SMALL[match["ago"].lower()]
    year = before.latest.year + number * (10 if match["agounit"] == "decade" else 1)
    return None if year > 2100 else _about(year) if match["agounit"] == "decade" else parse_moment(str(year))


def _ago(number: int, unit: str, published: date) -> Moment:
    if unit == "day":
        return on(published - timedelta(days=number))
    if unit == "decade":
        return _about(published.year - 10 * number)
    if unit == "week":
        day = published - timedelta(weeks=number)
        return parse_moment(f"{day - timedelta(days=3)}/{day + timedelta(days=3)}")
    if unit == "month":
        total = published.year * 12 + published.month - 1 - number
        return parse_moment(f"{total // 12}-{total % 12 + 1:02}")
    return parse_moment(str(published.year - number))


def _about(year: int) -> Moment:
    """Decades are counted roughly: "two decades ago" may be eighteen years."""
    return parse_moment(f"{year - 2}-01-01/{year + 2}-12-31")
