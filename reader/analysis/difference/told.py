"""What changed, in words: the same on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.analysis.difference.passages import edits
from reader.domain.difference import Change, Edit, FigureChange, Passage, StatementChange

Piece = tuple[Change, str]
"""Words that stayed, came or went; blanks around what came or went are pieces that stayed."""

SIGNS = {Change.SAME: " ", Change.ADDED: "+", Change.REMOVED: "−", Change.ALTERED: "±"}

LONGEST = 280
"""How many letters of a statement are called out."""


def passage_pieces(passage: Passage, old: str, new: str) -> list[Piece]:
    """The words of a paragraph, those that went before those that came in their place."""
    return list(_pieces(passage.edits, old, new))


def figure_words(change: FigureChange) -> str:
    """ "at least 49 → 50 soldiers (Armenia)"."""
    numbers = " → ".join(words for words in (change.before, change.after) if words is not None)
    counted = "" if change.counted.casefold() in numbers.casefold() else f" {change.counted}"
    who = f" ({', '.join(change.who)})" if change.who else ""
    return f"{numbers}{counted}{who}"


def statement_pieces(change: StatementChange) -> list[Piece]:
    """ "Armenia accuses Azerbaijan: “…”"; of one that became another, the words that came and went."""
    who = ", ".join(change.who) or "Somebody not named"
    aimed = f" → {', '.join(change.targets)}" if change.targets else ""
    before, after = _shortened(change.before or ""), _shortened(change.after or "")
    head = f"{who} {change.act}{aimed}"
    if change.change is Change.ALTERED:
        said = list(_pieces(edits(before, after), before, after))
    else:
        said = [(Change.SAME, after or before)]
    if not (before or after):
        return [(Change.SAME, head)]
    return [(Change.SAME, f"{head}: "), *said]


def same_words(count: int) -> str:
    """Stands in the place of paragraphs that are the same in both versions."""
    return f"… {count} paragraph{'' if count == 1 else 's'} the same …"


def _pieces(found: Iterable[Edit], old: str, new: str) -> Iterator[Piece]:
    before, blank = Change.SAME, True
    for edit in found:
        words = old[slice(*edit.old)] if edit.change is Change.REMOVED else new[slice(*edit.new)]
        if edit.change is Change.SAME:
            if not blank and before is not Change.SAME and edit.old[0] and old[edit.old[0] - 1].isspace():
                yield Change.SAME, " "
            yield Change.SAME, words
            blank = words[-1:].isspace()
        else:
            lead, body, trail = _parted(words)
            if lead or (before is not edit.change and before is not Change.SAME and not blank):
                yield Change.SAME, lead or " "
            if body:
                yield edit.change, body
            if trail:
                yield Change.SAME, trail
            blank = bool(trail)
        before = edit.change


def _parted(words: str) -> tuple[str, str, str]:
    body = words.strip()
    at = words.find(body) if body else 0
    return words[:at], body, words[at + len(body) :]


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    cut = words.rfind(" ", LONGEST // 2, LONGEST)
    return f"{words[: cut if cut > 0 else LONGEST].rstrip()} …"
