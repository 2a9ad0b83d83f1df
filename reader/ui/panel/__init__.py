"""The side panel: each party's statements as cards, the figures side by side, and everyone named."""

from reader.ui.panel.panel import StatementPanel

__all__ = ["StatementPanel"]
