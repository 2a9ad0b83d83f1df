"""One party, one name, across a story's articles; two where it is doubtful."""

from __future__ import annotations

from telling import told

from reader.analysis.story_board.parts import StoryBoard


def speakers(story: StoryBoard) -> list[tuple[str, ...]]:
    """The parties of each statement by name, in order of place."""
    names = {party.id: party.name for party in story.analysis.parties}
    return [tuple(names[id] for id in statement.parties) for statement in story.analysis.statements]


def actors(story: StoryBoard, *kinds: str) -> list[str]:
    """The names of actors of some kinds, in order."""
    return [actor.name for actor in story.analysis.actors if actor.kind.value in kinds]


MINISTRIES = (
    ("fr", "Le ministère de la Défense azerbaïdjanais a affirmé que 12 soldats avaient été tués."),
    ("en", "Azerbaijan's Ministry of Defence said 12 soldiers were killed."),
    ("en", "The Azerbaijani defence ministry said on Tuesday that 14 soldiers were killed."),
    ("fr", "Le ministère de la Défense de l'Azerbaïdjan a déclaré que 14 soldats étaient morts."),
)


def test_a_ministry_is_one_in_both_languages() -> None:
    assert actors(told(*MINISTRIES), "government") == ["Azerbaijani defence ministry"]
    assert actors(told(*MINISTRIES, reader="fr"), "government") == ["ministère de la Défense de l'Azerbaïdjan"]


def test_a_body_is_named_by_the_readers_pack_where_no_article_does() -> None:
    story = told(("fr", "Le ministère arménien des Affaires étrangères a démenti."), reader="en")
    assert actors(story, "government") == ["Ministry of Foreign Affairs (Armenia)"]
    story = told(("en", "The Turkish army denied the report."), reader="fr")
    assert actors(story, "force") == ["armée (Turquie)"]


def test_two_ministries_of_one_state_stay_two() -> None:
    story = told(
        ("fr", "Le ministère azerbaïdjanais de l'Intérieur a démenti."),
        ("en", "The Azerbaijani defence ministry denied the report."),
        ("en", "The Azerbaijani army denied it. Armenia's Ministry of Defence said nothing had happened."),
    )
    assert len(actors(story, "government", "force")) == 4


VALMORRA = (
    ("en", "Valmorra said on Monday that 12 soldiers had been killed. Keltia denied the accusation."),
    ("en", "Valmorran officials said 14 soldiers had died. Keltia rejected the claim."),
    ("en", "The Valmorran government accused Keltia of opening fire first."),
    ("fr", "La Valmorra a accusé la Keltia d'avoir ouvert le feu. Le gouvernement valmorran a parlé de 14 morts."),
    ("fr", "Le ministère valmorran de la Défense a déclaré mardi que 15 soldats étaient morts."),
    (
        "en",
        "The Valmorran government said on Wednesday that talks had failed.",
    ),
)


def test_a_state_that_no_list_knows_is_one_party() -> None:
    for reader in ("en", "fr"):
        assert set(speakers(told(*VALMORRA, reader=reader))) == {("Valmorra",), ("Keltia",)}


def test_a_ministry_of_an_unknown_state_is_one_in_both_languages() -> None:
    story = told(
        ("en", "Norvania said on Monday that 12 soldiers had died. The Norvanian foreign ministry denied it."),
        ("fr", "La Norvanie a protesté. Le ministère norvanien des Affaires étrangères a démenti."),
    )
    assert len(actors(story, "government")) == 1
    assert set(speakers(story)) == {("Norvania",)}


def test_names_alone_make_no_state() -> None:
    story = told(
        "Valmorra said on Monday that it would buy the plant.", "Valmorran said it would not sell.", language="en"
    )
    assert len(set(speakers(story))) == 2


def test_a_towns_police_is_not_the_towns_club() -> None:
    story = told(
        "Fernham Police said a man had been arrested.",
        "Fernham said they would appeal against the ban. The match was played in Fernham.",
        "Fernham council said it was shocked.",
    )
    assert len(set(speakers(story))) == 3


def test_a_surname_with_a_title_is_no_company() -> None:
    story = told(
        "The company Morelle said it would close the plant.", ("fr", "M. Morelle a dit que l'usine fermerait.")
    )
    assert len({statement.parties for statement in story.analysis.statements}) == 2


def test_surnames_are_joined_as_each_language_spells_them() -> None:
    story = told(
        "Oleksandr Zaverukhin, a bridge engineer, said it would hold.",
        ("fr", "Selon M. Zaveroukhine, le pont est sûr."),
        "Mr Zaverukhin said it again.",
    )
    assert actors(story, "person") == ["Oleksandr Zaverukhin"]


def test_given_names_are_spelled_in_each_languages_way() -> None:
    story = told(
        "Alexander Zaverukhin, a trader, said he was ruined.",
        ("fr", "Le commerçant Alexandre Zaveroukhine a dit que le pont tiendrait."),
    )
    assert actors(story, "person") == ["Alexander Zaverukhin"]


def test_bare_surnames_are_one_person_unless_a_title_tells_two() -> None:
    story = told(
        "Mr Daran said he was ruined.",
        "Mr Daran said on Tuesday that the bridge was unsafe.",
        ("fr", "M. Daran a dit que le pont tiendrait."),
    )
    assert actors(story, "person") == ["Daran"]
    assert len({statement.parties for statement in story.analysis.statements}) == 1
    story = told("Mrs Daran said she was ruined.", "Mr Daran said on Tuesday that the bridge was unsafe.")
    assert len(actors(story, "person")) == 2


def test_a_title_of_the_other_gender_is_another_person() -> None:
    story = told("Helen Marchbank, a trader, said she was ruined.", "Mr Marchbank said that the bridge was unsafe.")
    assert len(actors(story, "person")) == 2


def test_two_of_one_surname_in_two_languages_stay_two() -> None:
    story = told(
        "Maria Zaverukhin, a trader, said she was ruined. Alexander Zaverukhin, an engineer, denied it.",
        ("fr", "Selon M. Zaveroukhine, le pont est sûr."),
    )
    assert len(actors(story, "person")) == 3
