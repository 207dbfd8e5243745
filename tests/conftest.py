"""Tests ask the edition alone, whatever data sets whoever runs them has switched on."""

from __future__ import annotations

import os
import tempfile

os.environ["FOEDUS_LAYERS"] = ""
os.environ["FOEDUS_DATA"] = os.path.join(tempfile.gettempdir(), "foedus-tests-have-no-data")
