"""Where a record is, in words that travel: other processes and machines load it anew."""

from __future__ import annotations

import functools
import os
from typing import NamedTuple

from foedus.record import Record, edition_folder, load


class Place(NamedTuple):
    """A record's *folder* and those of the data sets laid over it. *shipped* names the archive in which Spark brought them, if it did."""

    folder: str
    layers: tuple[str, ...] = ()
    shipped: str = ""

    @classmethod
    def of(cls, folder: str | None, names: tuple[str, ...]) -> Place:
        """The place of a folder's record, or of the edition with the data sets of these names."""
        from foedus import datasets

        return cls(os.path.abspath(folder)) if folder else cls(edition_folder(), tuple(datasets.folder(name) for name in names))

    def load(self) -> Record:
        """The record, loaded once a process."""
        return _loaded(self)


@functools.cache
def _loaded(place: Place) -> Record:
    if not place.shipped:
        return load(place.folder, layers=place.layers)
    from pyspark import SparkFiles

    root = SparkFiles.get(place.shipped)
    return load(os.path.join(root, "record"), layers=[os.path.join(root, "layers", os.path.basename(layer)) for layer in place.layers])
