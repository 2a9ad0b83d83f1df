"""Rules and confidence in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.analysis.board.reasons import link_reason, reason
from reader.domain.statement import Act, Endorsement, Mode, Statement
from reader.feeds.documents import read_document
from reader.ingest.engine import analyse_text
from reader.ingest.seeding import seed_stories

STATEMENT = Statement(
    "s1", None, None, ((0, 4),), (), (), (), Act.DECLARE, Mode.DIRECT, Endorsement.NEUTRAL, False, (), None, "", 0.9
)


@pytest.mark.parametrize(
    ("rule", "confidence", "words"),
    [
        ("subject+que", 0.9, "sure: the speaker is the subject of the reporting verb; the words are a “that” clause"),
        (
            "incise, inversion",
            0.69,
            "likely: the speaker stands behind the reporting verb; the report stands inside or behind the words",
        ),
        (
            "subject+que, surface",
            0.81,
            "sure: the speaker is the subject of the reporting verb; the words are a “that” clause; "
            "read from the order of the words, not from their grammar",
        ),
        ("selon after", 0.3, "doubtful: the words stand before the one they are ascribed to"),
        ("quotation+dash", 0.6, "likely: the words are a quotation, signed behind a dash"),
        ("a new rule", 0.6, "likely: a new rule"),
    ],
)
def test_a_rule_is_told_in_words(rule: str, confidence: float, words: str) -> None:
    assert reason(replace(STATEMENT, rule=rule, confidence=confidence)) == words


@pytest.mark.parametrize("path", seed_stories(), ids=lambda path: path.stem)
def test_nothing_in_the_stories_is_told_by_the_bare_name_of_a_rule(path: Path) -> None:
    draft = read_document(path)
    found = analyse_text(draft.text, draft.language or "fr")
    parts = {part for statement in found.statements for part in reason(statement).partition(": ")[2].split("; ")}
    assert not [part for part in parts if len(part.split()) < 3]
    links = {link_reason(exchange.rule) for exchange in found.comparison.exchanges}
    assert all(words.startswith("linked because ") for words in links)


def test_a_link_of_an_unknown_rule_is_told_by_its_name() -> None:
    assert link_reason("a new rule") == "a new rule"
