"""How a language is built, told by keys of its pack and read without a model: on a small pack of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.analysis.engine import analyse
from reader.analysis.text.parse import parse
from reader.languages.loader import FOLDER, read_toml
from reader.languages.pack import Meta, Pack, load_pack

FILES = {
    "pack.toml": 'code = "de"\nname = "Deutsch"\nversion = "1"\n',
    "actors.toml": """
capital_nouns = true
adjectives_follow = false
definite = ["der", "die", "das", "den", "dem", "des"]
genitive = ["der", "des", "von"]
openers = ["der", "die", "das", "am", "er", "laut", "nach", "zuvor"]
[roles]
state = ["Minister", "Ministerin", "Kanzlerin"]
official = ["Sprecher"]
[heads]
government = ["Regierung"]
force = ["Polizei", "Armee"]
[given_names]
feminine = ["Anna"]
""",
    "text.toml": """
abbreviations = []
closing_abbreviations = []
openers = []
proclitics = []
enclitics = []
agencies = []
byline_openers = []
link_openers = []
caption_openers = []
quotation_pairs = [["„", "“"]]
single_quotes = false
[light]
capital_nouns = true
determiners = ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen"]
prepositions = ["am", "in", "im", "mit", "nach", "von", "zu", "auf", "laut"]
pronouns = ["er", "sie", "es", "wir"]
conjunctions = ["und", "aber"]
subordinators = ["dass", "ob", "wie"]
verbs = ["ist", "sei", "hat", "habe", "hatte", "bleibt", "wurden", "geht"]
adverbs = ["nicht", "zuvor", "hier"]
infinitive_after = ["zu"]
infinitive_inside = ["zu"]
finite_after_noun = ["t", "te", "en"]
""",
    "cues.toml": """
subject_after = true
verb_bracket = true
comma_clause = true
infinitive_last = true
never_subjects = ["den", "dem", "einen"]
postpositions = ["zufolge"]
complementisers = ["dass"]
infinitive_markers = ["zu"]
questions = ["ob"]
auxiliaries = ["hat", "hatte", "habe", "ist", "sei", "wurden"]
negations = ["nicht"]
links = ["wie"]
relatives = ["der", "die", "das"]
conjunctions = ["und", "aber"]
subject_pronouns = ["er", "sie", "es"]
determiners = ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen"]
noun_links = ["der", "des", "von"]
adverbs = ["am montag", "am dienstag", "zuvor", "nicht"]
[paradigms]
agen = "agen | agt agte agten | agt | agend"
eilen = "eilen | eilt eilte | eilt | eilend"
weisen = "eisen | eist ies iesen | iesen | eisend"
ordern = "ordern | ordert orderte | ordert | ordernd"
joined = "teilen | teilte | geteilt | teilend"
past = "gewiesen | | gewiesen |"
said = "sagen | | gesagt |"
[[verbs]]
act = "declare"
frames = ["clause", "quote", "question"]
words = ["s+agen", "+said", "t+eilen ~mit", "mit+joined"]
[[verbs]]
act = "deny"
frames = ["object"]
words = ["w+weisen ~zurück", "zurück+past"]
[[verbs]]
act = "urge"
target = "object"
frames = ["infinitive"]
words = ["f+ordern ~auf"]
[[prepositions]]
words = ["laut", "nach angaben"]
""",
}


@pytest.fixture
def german(tmp_path: Path) -> Pack:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("numbers.toml", "gazetteer.toml"):
        shutil.copy(FOLDER / "und" / name, tmp_path / name)
    return Pack(tmp_path, read_toml(tmp_path / "pack.toml", Meta), "de")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Der Minister sagte am Montag, dass er geht.", "Der Minister", "sagte", "dass er geht"),
        ("Am Montag sagte der Minister, dass er geht.", "der Minister", "sagte", "dass er geht"),
        ("Zuvor hatte die Ministerin gesagt, dass er geht.", "die Ministerin", "gesagt", "dass er geht"),
        ("Der Sprecher teilte am Dienstag mit, dass er geht.", "Der Sprecher", "teilte", "dass er geht"),
        ("Die Regierung wies die Vorwürfe zurück.", "Die Regierung", "wies", "die Vorwürfe"),
        ("Die Armee hat die Vorwürfe zurückgewiesen.", "Die Armee", "zurückgewiesen", "die Vorwürfe"),
        ("Der Minister sagte, er habe nichts gewusst.", "Der Minister", "sagte", "er habe nichts gewusst"),
        ("Der Minister sagte nicht, ob er geht.", "Der Minister", "sagte", "ob er geht"),
        (
            "Die Regierung forderte die Armee auf, die Angriffe einzustellen.",
            "Die Regierung",
            "forderte",
            "die Angriffe einzustellen",
        ),
        ("„Wir bleiben hier“, sagte Anna Weber.", "Anna Weber", "sagte", "„Wir bleiben hier“"),
        ("Die Brücke ist zu, wie der Sprecher mitteilte.", "der Sprecher", "mitteilte", "Die Brücke ist zu"),
        (
            "Die Brücke ist zu, sagte der Sprecher der Polizei.",
            "der Sprecher der Polizei",
            "sagte",
            "Die Brücke ist zu",
        ),
        ("Laut Polizei bleibt die Brücke zu.", "Polizei", "Laut", "bleibt die Brücke zu"),
        ("Nach Angaben der Polizei bleibt die Brücke zu.", "der Polizei", "Nach Angaben", "bleibt die Brücke zu"),
        ("Der Polizei zufolge bleibt die Brücke zu.", "Der Polizei", "zufolge", "bleibt die Brücke zu"),
    ],
)
def test_who_says_what(german: Pack, text: str, source: str, cue: str, content: str) -> None:
    (found,) = analyse(text, german, None).statements
    assert found.source is not None
    assert found.cue is not None
    said = " … ".join(text[slice(*span)] for span in found.content)
    assert (text[slice(*found.source)], text[slice(*found.cue)], said) == (source, cue, content)


@pytest.mark.parametrize(
    "text",
    ["Den Minister sagte die Zeitung ab.", "Die Brücke bleibt zu.", "Die Vorwürfe wies der Minister zurück."],
)
def test_nobody_rather_than_somebody_wrong(german: Pack, text: str) -> None:
    assert analyse(text, german, None).statements == ()


def test_only_told_capitals_are_names(german: Pack) -> None:
    found = analyse("Die Zeitung der Stadt sagte, Anna Weber habe den Preis gewonnen.", german, None)
    assert [actor.name for actor in found.actors] == ["Anna Weber"]


@pytest.mark.parametrize(
    ("language", "text", "classes"),
    [
        ("es", "La nueva ley fue aprobada ayer", "DET ADJ NOUN AUX VERB ADV"),
        ("es", "El dicho que él ha dicho", "DET NOUN SCONJ PRON AUX VERB"),
        ("es", "Ella quiere hablar mañana", "PRON VERB VERB ADV"),
        ("en", "The claims that he made", "DET NOUN SCONJ PRON VERB"),
        ("en", "Anna Weber wants to speak", "PROPN PROPN VERB ADP VERB"),
        ("fr", "Le ministre a dit la vérité", "DET NOUN AUX VERB DET NOUN"),
    ],
)
def test_words_are_told_apart(language: str, text: str, classes: str) -> None:
    tokens = parse(text, load_pack(language), None).tokens
    assert " ".join(token.pos for token in tokens) == classes
