"""Remake the pictures in docs/pictures from the real app: ``make screenshots``.

They show a freshly seeded library, or one of invented events, tests/cases/stories.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.domain.article import Draft
from reader.ingest.desk import Desk
from reader.ingest.engine import analyse_text, keep_analysis
from reader.ingest.seeding import open_library
from reader.ingest.stories.language import keep_language
from reader.ingest.stories.placing import place_all
from reader.store.library import Library
from reader.ui.app import ParleyApp

PICTURES = Path(__file__).resolve().parent / "pictures"
EVENTS = Path(__file__).resolve().parents[1] / "tests/cases/stories"
FILES = ("conflict", "accidents", "protest")
FOLLOWED = "Kyrgyzstan and Tajikistan accept"


@dataclass(frozen=True)
class Shot:
    """A picture: its size and theme, and the keys pressed once everything is analysed. ``stories`` where it shows the
    library of invented events; ``story`` is how the title of an article begins whose story is opened first."""

    width: int
    height: int
    theme: str
    keys: tuple[str, ...]
    stories: bool = False
    story: str = ""


SHOTS = {
    "reading": Shot(170, 46, "parley-dark", ("tab", "right_square_bracket", "right_square_bracket")),
    "reading-light": Shot(120, 40, "parley-light", ("tab", "right_square_bracket", "right_square_bracket")),
    "comparison": Shot(160, 46, "parley-dark", ("c",)),
    "figures": Shot(120, 40, "parley-dark", ("tab", "tab", "f")),
    "small": Shot(80, 24, "parley-dark", ("tab",)),
    "stories": Shot(170, 30, "parley-dark", ("Y",), stories=True),
    "story": Shot(160, 46, "parley-dark", (), story="L’Arménie et l’Azerbaïdjan"),
    "story-figures": Shot(120, 36, "parley-dark", ("f",), stories=True, story=FOLLOWED),
}
TODAY = {False: date(2022, 9, 15), True: date(2026, 3, 20)}  # so that the dates in the pictures stay


def analyse(library: Library) -> None:
    """Analyse and place everything, as a reader finds it the second time."""
    for row in library.rows(1000):
        article = library.article(row.id)
        keep_analysis(library, article.text_hash, analyse_text(article.text, article.language))
    place_all(library)


def make_seeded(path: Path) -> None:
    """A new library as it is seeded."""
    with open_library(path) as library:
        keep_language(library, "en")
        analyse(library)


def make_storied(path: Path) -> None:
    """A library of invented events."""
    with Library.open(path) as library:
        library.set_setting("seeded", "1")
        keep_language(library, "en")
        for name in FILES:
            for event in tomllib.loads((EVENTS / f"{name}.toml").read_text(encoding="utf-8"))["event"]:
                for told in event["article"]:
                    text, title, source = told["text"].strip(), told["title"], told["source"]
                    draft = Draft(
                        text, title, source=source, language=told["language"], published=told.get("published")
                    )
                    library.add(draft)
        analyse(library)
    article = article_of(path, FOLLOWED)
    with Library.open(path) as library:
        library.stories.follow(article, True)


def article_of(path: Path, title: str) -> int:
    """The id of the article whose title begins so."""
    with Library.open(path) as library:
        return next(row.id for row in library.rows(1000) if row.title.startswith(title))


async def shoot(library: Path, name: str) -> None:
    shot = SHOTS[name]
    story = article_of(library, shot.story) if shot.story else None
    app = ParleyApp(Desk(library), open_article=None, today=TODAY[shot.stories])
    async with app.run_test(size=(shot.width, shot.height)) as pilot:
        app.theme = shot.theme
        await pilot.pause()
        await app.workers.wait_for_complete()
        if story is not None:
            app.reading.open_story(story)
            await pilot.pause()
            await app.workers.wait_for_complete()
        for key in ("", *shot.keys):
            await pilot.press(*[key] if key else [])
            await app.workers.wait_for_complete()
            await pilot.pause()
        svg = app.export_screenshot(title="parley")
    (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(f"docs/pictures/{name}.svg")


async def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or list(SHOTS)
    with tempfile.TemporaryDirectory() as folder:
        for stories, make in ((False, make_seeded), (True, make_storied)):
            names = [name for name in wanted if SHOTS[name].stories is stories]
            library = Path(folder) / make.__name__ / "library.db"
            if names:
                library.parent.mkdir()
                make(library)
            for name in names:
                await shoot(library, name)


if __name__ == "__main__":
    asyncio.run(main())
