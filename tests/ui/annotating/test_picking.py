"""Words, sentences and paragraphs of a text, and the selection that moves over them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.span import Span
from reader.ui.annotating.highlights import overlaps
from reader.ui.annotating.picking import Picking, picking_of
from reader.ui.annotating.text_units import taken_in, units
from reader.ui.annotating.word_steps import word_after, word_before, word_from


def walked(text: str) -> list[str]:
    found, word = [], word_after(text, 0)
    while word is not None:
        found.append(text[slice(*word)])
        word = word_after(text, word[1])
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Arménie s'est dite « prête ».", ["L’", "Arménie", "s'", "est", "dite", "prête"]),
        ("qu’aujourd’hui, jusqu’ici", ["qu’", "aujourd’hui", "jusqu’", "ici"]),
        ("“Sudria’s boats don't count,”", ["Sudria’s", "boats", "don't", "count"]),
        ("well-known U.S. ships", ["well-known", "U.S", "ships"]),
        ("1\u202f200\u00a0000 et 3,5\u00a0% et $5.20", ["1\u202f200\u00a0000", "et", "3,5\u00a0%", "et", "$5.20"]),
        ("e\u0301te\u0301 日本 🙂 –", ["e\u0301te\u0301", "日", "本", "🙂"]),
        ("… – « »", []),
    ],
)
def test_words_are_what_a_person_takes_for_words(text: str, words: list[str]) -> None:
    assert walked(text) == words


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("aé1 l’'“”.,-\n\u00a0日🙂\u0301"), max_size=60), st.integers(0, 60))
def test_words_are_the_same_from_either_side(text: str, place: int) -> None:
    forth: list[Span] = []
    word = word_after(text, 0)
    while word is not None:
        forth.append(word)
        word = word_after(text, word[1])
    back: list[Span] = []
    word = word_before(text, len(text))
    while word is not None:
        back.append(word)
        word = word_before(text, word[0])
    assert back[::-1] == forth
    assert all(start < end for start, end in forth)
    here = word_from(text, place)
    assert here == next((w for w in forth if w[1] > place), forth[-1] if forth else None)


def test_a_long_text_without_a_break_is_no_trouble() -> None:
    text = "word " * 400_000
    assert word_before(text, len(text)) == (len(text) - 5, len(text) - 1)
    long = "y" * 100_000
    assert word_from(long, 50_000) == (0, 100_000)


FRENCH = (
    "M. Dupont a dit : « Nous avons perdu 3 hommes. Nous irons. » Puis il est parti.\n\n"
    "Le 3 mars, rien. « Non », dit-il."
)


def test_sentences_follow_the_language_and_its_quotation_marks() -> None:
    found = units(FRENCH, "fr")
    assert [FRENCH[slice(*s)] for s in found.sentences] == [
        "M. Dupont a dit : « Nous avons perdu 3 hommes.",
        "Nous irons. »",
        "Puis il est parti.",
        "Le 3 mars, rien.",
        "« Non », dit-il.",
    ]
    assert [FRENCH[slice(*p)][:9] for p in found.paragraphs] == ["M. Dupont", "Le 3 mars"]
    assert units("", "fr").sentences == units("", "xx").paragraphs == ()


def test_a_dateline_belongs_to_the_sentence_and_paragraph_it_stands_before() -> None:
    text = "EREVAN, Arménie (AP) – L’armée a nié. Elle a tort.\n\nLe reste suit."
    found = units(text, "fr")
    assert [text[slice(*s)] for s in found.sentences][:2] == ["EREVAN, Arménie (AP) – L’armée a nié.", "Elle a tort."]
    assert [text[slice(*p)] for p in found.paragraphs] == text.split("\n\n")


def test_taking_in_grows_to_whole_sentences_and_then_on() -> None:
    spans = units(FRENCH, "fr").sentences
    hommes = FRENCH.index("hommes")
    one = taken_in(spans, (hommes, hommes + 6), forward=True)
    assert one == spans[0]
    assert taken_in(spans, one, forward=True) == (spans[0][0], spans[1][1])
    assert taken_in(spans, spans[3], forward=False) == (spans[2][0], spans[3][1])
    assert taken_in(spans, spans[-1], forward=True) == spans[-1]
    assert taken_in(spans, (hommes, spans[2][0] + 4), forward=True) == (spans[0][0], spans[2][1])
    assert taken_in((), (1, 2), forward=True) == (1, 2)


def test_the_moving_end_passes_the_other_and_can_be_changed() -> None:
    text = "one two three four"
    picking = picking_of(text, (4, 7))
    assert [text[slice(*picking.stepped(text, step).span)] for step in (1, -1)] == ["two three", "one two"]
    back = picking.stepped(text, 1).swapped().stepped(text, -1)
    assert text[slice(*back.span)] == "one two three"
    assert not back.forward
    assert text[slice(*back.anew().span)] == "one"
    whole = Picking((0, 3), (14, 18))
    assert whole.stepped(text, 1) == whole
    assert text[slice(*picking_of(text, (5, 11)).span)] == "wo thr"


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=6))
def test_overlaps_are_where_two_highlights_lie(items: list[tuple[int, int]]) -> None:
    spans = sorted((start, start + length) for start, length in items)
    found = list(overlaps(spans))
    covered = {place for start, end in found for place in range(start, end)}
    assert covered == {p for p in range(40) if sum(start <= p < end for start, end in spans) > 1}
    assert all(one[1] <= other[0] for one, other in pairwise(found))
