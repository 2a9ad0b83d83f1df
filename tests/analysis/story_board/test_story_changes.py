"""Parties that contradict themselves, and texts that were altered; what only looks like it is left alone."""

from __future__ import annotations

import pytest
from change_cases import BOTH, ENGLISH, FRENCH
from telling import article, board, told

from reader.analysis.story_board.parts import ChangeKind


@pytest.mark.parametrize(("count", "first", "second"), ENGLISH)
def test_what_an_english_speaking_party_takes_back(count: int, first: str, second: str) -> None:
    assert len(told(first, second).changes) == count


@pytest.mark.parametrize(("count", "first", "second"), FRENCH)
def test_what_a_french_speaking_party_takes_back(count: int, first: str, second: str) -> None:
    assert len(told(first, second, language="fr").changes) == count


@pytest.mark.parametrize(("count", "first", "second"), BOTH)
def test_what_a_party_takes_back_in_another_language(
    count: int, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert len(told(first, second).changes) == count


@pytest.mark.parametrize(("count", "first", "second"), [case for case in ENGLISH if case[0]][:4])
def test_nobody_contradicts_themselves_at_one_time(count: int, first: str, second: str) -> None:
    same = [article(n, text, dated="2026-03-01T08:00:00Z") for n, text in enumerate((first, second), 1)]
    assert not board(*same).changes


def test_a_change_says_what_was_and_what_is_word_for_word() -> None:
    story = told(
        "Russia denied that its troops had entered the border village.",
        "The Kremlin admitted that its troops had entered the border village.",
    )
    (change,) = story.changes
    assert (change.kind, change.party, change.speaker) == (ChangeKind.CONTRADICTED, "RU", "Russia")
    assert change.why == "Russia denied it and then admitted it."
    assert (change.was_at.article_id, change.now_at.article_id) == (1, 2)
    for words, at in ((change.was, change.was_at), (change.now, change.now_at)):
        text = next(text.text for text in story.texts if text.article_id == at.article_id)
        assert " ".join(text[at.span[0] : at.span[1]].split()) == words


def test_a_figure_altered_in_a_new_version() -> None:
    story = board(
        article(
            1,
            "Police said 17 people were killed in the blast at the depot.",
            before="Police said 12 people were killed in the blast at the depot.",
        ),
        article(2, "The depot burned all night."),
    )
    change = story.changes[0]
    assert (change.kind, change.was, change.now) == (ChangeKind.ALTERED, "12", "17")
    assert "12 to 17" in change.why
    version, text = story.texts[0].versions[0], story.texts[0].text
    assert version.text[change.was_at.span[0] : change.was_at.span[1]] == "12"
    assert text[change.now_at.span[0] : change.now_at.span[1]] == "17"
    assert change.now_at.dated == version.replaced


def test_a_statement_altered_in_another_language_is_by_the_party_as_the_story_calls_it() -> None:
    story = board(
        article(
            1,
            "La Russie a accusé la Norvège d'avoir coulé trois chalutiers.",
            language="fr",
            before="La Russie a accusé la Norvège d'avoir coulé deux chalutiers.",
        ),
        article(2, "Russia said nothing more."),
    )
    assert "A statement by Russia was altered in a new version." in [change.why for change in story.changes]


def test_a_new_version_with_other_marks_only_alters_nothing() -> None:
    story = board(article(1, "Police said “12 people” were killed.", before='Police said "12 people" were killed.'))
    assert not story.changes
