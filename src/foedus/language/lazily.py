"""Regular expressions that are compiled when they are first used: most questions use few of the many that a module holds."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazily:
    def __init__(self, pattern: str, flags: int) -> None:
        self._made = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet; from then on it is there, and costs no more than that of a compiled pattern.
        found = getattr(re.compile(*self._made), name)
        setattr(self, name, found)
        return found


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, as far as it is used: its methods compile the pattern at their first call."""
    return cast("re.Pattern[str]", _Lazily(pattern, flags))
