"""Remake the pictures in docs/pictures from the real app on a freshly seeded library: ``make screenshots``."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import date
from pathlib import Path

from reader.ingest.desk import Desk
from reader.ingest.engine import analyse_text, keep_analysis
from reader.ingest.seeding import open_library
from reader.ui.app import ParleyApp

PICTURES = Path(__file__).resolve().parent / "pictures"
TODAY = date(2022, 9, 15)  # so that the dates in the pictures stay
# name: width, height, theme, keys pressed once everything is analysed
SHOTS: dict[str, tuple[int, int, str, tuple[str, ...]]] = {
    "reading": (170, 46, "parley-dark", ("tab", "right_square_bracket", "right_square_bracket")),
    "reading-light": (120, 40, "parley-light", ("tab", "right_square_bracket", "right_square_bracket")),
    "comparison": (160, 46, "parley-dark", ("c",)),
    "figures": (120, 40, "parley-dark", ("tab", "tab", "f")),
    "small": (80, 24, "parley-dark", ("tab",)),
}


def make_library(path: Path) -> None:
    """A new library with every story analysed, as a reader finds it the second time."""
    with open_library(path) as library:
        for row in library.rows():
            article = library.article(row.id)
            keep_analysis(library, article.text_hash, analyse_text(article.text, article.language))


async def shoot(library: Path, name: str) -> None:
    width, height, theme, keys = SHOTS[name]
    app = ParleyApp(Desk(library), open_article=None, today=TODAY)
    async with app.run_test(size=(width, height)) as pilot:
        app.theme = theme
        for key in ("", *keys):
            await pilot.press(*[key] if key else [])
            await app.workers.wait_for_complete()
            await pilot.pause()
        svg = app.export_screenshot(title="parley")
    (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(f"docs/pictures/{name}.svg")


async def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        make_library(library)
        for name in sys.argv[1:] or SHOTS:
            await shoot(library, name)


if __name__ == "__main__":
    asyncio.run(main())
