"""The stories of a new library, analysed with the real models, against what a careful reader finds in them."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest
from expectation import (
    FOLDER,
    Expectation,
    Matched,
    content_places,
    load,
    match,
    places,
    plain,
    same_parties,
    same_source,
    without_opening,
    words,
)

from reader.analysis.comparison.comparison import compare
from reader.analysis.engine import analyse
from reader.analysis.text.parse import parse
from reader.domain.analysis import Analysis
from reader.domain.span import overlaps
from reader.languages.models import load_model
from reader.languages.pack import load_pack
from reader.resources import resource_dir

NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def _story(name: str) -> tuple[str, Expectation, Analysis, Matched]:
    folder = resource_dir("seeds") / "stories"
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    language = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["language"]
    pack = load_pack(language)
    analysis = analyse(text, pack, load_model(pack))
    expected = load(name)
    return text, expected, analysis, match(text, expected, analysis)


def _shown(text: str, analysis: Analysis, id: str) -> str:
    found = analysis.statement(id)
    assert found is not None
    source = text[slice(*found.source)] if found.source else None
    cue = text[slice(*found.cue)] if found.cue else None
    return f"{found.rule}: {source!r} {cue!r} {[text[a:b] for a, b in found.content]}"


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_found_with_its_source_cue_and_whole_content(name: str) -> None:
    text, expected, analysis, matched = _story(name)
    wrong = []
    for wanted in expected.statement:
        found = matched.found.get(wanted.id)
        if wanted.optional:
            continue
        if found is None:
            wrong.append(f"{wanted.id}: missing")
            continue
        if not same_source(text, wanted, found):
            wrong.append(f"{wanted.id}: source, found {_shown(text, analysis, found.id)}")
        cue = words(text[slice(*found.cue)]) if found.cue else []
        if not set(words(wanted.cue or "")) <= set(cue):
            wrong.append(f"{wanted.id}: cue, found {_shown(text, analysis, found.id)}")
        whole = without_opening(text, places(text, wanted.content))
        if without_opening(text, content_places(text, found)) != whole:
            wrong.append(f"{wanted.id}: content, found {_shown(text, analysis, found.id)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_taken_for_a_statement(name: str) -> None:
    text, _, analysis, matched = _story(name)
    extra = [_shown(text, analysis, s.id) for s in matched.extra if s.parent is None]
    assert not extra, "\n".join(extra)


@pytest.mark.parametrize("name", NAMES)
def test_act_mode_endorsement_parties_and_targets_are_right(name: str) -> None:
    _, expected, _, matched = _story(name)
    wrong = []
    for wanted in expected.statement:
        found = matched.found.get(wanted.id)
        if found is None or wanted.optional:
            continue
        if found.act not in (wanted.act, *wanted.act_also):
            wrong.append(f"{wanted.id}: act {found.act}, not {wanted.act}")
        if wanted.mode not in (None, found.mode):
            wrong.append(f"{wanted.id}: mode {found.mode}, not {wanted.mode}")
        if wanted.endorsement not in (None, found.endorsement):
            wrong.append(f"{wanted.id}: endorsement {found.endorsement}, not {wanted.endorsement}")
        for key in ("parties", "targets"):
            sides, got = getattr(wanted, key), getattr(found, key)
            if sides is not None and not same_parties(expected, sides, got):
                wrong.append(f"{wanted.id}: {key} {got}, not {sides}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_its_value_hedge_and_speaker(name: str) -> None:
    text, expected, analysis, matched = _story(name)
    wrong = []
    for wanted in expected.figure:
        said = {q: s.id for s in analysis.statements if s.parent is None for q in s.quantities}
        speaker = matched.found.get(wanted.statement) if wanted.statement else None
        alike = [
            q
            for q in analysis.quantities
            if set(words(q.text)) & set(words(wanted.words)) and wanted.value in (q.value, q.low)
        ]
        rows = [(q.text, q.hedge, said.get(q.id)) for q in alike]
        if not any(h == wanted.hedge and who == (speaker.id if speaker else None) for _, h, who in rows):
            wrong.append(f"{wanted.words!r} by {wanted.statement or 'the article'}: found {rows}")
        assert plain(wanted.words) in plain(text)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_figures_that_count_the_same_thing_are_lined_up(name: str) -> None:
    _, expected, analysis, _ = _story(name)
    values = {q.id: q.value for q in analysis.quantities}
    found = [(sorted(values[r.quantity] or 0 for r in f.rows), f.verdict) for f in analysis.comparison.figures]
    for wanted in expected.compared:
        assert (sorted(wanted.values), wanted.verdict) in found, found


@pytest.mark.parametrize("name", NAMES)
def test_statements_that_answer_one_another_are_linked(name: str) -> None:
    _, expected, analysis, matched = _story(name)
    found = [(e.kind, set(e.statements)) for e in analysis.comparison.exchanges]
    wrong = []
    for wanted in expected.exchange:
        sides = [{matched.found[s].id for s in side.split(" | ") if s in matched.found} for side in wanted.statements]
        if not any(kind == wanted.kind and all(side & linked for side in sides) for kind, linked in found):
            wrong.append(f"{wanted.kind} of {' and '.join(wanted.statements)}: found {found}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_compared_again_without_a_model_is_the_same(name: str) -> None:
    text, _, found, _ = _story(name)
    pack = load_pack(found.language)
    again = compare(parse(text, pack, None), pack, found.parties, found.quantities, found.statements)
    assert again == found.comparison


@pytest.mark.parametrize("name", NAMES)
def test_narration_datelines_and_bylines_are_left_alone(name: str) -> None:
    text, expected, analysis, _ = _story(name)
    for phrase in map(plain, expected.never):
        start = plain(text).find(phrase)
        assert start >= 0, f"not in the story: {phrase!r}"
        span = (start, start + len(phrase))
        touching = [
            s.id
            for s in analysis.statements
            if any(overlaps(span, part) for part in (s.cue, *s.content) if part is not None)
            or (s.source is not None and s.source[0] >= span[0] and overlaps(span, s.source))
        ]
        assert not touching, f"{phrase!r} is touched by {[_shown(text, analysis, id) for id in touching]}"
