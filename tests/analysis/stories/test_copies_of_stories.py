"""Copies with edits: a desk's edits leave an agency's text that text; another on the same event is none."""

from __future__ import annotations

import pytest
from signed_stories import sign_text

from reader.analysis.stories.copies import are_copies, shingles
from reader.analysis.stories.likeness import likeness
from reader.analysis.stories.reasons import reason
from reader.domain.signature import Likeness

_TEXT = """ANKARA (Reuters) - An earthquake of magnitude 6.4 struck eastern Turkey before dawn on Monday, killing
at least 11 people and bringing down dozens of buildings in the district of Karasu, authorities said.

Rescuers dug with their hands through the rubble of a school dormitory where 40 pupils had been asleep. "We hear
voices," said one of them, Kemal Ortaç.

The disaster agency said that it had sent 600 people and nine helicopters, and that roads to four villages were
blocked by landslides. Interior Minister Selim Aydan was on his way to the region.

Turkey lies on several fault lines; more than 50,000 people died in the earthquakes of February 2023."""

_EDITS = {
    "the end is cut": _TEXT.rsplit("\n\n", 1)[0],
    "the beginning is cut": _TEXT.split("\n\n", 1)[1],
    "other numbers": _TEXT.replace("11 people", "23 people").replace("6.4", "6.3").replace("nine", "14"),
    "a local sentence": _TEXT + "\n\nThe mayor of Harbourton, whose twin town is Karasu, has opened a collection.",
    "a place at the head": _TEXT.replace("ANKARA (Reuters) - ", "") + "\n\nReuters",
    "curly quotes and other case": _TEXT.replace('"', "”").replace("An earthquake", "AN EARTHQUAKE"),
}


@pytest.mark.parametrize("text", _EDITS.values(), ids=_EDITS)
def test_an_edited_copy_is_a_copy(text: str) -> None:
    how = likeness(sign_text(_TEXT), sign_text(text), 0.1)
    assert are_copies(how)
    assert how.value > 0.9


def test_another_text_on_the_same_event_is_no_copy() -> None:
    other = """At least 14 people were killed when a strong earthquake hit Turkey's east on Monday, officials said. In
    Karasu, where dozens of houses collapsed, Kemal Ortaç and others were looking for pupils under a dormitory. Selim
    Aydan, the interior minister, promised to reach every village by night. The tremor had a magnitude of 6.4."""
    how = likeness(sign_text(_TEXT), sign_text(other), 0.1)
    assert not are_copies(how)
    assert how.value > 0.5


def test_texts_of_two_languages_are_no_copies() -> None:
    assert likeness(sign_text(_TEXT), sign_text(_TEXT, "fr"), 0.0).copied == 0


def test_a_text_of_few_words_is_nobodys_copy() -> None:
    assert shingles("Goal for Brevan in the last minute.") == b""


def test_a_reason_is_a_sentence_that_names_what_is_shared() -> None:
    how = Likeness(0.9, ("Karasu", "Ortaç"), 0.83)
    assert reason(how, "Turkey: 11 dead", "The Post", 3.2) == (
        "Like “Turkey: 11 dead” (The Post), 3 hours apart: both say Karasu and Ortaç; 83 % of the wording is the same."
    )
    assert reason(Likeness(0.6), "", "", -0.2) == "Like another article, within the hour."
    assert reason(Likeness(0.6, ("Karasu",)), "A", "", 72) == "Like “A”, 3 days apart: both say Karasu."
