"""Which data sets are laid over the edition: a list of names that the user switches on and off."""

from __future__ import annotations

import os


def directory() -> str:
    """Where pulled data sets are kept: ``$FOEDUS_DATA``, or the user's data directory."""
    chosen = os.environ.get("FOEDUS_DATA")
    if chosen:
        return chosen
    from foedus.cache import user_directory

    return user_directory("data")


def switch_file() -> str:
    """The file that lists the data sets that are on."""
    return os.path.join(directory(), "layers-on")


def layers_on() -> tuple[str, ...]:
    """The names of the data sets that are on: those of ``$FOEDUS_LAYERS`` (names with commas), or those that were switched on."""
    chosen = os.environ.get("FOEDUS_LAYERS")
    return switches() if chosen is None else _names(chosen)


def switches() -> tuple[str, ...]:
    """The names of the data sets that were switched on, whatever ``$FOEDUS_LAYERS`` says of this command."""
    try:
        with open(switch_file(), encoding="utf-8", errors="replace") as file:
            return _names(file.read())
    except OSError:
        return ()


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.replace(",", " ").split()))
