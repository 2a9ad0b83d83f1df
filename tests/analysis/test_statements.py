"""Statements: what must hold whatever the text, and a few ways of quoting end to end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import assert_sound

from reader.analysis.engine import analyse
from reader.domain.analysis import Analysis
from reader.domain.statement import Act, Mode
from reader.languages.models import load_model
from reader.languages.pack import load_pack

WORDS = [
    "La Suède",
    "le ministre",
    "Mme Roux",
    "il",
    "a déclaré",
    "a accusé",
    "affirme",
    "selon",
    "que",
    "qu'il",
    "d'avoir",
    "menti",
    "« Non »",
    "«",
    "»",
    '"',
    ",",
    ".",
    ":",
    "\n\n",
    "12 soldats",
    "a-t-elle dit",
    "mais",
    "et",
    "a ajouté",
    "le port fermera",
    "de",
    "pour",
    "(",
    "–",
]


def full(text: str, language: str = "fr") -> Analysis:
    pack = load_pack(language)
    return analyse(text, pack, load_model(pack))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_text_gives_sound_statements(text: str) -> None:
    assert_sound(text, full(text))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.sampled_from(["fr", "en", "und"]))
def test_so_does_a_light_analysis(text: str, language: str) -> None:
    assert_sound(text, analyse(text, load_pack(language), None))


def test_the_same_text_gives_the_same_analysis() -> None:
    text = "La Suède a accusé le Danemark d’avoir pêché dans ses eaux. « C’est faux », a répondu le Danemark."
    assert full(text) == full(text)


def test_a_second_cue_shares_the_subject_of_the_first() -> None:
    text = "Le consul s’est abstenu de commenter la plainte du Chili, mais a ajouté mardi que le dossier avançait."
    first, second = full(text).statements
    assert (first.act, second.act) == (Act.DECLINE, Act.DECLARE)
    assert first.source == second.source
    assert [text[a:b] for a, b in second.content] == ["que le dossier avançait"]


def test_a_quotation_cut_by_its_tag_is_one_statement_with_two_spans() -> None:
    text = "“The dam held,” said Ruth Amadi. “We were lucky.” Nobody was hurt."
    (statement,) = full(text, "en").statements
    assert statement.mode is Mode.DIRECT
    assert [text[a:b] for a, b in statement.content] == ["“The dam held,”", "“We were lucky.”"]


def test_all_parties_of_a_mutual_charge_are_targets() -> None:
    text = "La Suède et le Danemark se sont mutuellement accusés de piraterie alors que les navires rentraient au port."
    (statement,) = full(text).statements
    assert statement.parties == statement.targets == ("SE", "DK")
    assert [text[a:b] for a, b in statement.content] == ["de piraterie"]


def test_targets_are_in_the_order_of_the_text() -> None:
    text = (
        "Le gouvernement chilien a déclaré qu’il demanderait de l’aide au Pérou, "
        "et ferait également appel aux Nations unies et à la France."
    )
    (statement,) = full(text).statements
    assert statement.targets == ("PE", "un", "FR")


@pytest.mark.parametrize(
    "text",
    [
        "Le film s’appelle « Un hiver sans fin ».",
        "Le médecin assure la permanence de nuit.",
        "Cette baisse montre les limites du plan.",
        "Je dis que le port est fermé.",
    ],
)
def test_verbs_that_do_not_report(text: str) -> None:
    assert full(text).statements == ()


def test_a_statement_inside_a_statement_has_a_parent() -> None:
    text = "The Chilean navy said that Peru had denied that its ships had left port."
    outer, inner = full(text, "en").statements
    assert inner.parent == outer.id
    assert inner.act is Act.DENY
