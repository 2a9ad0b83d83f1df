"""Articles of one feed are probably of one language, whatever the language of the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from feeding import entry, fed, rss
from http_server import serve

from reader.ingest.readers import Readers
from reader.ingest.reading_worker import LookCloser

FRENCH = (
    "Le conseil a dit qu'il n'avait pas été informé du plan avant qu'il ne soit mis aux voix, et que tous ses membres "
    "se réuniraient de nouveau dans la semaine. "
)
ENGLISH = (
    "The council said that it had not been told of the plan before it was put to a vote, and that all of its members "
    "were to meet again in the week after. "
)
FEW_SMALL_WORDS = (
    "Dredging crews finished clearing the Halden canal on Tuesday, harbour officials said, and the first of two barges "
    "will pass on Friday, weather permitting; toll prices stay as they are until spring. "
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the readers of documents are asked."""
    found: list[object] = []
    ask = Readers.ask

    async def noted(self: Readers, question: object) -> Any:
        found.append(question)
        return await ask(self, question)

    monkeypatch.setattr(Readers, "ask", noted)
    return found


def feed(name: str, *texts: str) -> bytes:
    return rss(*(entry(f"{name}{n}", text) for n, text in enumerate(texts)))


async def test_a_feed_that_says_no_language_lends_each_article_that_of_all(
    library_path: Path, asked: list[object]
) -> None:
    routes = {"/fr": feed("f", *[FRENCH] * 3), "/en": feed("e", ENGLISH, ENGLISH * 2, FEW_SMALL_WORDS)}
    with serve(routes) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/fr"), server.at("/en"))
            await one.refresh()
            told = {article.title[-2:]: article.language for article in await one.articles()}
    assert {name: language for name, language in told.items() if name[0] == "e"} == dict.fromkeys(
        ("e0", "e1", "e2"), "en"
    )
    assert {language for name, language in told.items() if name[0] == "f"} == {"fr"}
    assert not any(isinstance(question, LookCloser) for question in asked)


async def test_an_article_in_another_language_than_its_feed_keeps_its_own(library_path: Path) -> None:
    with serve({"/feed": feed("m", ENGLISH, ENGLISH * 2, ENGLISH * 3, FRENCH * 2)}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            await one.refresh()
            told = {article.title[-2:]: article.language for article in await one.articles()}
    assert told == {"m0": "en", "m1": "en", "m2": "en", "m3": "fr"}
