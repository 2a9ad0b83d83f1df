"""What a correction does, in a sentence of the article's words. Pure."""

from __future__ import annotations

from reader.domain.correction import Correction, CorrectionKind
from reader.ui.panel.words import clean_line

IN_THIS_ARTICLE = "in this article"
IN_ANOTHER_ARTICLE = "in another article"
IN_EVERY_ARTICLE = "in every article"

SHORT = 48
"""How many letters of a statement a sentence takes in."""

_CLOSING = {"“": "”", "«": " »", "„": "“", "‘": "’", "‹": " ›", '"': '"', "'": "'"}


def effect(correction: Correction, open_text: str | None = None) -> str:
    """ "in this article: “…” is said by Ada Moss". ``open_text`` is the hash of the open article's text, if any."""
    return f"{_where(correction, open_text)}: {_what(correction)}"


def _where(correction: Correction, open_text: str | None) -> str:
    if correction.anchor is None:
        return IN_EVERY_ARTICLE
    return IN_THIS_ARTICLE if open_text in (None, correction.anchor.text_hash) else IN_ANOTHER_ARTICLE


def _what(correction: Correction) -> str:
    words = shortened(correction.anchor.exact) if correction.anchor else ""
    actor, value = clean_line(correction.actor or ""), clean_line(correction.value or "")
    match correction.kind:
        case CorrectionKind.SPEAKER:
            return f"{words} is said by {actor}"
        case CorrectionKind.NOT_STATEMENT:
            return f"{words} is not a statement"
        case CorrectionKind.PARTY:
            return f"{actor} speaks for {value}"
        case CorrectionKind.SAME_ACTOR:
            return f"{actor} and {value} are the same"


def shortened(words: str, longest: int = SHORT) -> str:
    """Words on one line between quotation marks, cut at a word where they are longer than ``longest`` letters."""
    line = clean_line(words)
    closing = _CLOSING.get(line[:1])
    if len(line) > longest:
        cut = line.rfind(" ", longest // 2, longest)
        line = f"{line[: cut if cut > 0 else longest].rstrip()} …{closing or ''}"
    return line if closing else f"“{line}”"
