"""httpx without its command line: ``from reader.feeds.fetching.lean_httpx import httpx``.

``import httpx`` also imports its command where click, rich and pygments are installed, as they are here: more than half
of its import time, for something nobody uses.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import cast

_COMMAND = "httpx._main"

_first = "httpx" not in sys.modules
if _first:
    # An entry of None makes the import fail as if httpx had been installed without its command, which it is ready for.
    sys.modules[_COMMAND] = cast(ModuleType, None)
try:
    import httpx
finally:
    if _first:
        del sys.modules[_COMMAND]

__all__ = ["httpx"]
