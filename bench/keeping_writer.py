"""Writes what a user makes into a library, over and over, and says on standard output what is kept, once it is.

    python bench/keeping_writer.py LIBRARY NAME [ROUNDS]

Each line is a promise: a bookmark, a tag, a note or a draft whose method has returned. Killed at any moment, all that
was said must be there. ``NAME`` tells several writers apart. Without ROUNDS it goes on until it is ended.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.domain.annotation import About, Annotation
from reader.store.library import Library

ARTICLES = 40


def main() -> None:
    path, name = Path(sys.argv[1]), sys.argv[2]
    rounds = range(int(sys.argv[3])) if len(sys.argv) > 3 else count()
    with Library.open(path) as library:
        for n in rounds:
            article = n % ARTICLES + 1
            library.annotations.add(Annotation(article, About.ARTICLE, None, f"{name} {n}"))
            print("note", f"{name} {n}", flush=True)
            library.tags.put([article], [f"{name}{n}"])
            print("tag", f"{name}{n}", flush=True)
            library.drafts.keep(f"{name}:{n}", "A draft.")
            print("draft", f"{name}:{n}", flush=True)
            library.set_bookmarked(article, n % 3 != 0)
            print("bookmark", article, int(n % 3 != 0), flush=True)


if __name__ == "__main__":
    main()
