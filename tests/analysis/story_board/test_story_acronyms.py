"""A body called by its acronym in one article and by its whole name in another is one party of the story."""

from __future__ import annotations

from telling import told

from reader.analysis.story_board.parts import StoryBoard


def parties(story: StoryBoard) -> list[str]:
    """The parties that say something, by name, one for each statement."""
    names = {party.id: party.name for party in story.analysis.parties}
    return [names[id] for statement in story.analysis.statements for id in statement.parties]


EXPLAINED = "L’Office national des canaux (ONC) a interdit la navigation. L’ONC a assuré que la digue tiendrait."
ALONE = "L’ONC a démenti tout retard. L’ONC a affirmé que la digue avait été inspectée lundi."


def test_an_acronym_is_the_body_that_another_article_explains() -> None:
    for order in ((EXPLAINED, ALONE), (ALONE, EXPLAINED)):
        assert set(parties(told(*order, language="fr", reader="fr"))) == {"ONC"}


def test_it_is_so_in_two_languages() -> None:
    english = "The ONC denied any delay. The ONC said the dyke was inspected on Monday."
    assert set(parties(told(("fr", EXPLAINED), ("en", english)))) == {"ONC"}


def test_who_speaks_for_it_stands_with_it_and_does_not_name_it() -> None:
    story = told(
        ("fr", "Le Syndicat autonome des éclusiers (SAE) a dénoncé « un mépris ». Le SAE a réclamé 40 postes."),
        ("fr", "« Nous tiendrons », a prévenu Marie Arnal, présidente du SAE. Le SAE a refusé l’offre."),
        ("en", "“We will hold on,” Marie Arnal said on Tuesday."),
    )
    assert set(parties(story)) == {"SAE"}


def test_an_acronym_of_two_names_joins_nobody() -> None:
    other = "L’Organisation nationale des céréaliers (ONC) a dénoncé le chantier. L’ONC a réclamé une expertise."
    story = told(EXPLAINED, other, ALONE, language="fr", reader="fr")
    assert len({id for statement in story.analysis.statements for id in statement.parties}) == 3


def test_an_acronym_that_nobody_explains_stays_alone() -> None:
    long = "L’Office national des canaux a interdit la navigation. L’Office national des canaux a promis un rapport."
    assert len(set(parties(told(long, ALONE, language="fr", reader="fr")))) == 2
