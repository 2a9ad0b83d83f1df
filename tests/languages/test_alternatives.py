"""Patterns with shared classes match what the plain ones match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.languages.alternatives import factored

LETTERS = "".join(map(chr, range(ord("a"), ord("z") + 1))) + "".join(map(chr, range(0xDF, 0x200)))
PATTERN = (
    "(?iu)"
    + "|".join(f"(?:^{start}[-–][{LETTERS}][-'{LETTERS}]*$)" for start in ("faux", "r[ée]", "bas(?:ses?)?", "ex?"))
    + f"|(?:^gr(?:and|os)e?'[{LETTERS}]+$)|(?:^by-pass[{LETTERS}]*$)|^x{{2}}\\|$|"
    + "|".join(f"(?:^[{LETTERS}]+[-–]{middle}[-–](?:l')?[{LETTERS}]+$)" for middle in ("de", "en", "l[èe]s?"))
)
PIECES = ("faux", "RÉ", "re", "bas", "basses", "ex", "e", "-", "–", "'", "gros", "grande", "by", "pass", "de", "lès",
          "l'", "vampire", "É", "ß", "x", "|", "1", "")  # fmt: skip


def test_a_class_is_written_once_for_all_that_share_it() -> None:
    assert len(factored(PATTERN)) < len(PATTERN) / 2


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_the_same_words_match(word: str) -> None:
    assert bool(re.match(factored(PATTERN), word)) == bool(re.match(PATTERN, word))


@pytest.mark.parametrize(
    "word", ["faux-vampire", "FAUX–É", "basses-fosses", "arc-en-l'air", "by-pass", "xx|", "gros'e"]
)
def test_words_of_every_alternative_match(word: str) -> None:
    assert re.match(PATTERN, word)
    assert re.match(factored(PATTERN), word)


@pytest.mark.parametrize("pattern", ["(a)|b", r"(?:x\1|y)", "(?=a)b", "(?:a|b", "a)b", "[a", "a\\"])
def test_what_cannot_be_moved_about_is_left_as_it_is(pattern: str) -> None:
    assert factored(pattern) == pattern
