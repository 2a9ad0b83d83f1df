"""The side panel: each party’s statements as cards, the figures side by side, and everyone named."""
