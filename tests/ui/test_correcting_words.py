"""The words of the correction dialogs, and which names fit what is typed. No app."""

from __future__ import annotations

import pytest
from textual.content import Content

from reader.domain.correction import Correction, CorrectionKind, anchor_of, party_correction, same_actor
from reader.ui.correcting.naming import Choice, choice_blocks
from reader.ui.correcting.sentences import effect, shortened

TEXT = "The union said “the night shift must go”, and left."


@pytest.mark.parametrize(
    ("words", "longest", "short"),
    [
        ("the night shift", 48, "“the night shift”"),
        ("“the night shift”", 48, "“the night shift”"),
        ("« Nous ne demandons pas la lune »", 20, "« Nous ne demandons … »"),
        ("the night shift must go", 18, "“the night shift …”"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "“Donaudampf …”"),
        ("two\nlines  here", 48, "“two lines here”"),
        ("\x1b[31mred\u202e", 48, "“red”"),
        ("", 48, "“”"),
    ],
)
def test_words_are_quoted_once_and_cut_at_a_word(words: str, longest: int, short: str) -> None:
    assert shortened(words, longest) == short


def test_each_kind_says_what_it_does_and_where() -> None:
    anchor = anchor_of(TEXT, (15, 40))
    said = Correction(CorrectionKind.SPEAKER, anchor, "Ada Brem")
    assert effect(said) == "in this article: “the night shift must go” is said by Ada Brem"
    assert effect(said, anchor.text_hash).startswith("in this article: ")
    assert effect(said, "another").startswith("in another article: ")
    nothing = Correction(CorrectionKind.NOT_STATEMENT, anchor)
    assert effect(nothing) == "in this article: “the night shift must go” is not a statement"
    assert effect(party_correction("Ada Brem", "Norline"), "any") == "in every article: Ada Brem speaks for Norline"
    assert effect(same_actor("Brem", "Ada Brem")) == "in every article: Brem and Ada Brem are the same"


RUSSIA = Choice("Russie", Content("Russie"), "state", ("Russie", "Moscou", "l’Élysée"))
MINISTRY = Choice("ministère russe de la Défense", Content("ministère"), "government")


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("", {"Russie", "ministère russe de la Défense"}),
        ("russ", {"Russie", "ministère russe de la Défense"}),
        ("RUSSIE", {"Russie"}),
        ("mosc", {"Russie"}),
        ("elysee", {"Russie"}),
        ("min def", {"ministère russe de la Défense"}),
        ("def min", {"ministère russe de la Défense"}),
        ("usse", set()),
        ("russ élysée", set()),
    ],
)
def test_a_name_fits_by_the_beginnings_of_its_words_or_of_another_name_of_it(typed: str, fits: set[str]) -> None:
    assert {choice.value for choice in (RUSSIA, MINISTRY) if choice.fits(typed)} == fits


def test_what_is_typed_comes_last_unless_it_is_a_name_already() -> None:
    def ids(typed: str) -> list[str]:
        return [block.id for block in choice_blocks((RUSSIA, MINISTRY), typed)]

    assert ids("") == ["Russie", "ministère russe de la Défense"]
    assert ids("russ") == ["Russie", "ministère russe de la Défense", "russ"]
    assert ids(" russie ") == ["Russie"]
    assert ids("Lena\x1b[31m Torv") == ["Lena Torv"]
