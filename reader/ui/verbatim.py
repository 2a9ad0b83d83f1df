"""What leaves the screen: words for the clipboard, addresses for the browser."""

from __future__ import annotations

from reader.domain.addresses import link_address as link_address
from reader.domain.addresses import web_address as web_address
from reader.domain.statement import Statement

GAP = " […] "
"""Stands for the reporting clause that cuts a quotation in two."""


def quoted(text: str, statement: Statement) -> str:
    """What was said, word for word; where only a cue names it, from source to cue."""
    if statement.content:
        return GAP.join(text[start:end] for start, end in statement.content)
    spans = sorted(span for span in (statement.source, statement.cue) if span)
    return text[spans[0][0] : spans[-1][1]] if spans else ""
