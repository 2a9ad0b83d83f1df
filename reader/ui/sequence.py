"""Keys that act only when pressed twice, as fingers expect of ``g g``."""

from __future__ import annotations

from collections import deque

from textual.app import App

FIRST = "g"
"""The key that begins a sequence; every other key acts at once."""


class LastKeys:
    """The last two keys. An app that has one as ``last_keys`` tells it every key before acting on it."""

    def __init__(self) -> None:
        self._keys: deque[str] = deque(maxlen=2)

    def press(self, key: str) -> None:
        """Take note of a key."""
        self._keys.append(key)

    @property
    def begun(self) -> bool:
        """True while the key just pressed is only the first half of a sequence."""
        if not self._keys or self._keys[-1] != FIRST:
            return False
        if len(self._keys) < 2 or self._keys[0] != FIRST:
            return True
        # The third g begins anew.
        self._keys.clear()
        return False


def sequence_begun(app: App[object]) -> bool:
    """See ``LastKeys.begun``; False in an app that keeps no keys."""
    keys = getattr(app, "last_keys", None)
    return isinstance(keys, LastKeys) and keys.begun
