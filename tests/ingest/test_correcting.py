"""A person corrects analyses at the desk: what is shown follows, what is stored stays as it was found."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import ReadOnly

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.confidence import Strictness
from reader.domain.correction import not_statement, party_correction, speaker_correction
from reader.domain.errors import CorrectionError
from reader.ingest.desk import Desk
from reader.ingest.revising import revised
from reader.store.analysis_json import encode
from reader.store.library import Library

FIRST = "---\nlanguage: en\n---\n“We will sell the pier,” said Edda Mornby.\n\n“No one asked us,” said Tom Vale.\n"
LATER = "---\nlanguage: en\n---\n“The pier is ours,” Edda Mornby said on Friday. The mayor would not comment.\n"


@pytest.fixture
async def desk(seeded_path: Path) -> AsyncIterator[Desk]:
    made = Desk(seeded_path)
    yield made
    await made.close()


async def added(desk: Desk, folder: Path, text: str) -> Article:
    path = folder / f"{len(text)}.txt"
    path.write_text(text)
    (result,) = await desk.add_paths([str(path)])
    assert result.id is not None
    return await desk.article(result.id)


async def shown(desk: Desk, article: Article) -> Analysis:
    stored = await desk.stored_analysis(article)
    assert stored is not None
    assert await desk.is_current(article, stored)
    return stored.analysis


def body(path: Path, article: Article) -> str:
    """What is stored of an article's analysis, to the byte."""
    with Library.open(path) as library:
        stored = library.analysis(article.text_hash)
    assert stored is not None
    return encode(stored.analysis)


async def test_a_correction_shows_and_undo_brings_back_every_byte(
    desk: Desk, tmp_path: Path, seeded_path: Path
) -> None:
    article = await added(desk, tmp_path, FIRST)
    found = await desk.analyse(article)
    before = body(seeded_path, article)
    assert encode(found) == before
    first = found.statements[0]
    kept = await desk.correct(speaker_correction(article.text, first, "Tom Vale"))
    assert (kept.id, kept.undone) == (1, False)
    revised = await shown(desk, article)
    assert revised.statements[0].parties == found.statements[1].parties
    assert encode(await desk.analyse(article)) == encode(revised) != before
    assert body(seeded_path, article) == before
    undone = await desk.undo_correction()
    assert undone is not None
    assert undone.undone
    assert encode(await shown(desk, article)) == before
    assert await desk.library.ask(lambda library: library.corrections.redo()) == kept
    assert await shown(desk, article) == revised
    assert await desk.corrections() == (kept,)


async def test_there_may_be_nothing_to_undo_or_redo(desk: Desk) -> None:
    assert await desk.corrections() == ()
    assert await desk.undo_correction() is None
    assert await desk.library.ask(lambda library: library.corrections.redo()) is None
    with pytest.raises(CorrectionError, match="Correction 4 does not exist"):
        await desk.undo_correction(4)


async def test_what_is_said_of_an_actor_holds_in_an_article_that_comes_later(desk: Desk, tmp_path: Path) -> None:
    await desk.correct(party_correction("Edda Mornby", "Harbour Trust"))
    for text in (FIRST, LATER):
        analysis = await desk.analyse(await added(desk, tmp_path, text))
        assert analysis.statements[0].parties == ("harbour-trust",)
        assert {a.party for a in analysis.actors if a.name == "Edda Mornby"} == {"harbour-trust"}


async def test_corrections_outlive_the_analysis_the_engine_and_the_article(
    desk: Desk, tmp_path: Path, seeded_path: Path
) -> None:
    article = await added(desk, tmp_path, FIRST)
    found = await desk.analyse(article)
    await desk.correct(not_statement(article.text, found.statements[0]))
    db = sqlite3.connect(seeded_path)
    db.execute("UPDATE analysis SET engine_key = 'en 0|no model|light'")
    db.commit()
    stored = await desk.stored_analysis(article)
    assert stored is not None
    assert not await desk.is_current(article, stored)
    assert stored.analysis.statements == found.statements[1:]
    db.execute("DELETE FROM analysis")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("DELETE FROM article WHERE id = ?", (article.id,))
    db.commit()
    db.close()
    again = await added(desk, tmp_path, FIRST)
    assert again.id != article.id
    assert (await desk.analyse(again)).statements == found.statements[1:]


async def test_a_correction_finds_its_place_in_another_version_of_the_text(desk: Desk, tmp_path: Path) -> None:
    article = await added(desk, tmp_path, FIRST)
    found = await desk.analyse(article)
    await desk.correct(speaker_correction(article.text, found.statements[1], "Edda Mornby"))
    changed = FIRST.replace("“We will", "The harbour is for sale.\n\n“We will").replace("Tom Vale", "Tom Vale, 40")
    version = await desk.analyse(await added(desk, tmp_path, changed))
    assert [s.corrected for s in version.statements] == [False, True]
    assert version.statements[1].parties == version.statements[0].parties


async def test_how_sure_statements_must_be_is_kept_and_followed(desk: Desk, tmp_path: Path, seeded_path: Path) -> None:
    story = await desk.article(5)
    found = await desk.analyse(story)
    assert await desk.strictness() is Strictness.NORMAL
    await desk.set_strictness(Strictness.STRICT)
    strict = await shown(desk, story)
    assert strict.statements == tuple(s for s in found.statements if s.confidence >= Strictness.STRICT.floor)
    assert 0 < len(strict.statements) < len(found.statements)
    again = Desk(seeded_path)
    assert await again.strictness() is Strictness.STRICT
    await again.set_setting("confidence", "sure-ish")
    assert await again.strictness() is Strictness.NORMAL
    await again.close()
    await desk.set_strictness(Strictness.WIDE)
    assert await shown(desk, story) == found


async def test_a_read_only_library_shows_corrections(
    desk: Desk, tmp_path: Path, seeded_path: Path, read_only: ReadOnly
) -> None:
    article = await added(desk, tmp_path, FIRST)
    found = await desk.analyse(article)
    await desk.correct(not_statement(article.text, found.statements[0]))
    await desk.close()
    with read_only(seeded_path.parent), Library.open(seeded_path) as library:
        assert library.read_only
        assert revised(library, article.text, "en", found).statements == found.statements[1:]
