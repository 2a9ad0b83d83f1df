"""Who is said to be unheard in a story: only parties that would be known again in other words and languages."""

from __future__ import annotations

from telling import told

from reader.analysis.story_board.parts import StoryBoard

EN = "The sailors' union accused Northwind Lines of sailing with broken pumps. {}"
FR = "Le syndicat des marins a accusé Northwind Lines d'avoir navigué avec des pompes en panne. {}"


def names(story: StoryBoard, ids: tuple[str, ...]) -> set[str]:
    known = {party.id: party.name for party in story.analysis.parties}
    return {known[id] for id in ids}


def test_a_party_known_by_plain_words_alone_is_not_said_to_be_left_out() -> None:
    story = told(
        ("en", EN.format("France said that talks would begin soon.")),
        ("fr", FR.format("La Grèce a appelé les deux parties au calme.")),
    )
    english, french = story.outlets
    assert names(story, english.unheard) == {"Greece"}
    assert names(story, french.unheard) == {"France"}
    assert names(story, french.alone) == {"Greece"}


def test_a_party_answered_in_plain_words_is_not_said_to_be_unheard() -> None:
    story = told(
        ("fr", FR.format("")),
        ("fr", "Northwind Lines a démenti les accusations du syndicat. La France a accusé la Grèce de négligence."),
    )
    assert set(story.board.unheard) == {"Greece"}


def test_a_name_that_no_list_knows_is_missed_only_in_its_own_language() -> None:
    one = "The Harbour Rescue Front said that the port was closed. France urged calm."
    other = "France said that talks would begin in Paris."
    french = "La France a annoncé que les négociations commenceraient à Paris. La Grèce a appelé au calme."
    story = told(("en", one), ("en", other), ("fr", french))
    assert "Harbour Rescue Front" in names(story, story.outlets[1].unheard)
    assert "Harbour Rescue Front" not in names(story, story.outlets[2].unheard)


def test_a_person_is_recognised_in_another_language() -> None:
    story = told(
        ("en", '"The bridge is safe," said Paula Brandt, the owner of the bridge. France urged calm.'),
        ("fr", "La France a appelé au calme après la chute du pont."),
    )
    assert any("Brandt" in name for name in names(story, story.outlets[1].unheard))
