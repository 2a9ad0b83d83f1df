"""Actors and parties of several articles: one each by identity, named in the reader's language."""

from __future__ import annotations

from telling import told

from reader.analysis.story_board.parts import StoryBoard
from reader.analysis.story_board.spelling import sound
from reader.languages.pack import load_pack


def parties(story: StoryBoard) -> dict[str, str]:
    """Names of a story's parties by id."""
    return {party.id: party.name for party in story.analysis.parties}


def people(story: StoryBoard) -> list[str]:
    """The names of its persons."""
    return sorted(actor.name for actor in story.analysis.actors if actor.kind.value == "person")


RUSSIA = (("fr", "La Russie a accusé l'Arménie de mentir."), ("en", "Armenia denied that it had lied to Russia."))


def test_parties_are_named_in_the_readers_language() -> None:
    assert parties(told(*RUSSIA, reader="en")) == {"RU": "Russia", "AM": "Armenia"}
    assert parties(told(*RUSSIA, reader="fr")) == {"RU": "Russie", "AM": "Arménie"}


def test_a_state_is_one_actor_in_both_languages() -> None:
    states = [actor for actor in told(*RUSSIA).analysis.actors if actor.party == "RU"]
    assert [actor.name for actor in states] == ["Russia"]
    assert len(states[0].mentions) == 2


def test_spellings_of_one_name_are_one_person() -> None:
    story = told(
        ("fr", "Le porte-parole du Kremlin, Dmitri Peskov, a démenti."),
        ("en", "Kremlin spokesman Dmitry Peskov denied the report."),
    )
    assert len(people(story)) == 1


def test_names_sound_alike_across_languages() -> None:
    french, english = load_pack("fr"), load_pack("en")
    for one, other in [
        ("Douchanbé", "Dushanbe"),
        ("Dmitri Peskov", "Dmitry Peskov"),
        ("Loukachenko", "Lukashenko"),
        ("Aliev", "Aliyev"),
        ("Choïgou", "Shoigu"),
        ("Tokaïev", "Tokayev"),
        ("Gorbatchev", "Gorbachev"),
    ]:
        assert sound(one, french) == sound(other, english), (one, other)
    for one, other in [("Martin", "Marvin"), ("Poutine", "Patten"), ("Aliev", "Oliver")]:
        assert sound(one, french) != sound(other, english), (one, other)


def test_a_bare_surname_joins_the_one_full_name() -> None:
    story = told(
        "Mayor Peter Marchbank said the bridge would close.", "Mr Marchbank said on Tuesday that the bridge was unsafe."
    )
    assert people(story) == ["Peter Marchbank"]


def test_a_bare_surname_of_two_people_joins_neither() -> None:
    story = told(
        "Mayor Helen Marchbank said the bridge would close. Trader Tom Marchbank said he was ruined.",
        "Mr Marchbank said on Tuesday that the bridge was unsafe.",
    )
    assert len(people(story)) == 3


def test_two_people_of_one_surname_are_two_parties() -> None:
    story = told(
        "Jeanne Martineau said the bridge would close.", "Paul Martineau said the bridge was safe.", language="en"
    )
    speaking = [statement.parties for statement in story.analysis.statements]
    assert len(speaking) == 2
    assert speaking[0] != speaking[1]


def test_every_mention_slices_to_a_name() -> None:
    story = told(*RUSSIA, ("fr", "Moscou a exhorté Erevan à la retenue."))
    for actor in story.analysis.actors:
        for start, end in actor.mentions:
            article, (first, last) = story.place((start, end))
            text = next(text.text for text in story.texts if text.article_id == article)
            assert story.text[start:end] == text[first:last]
            assert any(
                (first, last) in own.mentions
                for own in next(t for t in story.texts if t.article_id == article).analysis.actors
            )


def test_the_prosecution_is_one_party_named_in_the_readers_language() -> None:
    texts = (
        ("fr", "Deux dirigeants ont été mis en examen, a annoncé le parquet de Patras."),
        ("en", "Prosecutors said on Monday that two more managers would be charged."),
    )
    for reader, name in (("en", "prosecution"), ("fr", "ministère public")):
        assert [party.name for party in told(*texts, reader=reader).analysis.parties] == [name]
        assert [party.name for party in told(texts[0], reader=reader).analysis.parties] == [name]


def test_a_group_that_the_readers_language_has_no_word_for_keeps_the_articles_own() -> None:
    story = told(("fr", "Les pompiers ont déclaré que le feu était maîtrisé."))
    assert [party.name for party in story.analysis.parties] == ["pompiers"]
