"""The words a correction is about are found again in the same text and in other versions of it, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.revision.anchors import find_span, find_statement
from reader.domain.anchor import CONTEXT, Anchor, anchor_of
from reader.domain.article import hash_text
from reader.domain.span import Span
from reader.domain.statement import Act, Endorsement, Mode, Statement

TEXT = (
    "The harbour master said on Monday that the pier was safe. The union disagreed.\n\n"
    "“No comment,” said the owner of the ferry. A day later the mayor was asked. “No comment,” he said too.\n"
)


def anchor(words: str, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return anchor_of(TEXT, (at, at + len(words)))


def found(anchor: Anchor, text: str) -> Span | None:
    return find_span(anchor, text, hash_text(text))


def statement(*content: Span) -> Statement:
    return Statement(
        "s1",
        None,
        None,
        content,
        (),
        (),
        (),
        Act.OTHER,
        Mode.DIRECT,
        Endorsement.NEUTRAL,
        False,
        (),
        None,
        "by hand",
        0.5,
    )


def test_an_anchor_keeps_the_words_and_what_stands_around_them() -> None:
    kept = anchor("the pier was safe")
    assert (kept.exact, kept.start) == ("the pier was safe", 39)
    assert (len(kept.prefix), len(kept.suffix)) == (CONTEXT, CONTEXT)
    assert kept.prefix + kept.exact + kept.suffix in TEXT
    whole = anchor_of(TEXT, (0, len(TEXT)))
    assert (whole.prefix, whole.suffix) == ("", "")


@pytest.mark.parametrize("nth", [0, 1])
def test_in_its_own_text_the_place_counts(nth: int) -> None:
    kept = anchor("“No comment,”", nth)
    assert found(kept, TEXT) == kept.span


def test_in_a_longer_version_it_is_found_where_its_neighbours_are() -> None:
    later = "CORRECTED. This story was changed at noon.\n\n" + TEXT.replace("on Monday", "early on Tuesday")
    for words in ("the pier was safe", "“No comment,”"):
        for nth in range(TEXT.count(words)):
            span = found(anchor(words, nth), later)
            assert span is not None
            assert later[slice(*span)] == words
            assert later[: span[0]].count(words) == nth


def test_the_same_words_among_others_are_not_those() -> None:
    assert (
        found(anchor("“No comment,”"), "Asked about tax, the minister was short. “No comment,” she told reporters.")
        is None
    )
    assert found(anchor("the pier was safe"), "The pier was safe.") is None


def test_words_that_were_changed_are_not_found() -> None:
    assert found(anchor("the pier was safe"), TEXT.replace("was safe", "was quite safe")) is None


@pytest.mark.parametrize(
    ("spans", "right"),
    [
        ([(39, 56)], 0),
        ([(30, 56)], 0),  # grown to its complementiser
        ([(39, 48)], 0),  # cut, with half of it left
        ([(39, 46)], None),
        ([(0, 78)], None),
        ([(60, 77), (41, 56)], 1),
    ],
)
def test_the_statement_is_the_one_that_shares_half_of_the_words(spans: list[Span], right: int | None) -> None:
    statements = [statement(span) for span in spans]
    expected = None if right is None else statements[right]
    assert find_statement(anchor("the pier was safe"), TEXT, hash_text(TEXT), statements) is expected


def test_a_statement_in_two_parts_is_found_as_one() -> None:
    split = statement((82, 90), (100, 124))
    assert find_statement(anchor_of(TEXT, (82, 124)), TEXT, hash_text(TEXT), [statement((82, 90)), split]) is split


def test_a_place_that_does_not_hold_the_words_is_not_believed() -> None:
    wrong = replace(anchor("the pier was safe"), start=3)
    assert found(wrong, TEXT) == (39, 56)


@given(st.text(max_size=60), st.data())
def test_any_span_of_any_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    kept = anchor_of(text, (start, end))
    if kept.exact:
        assert found(kept, text) == (start, end)
        before = found(kept, "New words before it. " + text)
        assert before is None or text[start:end] == ("New words before it. " + text)[slice(*before)]
