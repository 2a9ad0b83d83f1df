"""Number words that are part of a name and count nothing: "la communauté de communes des Mille Étangs"."""

from __future__ import annotations

from reader.analysis.numbers.draft import Draft

_TITLE = 0.6  # share of capitals among longer words that makes a line a headline in capitals
_LONGER = 3  # letters


def without_names(normal: str, drafts: list[Draft]) -> list[Draft]:
    """The numbers less those that are a word with a capital between a small one and a capital."""
    return [draft for draft in drafts if not _in_name(normal, draft)]


def _in_name(normal: str, draft: Draft) -> bool:
    start = normal.rfind(" ", 0, draft.end) + 1
    before = normal[:start].rstrip(" ")
    small = before[-1:].islower() and before.rpartition(" ")[2].rpartition("\n")[2].islower()
    capital = normal[start : draft.end].istitle() and len(before) == start - 1
    named = normal[draft.end : draft.end + 1] == " " and normal[draft.end + 1 : draft.end + 2].isupper()
    return small and capital and named and not _headline(normal, start)


def _headline(normal: str, at: int) -> bool:
    """Whether the line at a code point is written in capitals throughout."""
    line = normal[normal.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    words = [word for word in line.split() if len(word) > _LONGER and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= _TITLE * max(len(words), 1)
