"""What the user keeps and sorts: tags, read and unread for many articles at once."""

from __future__ import annotations

from reader.ui.feeds.feeds_screen import FeedsScreen


class KeepingScreen(FeedsScreen):
    """What the user keeps and sorts: tags, read and unread for many articles at once."""
