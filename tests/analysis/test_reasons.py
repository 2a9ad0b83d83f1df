"""Rules and confidence in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.board.reasons import reason
from reader.domain.statement import Act, Endorsement, Mode, Statement

STATEMENT = Statement(
    "s1", None, None, ((0, 4),), (), (), (), Act.DECLARE, Mode.DIRECT, Endorsement.NEUTRAL, False, (), None, "", 0.9
)


@pytest.mark.parametrize(
    ("rule", "confidence", "words"),
    [
        ("subject+que", 0.9, "sure: the speaker is the subject of the reporting verb, the words are a “that” clause"),
        (
            "incise, inversion",
            0.69,
            "likely: the speaker stands behind the reporting verb, the report stands inside or behind the words",
        ),
        (
            "subject+que, surface",
            0.81,
            "sure: the speaker is the subject of the reporting verb, the words are a “that” clause, "
            "read from the order of the words, not from their grammar",
        ),
        ("selon after", 0.3, "doubtful: the words stand before the one they are ascribed to"),
        ("quotation+dash", 0.6, "likely: the words are a quotation, signed behind a dash"),
        ("a new rule", 0.6, "likely: a new rule"),
    ],
)
def test_a_rule_is_told_in_words(rule: str, confidence: float, words: str) -> None:
    assert reason(replace(STATEMENT, rule=rule, confidence=confidence)) == words
