"""HTML to plain text with a layout. Start at ``blocks.py`` for a body, at ``inline.py`` for a title."""
