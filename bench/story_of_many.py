"""A story of many articles of real words, for measuring how long opening one takes.

Each article is made of paragraphs of the hand-made events of one conflict and of the stories in seeds/, drawn anew for
each, so that statements return in several outlets and numbers are rivals; the real models analyse every paragraph's
article once. They are put together by hand: what holds them together is not what is measured.
"""

from __future__ import annotations

import json
import random
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from library_corpus import NEWEST

from reader.domain.article import Draft
from reader.ingest.engine import analyse_text, keep_analysis
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

ROOT = Path(__file__).resolve().parent.parent
WORDS = 400
_EVENTS = ROOT / "tests" / "cases" / "stories"
_FILES = ("conflict.toml", "politics.toml")
_SEED = ROOT / "seeds" / "stories" / "000_15728a63912c0743.txt"


def add_story(library: Library, articles: int) -> int:
    """Add a story of so many articles; gives its id."""
    ids = [_add(library, number) for number in range(articles)]
    with library.transaction():
        library._db.execute(
            "INSERT INTO story_wish (kind, articles, made) VALUES ('together', ?, '2026-11-01T00:00:00Z')",
            (json.dumps(ids),),
        )
    place_all(library)
    return library.stories.story(ids[0]).row.id


def _add(library: Library, number: int) -> int:
    chance = random.Random(number)
    language = ("fr", "en")[number % 2]
    paragraphs = _paragraphs(language)
    text = chance.choice(paragraphs)
    if language == "fr" and number % 8 == 0:
        # With another paragraph no two of them are the same text, which a library has once.
        text += f"\n\n{chance.choice(paragraphs)}\n\n{_SEED.read_text(encoding='utf-8').strip()}"
    while len(text.split()) < WORDS:
        text += f"\n\n{chance.choice(paragraphs)}"
    when: datetime = NEWEST + timedelta(minutes=20 * number)
    draft = Draft(
        text=text.strip(),
        title=f"Report {number} on the fighting",
        source=f"Paper {number % 40}",
        published=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=language,
    )
    id = library.add(draft).id
    keep_analysis(library, draft.text_hash, analyse_text(draft.text, language))
    return id


def _paragraphs(language: str) -> list[str]:
    found: list[str] = []
    for name in _FILES:
        for event in tomllib.loads((_EVENTS / name).read_text(encoding="utf-8"))["event"]:
            for article in event["article"]:
                if article["language"] == language:
                    found += [each for each in article["text"].split("\n\n") if len(each.split()) > 15]
    return found
