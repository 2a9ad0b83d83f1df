"""What is kept of stories: compared with what it is made of, and made anew."""

from __future__ import annotations

import sqlite3

from reader.store.schema_stories import REFILL_UNPLACED

_MADE = ("likeness", "story_member", "story", "unplaced")
_UNREAD = (
    "(SELECT count(*) FROM story_member m JOIN article a ON a.id = m.article_id "
    "JOIN unread u ON u.dated = a.dated AND u.article_id = a.id WHERE m.story_id = story.id)"
)
_WRONG = {
    "likenesses of articles are wrong": """
        SELECT 1 FROM likeness l WHERE article_id NOT IN (SELECT article_id FROM signature) OR NOT EXISTS
        (SELECT 1 FROM likeness b WHERE b.article_id = l.other_id AND b.other_id = l.article_id
        AND b.value = l.value AND b.copied = l.copied)""",
    "articles are in stories that are none": """
        SELECT 1 FROM story_member WHERE story_id NOT IN (SELECT id FROM story)
        OR article_id NOT IN (SELECT article_id FROM signature) OR article_id NOT IN (SELECT id FROM article)""",
    "the articles of stories are counted wrong": """
        SELECT 1 FROM story s LEFT JOIN
        (SELECT story_id, count(*) AS articles, count(copy_of) AS copies, min(article_id) AS first FROM story_member
        GROUP BY story_id) m ON m.story_id = s.id
        WHERE (s.articles, s.copies, s.id) IS NOT (m.articles, m.copies, m.first)""",
}


def wrong_stories(db: sqlite3.Connection) -> list[str]:
    """What of stories is not as it should be, in a few words each; for a library that has them."""
    found = [what for what, sql in _WRONG.items() if db.execute(f"{sql} LIMIT 1").fetchone() is not None]
    if db.execute(f"SELECT 1 FROM story WHERE unread <> {_UNREAD} LIMIT 1").fetchone() is not None:
        found.append("what is unread in stories is counted wrong")
    return found


def recount_stories(db: sqlite3.Connection) -> None:
    """Count anew what is unread; where anything else is wrong let all stories be made anew. In the caller's
    transaction."""
    db.execute(f"UPDATE story SET unread = {_UNREAD} WHERE unread <> {_UNREAD}")
    if wrong_stories(db):
        remake_stories(db)


def remake_stories(db: sqlite3.Connection) -> None:
    """Every article waits for its place anew. In the caller's transaction."""
    for table in _MADE:
        db.execute(f"DELETE FROM {table}")
    db.execute(REFILL_UNPLACED)
