"""Versions of a text compared word by word: nothing lost, nothing invented, no text that takes for ever."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.difference.passages import edits, passages
from reader.analysis.difference.told import passage_pieces, same_words
from reader.domain.difference import Change

SIGNS = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "-"}
versions = st.text("ab 1.\n\u00a0é", max_size=80)


def told(old: str, new: str) -> list[str]:
    """Each paragraph with what went as <-…> and what came as <+…>."""
    return [
        "".join(
            words if change is Change.SAME else f"<{SIGNS[change]}{words}>"
            for change, words in passage_pieces(passage, old, new)
        )
        for passage in passages(old, new)
    ]


def test_paragraphs_are_aligned_before_words() -> None:
    old = "It rained.\n\nAt least 49 soldiers died, Norland said.\n\nThe inn was open.\n\nGood night."
    new = "It rained.\n\nA new day.\n\nSome 50 soldiers died, Norland said on Monday.\n\nGood night."
    assert told(old, new) == [
        "It rained.",
        "<+A new day.>",
        "<-At least 49> <+Some 50> soldiers died, Norland said <+on Monday>.",
        "<-The inn was open.>",
        "Good night.",
    ]


def test_blanks_and_empty_lines_are_no_change() -> None:
    found = passages("One  two.\n\nThree.", "One two.\nThree.\n")
    assert [passage.change for passage in found] == [Change.SAME, Change.SAME]


def test_numbers_are_one_word() -> None:
    assert told("some 1,200 men", "some 1,300 men") == ["some <-1,200> <+1,300> men"]


def test_a_short_word_between_changes_does_not_hold_them_apart() -> None:
    assert told("we saw red or blue boats here today", "we saw green or black boats here today") == [
        "we saw <-red or blue> <+green or black> boats here today"
    ]


def test_another_text_altogether_is_told_as_such() -> None:
    assert told("Boats sank near the coast.", "Bread costs more than ever!") == [
        "<-Boats sank near the coast.>",
        "<+Bread costs more than ever!>",
    ]


@given(versions, versions)
def test_every_word_of_both_texts_is_in_exactly_one_edit(old: str, new: str) -> None:
    found = [edit for passage in passages(old, new) for edit in passage.edits]
    for text, spans in (
        (old, [edit.old for edit in found if edit.change is not Change.ADDED]),
        (new, [edit.new for edit in found if edit.change is not Change.REMOVED]),
    ):
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(versions, versions)
def test_what_is_shown_of_a_line_is_both_of_its_versions(old: str, new: str) -> None:
    before, after = " ".join(old.split()), " ".join(new.split())
    found = edits(before, after)
    assert "".join(before[slice(*e.old)] for e in found if e.change is not Change.ADDED) == before
    assert "".join(after[slice(*e.new)] for e in found if e.change is not Change.REMOVED) == after


@given(versions)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(passage.change is Change.SAME for passage in passages(text, text))


def test_long_texts_without_any_structure_are_compared() -> None:
    words = [f"w{n * 7919 % 10_007}" for n in range(10_000)]
    old, new = " ".join(words), " ".join([*words[:5_000], "new", *words[5_001:]])
    (passage,) = passages(old, new)
    came = [new[slice(*e.new)].strip() for e in passage.edits if e.change is Change.ADDED]
    assert came == ["new"]
    assert len(passages(old, " ".join(reversed(words)))) >= 1


def test_a_long_paragraph_is_compared_sentence_by_sentence() -> None:
    sentences = [f"Sentence number {n} tells of boat {n * 3} and of its crew." for n in range(120)]
    changed = [*sentences[:60], "An entirely different remark stands here!", *sentences[61:]]
    (passage,) = passages(" ".join(sentences), " ".join(changed))
    went = [" ".join(sentences)[slice(*e.old)] for e in passage.edits if e.change is Change.REMOVED]
    assert [words.strip() for words in went] == [sentences[60]]


def test_what_is_folded_is_counted() -> None:
    assert (same_words(1), same_words(12)) == ("… 1 paragraph the same …", "… 12 paragraphs the same …")
