"""English dependency labels turned into Universal Dependencies."""

from __future__ import annotations

from reader.analysis.text.dependencies import to_universal


def test_a_preposition_becomes_case_of_its_noun() -> None:
    # She lives in Rome
    labels, heads = to_universal(["nsubj", "ROOT", "prep", "pobj"], [1, 1, 1, 2], ["PRON", "VERB", "ADP", "PROPN"])
    assert labels == ["nsubj", "root", "case", "obl"]
    assert heads == [1, 1, 3, 1]


def test_after_a_noun_it_is_a_modifier() -> None:
    # mayor of Rome
    labels, heads = to_universal(["ROOT", "prep", "pobj"], [0, 0, 1], ["NOUN", "ADP", "PROPN"])
    assert labels == ["root", "case", "nmod"]
    assert heads == [0, 2, 0]


def test_an_agent_is_told_from_other_obliques() -> None:
    # bitten by dogs
    labels, _ = to_universal(["ROOT", "agent", "pobj"], [0, 0, 1], ["VERB", "ADP", "NOUN"])
    assert labels == ["root", "case", "obl:agent"]


def test_a_clause_after_a_preposition_is_marked() -> None:
    # accused of lying
    labels, heads = to_universal(["ROOT", "prep", "pcomp"], [0, 0, 1], ["VERB", "ADP", "VERB"])
    assert labels == ["root", "mark", "advcl"]
    assert heads == [0, 2, 0]


def test_labels_without_a_preposition_are_renamed() -> None:
    labels, heads = to_universal(
        ["nsubjpass", "auxpass", "ROOT", "dobj", "relcl"], [2, 2, 2, 2, 3], ["NOUN", "AUX", "VERB", "NOUN", "VERB"]
    )
    assert labels == ["nsubj:pass", "aux:pass", "root", "obj", "acl:relcl"]
    assert heads == [2, 2, 2, 2, 3]
