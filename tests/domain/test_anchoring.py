"""The words of an annotation are found again in a text that changed, or nowhere: never on other words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.domain.anchor import CONTEXT, Anchor, anchor_of
from reader.domain.anchoring import find_anchor
from reader.domain.edit_distance import distance, distances_before, distances_behind
from reader.domain.span import Span

TEXT = (
    "The harbour master said on Monday that the old pier was safe to walk on. The dockers’ union disagreed.\n\n"
    "“We counted 14 rotten beams in March,” said its secretary, Edda Mornby. “Nobody answered our letters.”\n\n"
    "“No comment,” said the owner of the ferry. A day later the mayor was asked. “No comment,” he said too.\n\n"
    "Le conseil municipal se réunira jeudi ; d’ici là, le quai reste ouvert, a précisé l’adjointe aux ports. "
    "Deux familles de pêcheurs ont déjà déplacé leurs bateaux vers l’autre rive, par prudence.\n\n"
    "An engineer from the capital will look at every beam twice before winter, according to a letter seen by us.\n"
)
BEAMS = "We counted 14 rotten beams in March"
Edit = tuple[int, int, str]


def anchor(words: str, text: str = TEXT, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return anchor_of(text, (at, at + len(words)))


def found(kept: Anchor, text: str, was: str | None = None) -> str | None:
    span = find_anchor(kept, text, "another", was)
    return None if span is None else text[slice(*span)]


def test_in_its_own_text_the_place_counts() -> None:
    for nth in (0, 1):
        kept = anchor("“No comment,”", nth=nth)
        assert find_anchor(kept, TEXT, kept.text_hash) == kept.span
        assert find_anchor(replace(kept, start=3), TEXT, kept.text_hash) == kept.span


def test_the_neighbours_tell_which_of_two_places_it_is() -> None:
    later = "CORRECTED. This story was changed at noon.\n\n" + TEXT.replace("on Monday", "early on Tuesday")
    for nth in (0, 1):
        span = find_anchor(anchor("“No comment,”", nth=nth), later, "another")
        assert span is not None
        assert later[: span[0]].count("“No comment,”") == nth


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("14 rotten beams", "15 rotten beams", "We counted 15 rotten beams in March"),
        ("rotten", "badly rotten", "We counted 14 badly rotten beams in March"),
        ("rotten beams in", "beams in", "We counted 14 beams in March"),
        ("“We counted", "“We have counted", "We have counted 14 rotten beams in March"),
        ("in March,”", "in May,”", "We counted 14 rotten beams in May"),
        ("“We counted", "“In short, we found it bad. We counted", BEAMS),
        ("in March,”", "in March, and more in May,”", BEAMS),
        ("said its secretary, Edda Mornby", "says Mornby", BEAMS),
        ("The dockers’ union disagreed.\n\n", "", BEAMS),
    ],
)
def test_small_changes_are_followed(old: str, new: str, words: str) -> None:
    later = TEXT.replace(old, new)
    assert later != TEXT
    assert found(anchor(BEAMS), later) == words
    assert found(anchor(BEAMS), later, TEXT) == words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BEAMS, ""),
        (f"“{BEAMS},” said its secretary, Edda Mornby. ", ""),
        (BEAMS, "Nobody ever looked below the planks"),
        (TEXT, "Something else entirely, in which no beam is ever counted by anyone."),
        (TEXT, ""),
    ],
)
def test_what_was_taken_out_is_gone(old: str, new: str) -> None:
    assert found(anchor(BEAMS), TEXT.replace(old, new)) is None
    assert found(anchor(BEAMS), TEXT.replace(old, new), TEXT) is None


def test_the_same_words_among_others_are_not_those() -> None:
    other = "Asked about tax, the minister was short. “No comment,” she told reporters on her way out."
    assert found(anchor("“No comment,”"), other) is None
    assert found(anchor("the old pier was safe"), "The old pier was safe.") is None
    assert found(anchor("said"), TEXT.replace("The harbour master said on Monday that ", "")) is None


def test_where_one_of_two_places_was_changed_the_other_is_not_taken() -> None:
    text = "Asked at noon, the owner had “no comment” for us.\n\nAsked at night, the mayor had “no comment” for them.\n"
    later = text.replace("“no comment” for us", "“not a comment” for us")
    assert found(anchor("“no comment”", text), later) == "“not a comment”"


def items(numbers: list[int]) -> str:
    return "".join(
        f"In the region {n * 7 % 90 + 10}, {n} people were hurt in shelling, the administration said.\n\n"
        for n in numbers
    )


def test_in_a_text_that_repeats_itself_the_earlier_one_tells() -> None:
    was = items([14, 23, 35, 41, 57])
    kept = anchor("23 people were hurt", was)
    assert found(kept, items([14, 35, 41, 57]), was) is None
    assert found(kept, items([11, 14, 23, 35, 41]), was) == "23 people were hurt"
    assert found(kept, items([14, 23, 35]).replace("23 people were", "23 persons were"), was) == "23 persons were hurt"
    assert found(kept, items([14, 35, 41, 57])) is None  # several places are as like: not known


def test_without_neighbours_one_place_is_its_place_and_two_are_none() -> None:
    bare = Anchor("No comment", "", "", 0, "")
    assert find_anchor(replace(bare, exact="rotten beams"), TEXT, "x") == anchor("rotten beams").span
    assert find_anchor(bare, TEXT, "x") is None
    second = anchor("No comment", nth=1).start
    assert find_anchor(replace(bare, start=second), TEXT, "x") == (second, second + 10)
    assert find_anchor(replace(bare, start=second, text_hash="of another text"), TEXT, "x") is None
    assert found(replace(bare, exact="rotten boats in April"), TEXT) is None
    assert found(Anchor("", "", "", 0, ""), TEXT) is None


def test_a_whole_text_and_a_long_stretch_are_followed() -> None:
    long = "\n\n".join(f"{n}. {TEXT}" for n in ("one", "two", "three", "four", "five"))
    kept = anchor_of(long, (100, 2800))
    later = "New: " + long.replace("rotten", "mouldy")
    words = found(kept, later)
    assert words is not None
    assert words == long[100:2800].replace("rotten", "mouldy")
    assert found(anchor_of(TEXT, (0, len(TEXT))), TEXT.replace("rotten", "mouldy")) == TEXT.replace("rotten", "mouldy")


edits = st.lists(
    st.tuples(
        st.integers(0, 1_000), st.integers(0, 30), st.sampled_from(["", "x", "not ", "on Friday ", " (see map)\n"])
    ),
    max_size=8,
)
spans = st.tuples(st.integers(0, len(TEXT) - 12), st.integers(12, 120)).map(lambda s: (s[0], min(len(TEXT), sum(s))))


def changed(made: list[Edit], kept: range) -> list[tuple[str, int]]:
    """The text after edits, each code point with the place it came from (-1: put in); those at ``kept`` stay."""
    letters = list(enumerate(TEXT))
    text = [(letter, at) for at, letter in letters]
    for where, gone, put in made:
        at = where * len(text) // 1_001
        stay = [pair for pair in text[at : at + gone] if pair[1] in kept]
        inside = at > 0 and text[at - 1][1] in kept and at < len(text) and text[at][1] in kept
        text[at : at + gone] = stay if inside or stay else [(letter, -1) for letter in put]
    return text


@given(spans, edits)
@settings(max_examples=150)
def test_what_is_found_is_mostly_what_was_marked(span: Span, made: list[Edit]) -> None:
    text = changed(made, range(0))
    later = "".join(letter for letter, _ in text)
    for was in (None, TEXT):
        place = find_anchor(anchor_of(TEXT, span), later, "another", was)
        if place is not None:
            own = sum(span[0] <= at < span[1] for _, at in text[slice(*place)])
            assert own >= 0.5 * (place[1] - place[0])


@given(spans, edits)
@settings(max_examples=100)
def test_changes_elsewhere_lose_nothing(span: Span, made: list[Edit]) -> None:
    around = range(max(0, span[0] - CONTEXT), min(len(TEXT), span[1] + CONTEXT))
    text = changed(made, around)
    at = next(index for index, (_, origin) in enumerate(text) if origin == span[0])
    later = "".join(letter for letter, _ in text)
    for was in (None, TEXT):
        assert find_anchor(anchor_of(TEXT, span), later, "another", was) == (at, at + span[1] - span[0])


@given(spans, edits)
@settings(max_examples=100)
def test_a_passage_that_is_gone_is_not_found(span: Span, made: list[Edit]) -> None:
    words = TEXT[slice(*span)]
    assume(TEXT.count(words) == 1)
    text = changed(made, range(0))
    later = "".join(letter for letter, at in text if not span[0] <= at < span[1])
    for was in (None, TEXT):
        assert find_anchor(anchor_of(TEXT, span), later, "another", was) is None


@given(st.text(max_size=40), st.text(max_size=40), st.data())
@settings(max_examples=60)
def test_any_text_is_taken(one: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(one)))
    span = (start, data.draw(st.integers(start, len(one))))
    place = find_anchor(anchor_of(one, span), other, "another", one)
    assert place is None or 0 <= place[0] < place[1] <= len(other)


letters = st.text("ab ", max_size=9)


@given(letters, letters)
@settings(max_examples=100)
def test_distances_are_those_of_the_table(one: str, other: str) -> None:
    def table(pattern: str, text: str, first: int) -> list[int]:
        row = [at * first for at in range(len(text) + 1)]
        for letter in pattern:
            nearer = [row[0] + 1]
            for at, b in enumerate(text):
                nearer.append(min(row[at] + (letter != b), row[at + 1] + 1, nearer[at] + 1))
            row = nearer
        return row

    assert distance(one, other) == table(one, other, 1)[-1]
    assert distances_before(one, other) == table(one, other, 0)
    assert distances_behind(one, other) == table(one[::-1], other[::-1], 0)[::-1]
