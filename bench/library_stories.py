"""Stories for the libraries to measure with: of one to 200 articles, sixty of them going on at any time."""

from __future__ import annotations

import random

from reader.ingest.telling_analyses import tell_all
from reader.store.library import Library

_AT_ONCE = 60
_FOLLOWED = 20
_SIZES = [1] * 40 + [2] * 20 + [3] * 10 + [5] * 8 + [10] * 4 + [40] * 2 + [200]


def put_into_stories(library: Library) -> None:
    """Let the articles of a library be in stories, of which some are followed; the same library gets the same ones."""
    drawn = random.Random(1)
    going_on = [(drawn.choice(_SIZES), list[int]()) for _ in range(_AT_ONCE)]
    ended = list[list[int]]()
    dates = dict(library._db.execute("SELECT id, dated FROM article ORDER BY dated, id").fetchall())
    unread = {id for (id,) in library._db.execute("SELECT article_id FROM unread")}
    for id in dates:
        at = drawn.randrange(_AT_ONCE)
        size, articles = going_on[at]
        articles.append(id)
        if len(articles) == size:
            ended.append(articles)
            going_on[at] = (drawn.choice(_SIZES), [])
    stories = [articles for articles in ended if len(articles) > 1]
    with library.transaction(durable=False):
        columns = library._db.execute("SELECT name, type FROM pragma_table_info('story')").fetchall()
        for ids in stories:
            known = {"id": min(ids), "title_of": drawn.choice(ids), "articles": len(ids)}
            known["unread"] = len(unread.intersection(ids))
            known |= {"first": dates[ids[0]], "last": dates[ids[-1]]}
            row = [known.get(name, "[]" if kind == "TEXT" else 0) for name, kind in columns]
            library._db.execute(f"INSERT INTO story VALUES ({', '.join('?' * len(row))})", row)
        library._db.executemany(
            "INSERT INTO story_member (article_id, story_id, by_hand, central, reason) VALUES (?, ?, 0, 0, '')",
            ((id, min(ids)) for ids in stories for id in ids),
        )
        for ids in drawn.sample(stories, min(_FOLLOWED, len(stories))):
            library._db.execute("INSERT INTO story_mark (article_id, followed) VALUES (?, 1)", (ids[0],))
    tell_all(library)
