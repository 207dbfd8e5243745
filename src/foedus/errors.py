"""Everything that can go wrong, as one tree.

```
FoedusError
├── RecordError            the record's text cannot be loaded (a list of Problems, each with file and line)
├── BadInput               what the user gave cannot be used; the command line exits with 2
│   ├── BadDate            not a date, or dates in the wrong order
│   ├── BadPage            a page that cannot be read: missing, empty, binary, too large, not UTF-8, undated
│   ├── UnknownName        no such state, alliance, treaty, … (near names are offered)
│   ├── AmbiguousName      a name that stands for several things
│   ├── UnreadableClaim    words in which no claim was understood
│   └── ContradictsRecord  a supposition that the record rules out, or that is already so
```

Messages are part of the API: what was found, where, what was expected, what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class FoedusError(Exception):
    """The root of the tree; its text is fit to be shown to a user."""


class Problem(NamedTuple):
    """One thing wrong with one line of the record.

    *severity* is ``invalid`` (the record will not load) or ``doubtful`` (it loads, and ``foedus validate`` says so).
    """

    file: str
    line: int
    message: str
    severity: str = "invalid"

    def __str__(self) -> str:
        mark = "" if self.severity == "invalid" else "doubtful: "
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {mark}{self.message}"


class RecordError(FoedusError):
    """The record cannot be loaded; ``problems`` names every fault found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class BadInput(FoedusError):
    """What the user gave cannot be used."""


class BadDate(BadInput):
    """Not a date in the form that was expected, or dates in the wrong order."""


class BadPage(BadInput):
    """A page that cannot be read."""


class UnknownName(BadInput):
    """A name that the record does not have."""


class AmbiguousName(BadInput):
    """A name that stands for several things in the record, or for one in it and one outside."""


class UnreadableClaim(BadInput):
    """Words in which no claim was understood."""


class ContradictsRecord(BadInput):
    """A supposition that the record rules out, or that is already so."""
