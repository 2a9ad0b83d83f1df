"""Whose own words a text does not give."""

from __future__ import annotations

from hand_built import say

from reader.analysis.comparison.unheard import find_unheard

TEXT = "One speaks, and another is meant."


def test_a_target_without_a_statement_is_unheard() -> None:
    assert find_unheard((say(TEXT, "s1", "One", by=("A",), to=("B", "C")),), ("C", "B", "A")) == ("C", "B")


def test_a_target_that_speaks_is_heard() -> None:
    one = say(TEXT, "s1", "One", by=("A",), to=("B",))
    assert find_unheard((one, say(TEXT, "s2", "another", by=("B",))), ("A", "B")) == ()


def test_being_quoted_inside_anothers_statement_is_not_being_heard() -> None:
    one = say(TEXT, "s1", "One", by=("A",), to=("B",))
    assert find_unheard((one, say(TEXT, "s2", "another", by=("B",), parent="s1")), ("A", "B")) == ("B",)


def test_a_party_nobody_turns_to_is_not_unheard() -> None:
    assert find_unheard((say(TEXT, "s1", "One", by=("A",)),), ("A", "B")) == ()
