"""Where the library is."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "PARLEY_LIBRARY"


def default_library_path() -> Path:
    """``PARLEY_LIBRARY`` where it is set, else the file in the system's place for a user's data."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("parley", appauthor=False) / "library.db"
