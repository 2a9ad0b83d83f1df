"""The cue verbs of every pack, by their inflected forms."""

from __future__ import annotations

import pytest

from reader.domain.errors import PackError
from reader.domain.statement import Act
from reader.languages.cue_lexicon import Form, lexicon
from reader.languages.cue_rules import CueRules, Frame, VerbGroup
from reader.languages.pack import load_pack


def forms(language: str, form: str) -> set[tuple[str, Form]]:
    return {(sense.group.act, kind) for sense, kind in lexicon(load_pack(language).cues).forms.get(form, ())}


@pytest.mark.parametrize(
    ("language", "form", "act", "kind"),
    [
        ("fr", "rappelle", "declare", Form.FINITE),
        ("fr", "annonçait", "declare", Form.FINITE),
        ("fr", "exigeait", "demand", Form.FINITE),
        ("fr", "reconnu", "admit", Form.PARTICIPLE),
        ("fr", "promettant", "promise", Form.GERUND),
        ("fr", "démenti", "deny", Form.PARTICIPLE),
        ("fr", "répétera", "declare", Form.FINITE),
        ("en", "denies", "deny", Form.FINITE),
        ("en", "slammed", "criticise", Form.PARTICIPLE),
        ("en", "begging", "urge", Form.GERUND),
        ("en", "told", "declare", Form.FINITE),
        ("en", "vowing", "promise", Form.GERUND),
    ],
)
def test_forms_are_inflected(language: str, form: str, act: str, kind: Form) -> None:
    assert (act, kind) in forms(language, form)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_pack_knows_many_verbs_of_every_act(language: str) -> None:
    senses = {s for entries in lexicon(load_pack(language).cues).forms.values() for s, _ in entries}
    assert len({s.word for s in senses}) >= 150
    assert {s.group.act for s in senses} == {act.value for act in Act}


@pytest.mark.parametrize("word", ["sp+nothing", "speak", "+"])
def test_a_verb_without_a_paradigm_is_refused_by_name(word: str) -> None:
    group = VerbGroup(act="declare", frames=(Frame.QUOTE,), words=(word,))
    with pytest.raises(PackError, match=r"cues\.toml"):
        lexicon(CueRules(paradigms={"s": " | s | ed | ing"}, verbs=(group,)))


def test_a_paradigm_needs_its_four_groups() -> None:
    group = VerbGroup(act="declare", frames=(Frame.QUOTE,), words=("sp+s",))
    with pytest.raises(PackError, match="four groups"):
        lexicon(CueRules(paradigms={"s": "eak | eaks"}, verbs=(group,)))


def test_words_after_the_verb_belong_to_the_cue() -> None:
    senses = [s for s, _ in lexicon(load_pack("fr").cues).forms["lancé"] if s.tail]
    assert any(s.tail[-1] == {"appel"} for s in senses)
