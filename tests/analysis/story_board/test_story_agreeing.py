"""Numbers of other actions, places, times or of others contradict nobody, in one article or over two."""

from __future__ import annotations

import pytest
from agreeing_cases import OTHERS, OWN
from telling import told

from reader.domain.comparison import ExchangeKind


@pytest.mark.parametrize(("language", "count", "first", "second"), OWN)
def test_a_party_contradicts_its_own_number(language: str, count: int, first: str, second: str) -> None:
    assert len(told(first, second, language=language).changes) == count


@pytest.mark.parametrize(("language", "count", "first", "second"), OTHERS)
def test_two_parties_contradict_each_other_in_one_article(language: str, count: int, first: str, second: str) -> None:
    story = told(f"{first} {second}", language=language)
    exchanges = story.texts[0].analysis.comparison.exchanges
    assert [e.kind for e in exchanges] == [ExchangeKind.CONTRADICTION] * count
    assert [e.kind for e in story.analysis.comparison.exchanges] == [ExchangeKind.CONTRADICTION] * count


@pytest.mark.parametrize(
    ("language", "count", "first", "second"), [case for case in OTHERS if not case[1] or "killed" in case[2]]
)
def test_two_parties_contradict_each_other_over_two_articles(
    language: str, count: int, first: str, second: str
) -> None:
    kinds = [exchange.kind for exchange in told(first, second, language=language).analysis.comparison.exchanges]
    assert kinds == [ExchangeKind.CONTRADICTION] * count


def test_a_whole_is_not_revised_to_one_of_its_parts() -> None:
    story = told(
        "Le Groupe Valmont supprimera 1 500 postes, dont 1 200 en France, a annoncé la direction.",
        "Le Groupe Valmont supprimera 1 000 postes en France, a annoncé la direction.",
        language="fr",
    )
    assert not any("1 500" in figure.why and "1 000" in figure.why for figure in story.figures)


def test_numbers_that_cannot_both_be_true_are_not_said_to_be() -> None:
    story = told("Police said 12 people were killed. Doctors counted the wounded. In all, 9 people were killed.")
    assert not any(f.why.startswith("All can be true") and "12" in f.why and "9" in f.why for f in story.figures)
