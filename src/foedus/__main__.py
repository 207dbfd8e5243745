"""``python -m foedus``."""

import sys

from foedus.commands.main import main

sys.exit(main())
