"""Numbers of one thing in two languages: lined up where both nouns mean the same, and only there."""

from __future__ import annotations

from collections import Counter

import pytest
from telling import told

from reader.analysis.story_board.parts import StoryBoard
from reader.languages.pack import load_pack

SAME = [
    ("The council counted 14 defects in the bridge.", "La mairie a relevé 14 défauts sur le pont."),
    ("The airline said 60 flights were late.", "La compagnie a annoncé que 60 vols étaient en retard."),
    ("The fire damaged 31 homes.", "Le feu a endommagé 31 maisons."),
    ("The flood killed 250 sheep.", "La crue a tué 250 moutons."),
    ("The lab carried out 4,300 tests.", "Le laboratoire a effectué 4 300 tests."),
    ("The watchdog received 85 complaints.", "Le gendarme du secteur a reçu 85 plaintes."),
    ("The regulator found 23 breaches.", "Le régulateur a relevé 23 manquements."),
    ("The strike halted 40 trains.", "La grève a immobilisé 40 trains."),
    ("The blast wounded 35 nurses.", "L'explosion a blessé 35 infirmières."),
    ("The hospital lost 120 beds.", "L'hôpital a perdu 120 lits."),
]
OTHER = [
    ("The closure affects 300 students.", "La fermeture concerne 300 enseignants."),
    ("The regulator found 23 breaches.", "Le régulateur a relevé 23 pannes."),
    ("The town has 12 bus stops.", "La ville a 12 bus."),
    ("The storm felled 90 trees.", "La tempête a tué 90 oiseaux."),
    ("The ministry bought 40 trucks.", "Le ministère a acheté 40 voitures."),
    ("The group employs 60 company drivers.", "Le groupe compte 60 entreprises."),
    ("The union has 200 members.", "Le syndicat a reçu 200 chefs d'entreprises."),
]


def most_in_a_figure(story: StoryBoard) -> int:
    """How many articles one figure of a story has at most."""
    return max((len({c.article_id for p in figure.points for c in p.carriers}) for figure in story.figures), default=0)


@pytest.mark.parametrize(("english", "french"), SAME)
def test_one_thing_counted_in_two_languages(english: str, french: str) -> None:
    assert most_in_a_figure(told(english, ("fr", french))) == 2


@pytest.mark.parametrize(("english", "french"), OTHER)
def test_two_things_counted_in_two_languages(english: str, french: str) -> None:
    assert most_in_a_figure(told(english, ("fr", french))) == 1


def test_english_and_french_name_the_same_things() -> None:
    english, french = (load_pack(code).numbers.comparing.kinds for code in ("en", "fr"))
    assert list(english) == list(french)


@pytest.mark.parametrize("code", ["en", "fr", "es", "de"])
def test_a_noun_has_one_kind_that_english_has_too(code: str) -> None:
    kinds = load_pack(code).numbers.comparing.kinds
    assert [noun for noun, times in Counter(n for nouns in kinds.values() for n in nouns).items() if times > 1] == []
    assert set(kinds) <= set(load_pack("en").numbers.comparing.kinds)
