"""Whether a text spells a known name as a list has it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.languages.words import Word, bare, split_words

_HYPHENS = str.maketrans("-’", " '")


def end_of(normal: str, words: Sequence[Word], at: int, form: str) -> int | None:
    """Where the name at ``words[at]`` ends if the text spells it as ``form`` does, up to case of the parts that may be
    capitals; None where it does not."""
    start = words[at].start
    wanted = split_words(form)
    for k, want in enumerate(wanted):
        have = words[at + k]
        if not _same_case(have.text, want.text):
            return None
        if k:
            gap = normal[words[at + k - 1].end : have.start].translate(_HYPHENS)
            if gap != form[wanted[k - 1].end : want.start].translate(_HYPHENS):
                return None
    end = words[at + len(wanted) - 1].end
    tail = form[wanted[-1].end :]
    if tail and normal.startswith(tail, end):
        end += len(tail)
    elif tail not in ("", "."):
        return None
    return end if end > start else None


def _same_case(have: str, want: str) -> bool:
    if have == want or (bare(have) == bare(want) and (len(want) > 5 or have[1:] == want[1:])):
        return True  # accents may be missing on capitals, and in long words
    if want[:1].islower() and bare(have) == bare(want[:1].upper() + want[1:]):
        return True
    return len(want) > 3 and have.isupper() and want[1:].islower()
