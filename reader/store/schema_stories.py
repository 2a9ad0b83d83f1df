"""The fifth step of the schema: articles about one event, what the user says of them, and what is watched for.

``story_mark``, ``story_wish`` and ``watch`` are the user's, and hang on articles. What texts are about (``signature``)
is kept as an analysis is; the other tables are made of it and can be made again: ``store.stories.placings``.
"""

from __future__ import annotations

from typing import Any

# ``day`` is the article's date in days; ``key`` says what the signature was made of and by. ``parties`` are ids and
# names as JSON, ``agency`` whom the text credits. ``body`` comes last: what is asked of many at once is short.
_SIGNATURE = """
CREATE TABLE signature (
    article_id INTEGER PRIMARY KEY,
    day        REAL NOT NULL,
    key        TEXT NOT NULL,
    parties    TEXT NOT NULL,
    agency     TEXT,
    body       BLOB NOT NULL
)"""
# Each pair stands here twice, so that all of an article's are found together.
_LIKENESS = """
CREATE TABLE likeness (
    article_id INTEGER NOT NULL,
    other_id   INTEGER NOT NULL,
    value      REAL NOT NULL,
    copied     REAL NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID"""
# ``likest`` is the article of the story it is most like, ``copy_of`` the first whose text it repeats, ``central`` how
# like it is to all others together.
_MEMBER = """
CREATE TABLE story_member (
    article_id INTEGER PRIMARY KEY,
    story_id   INTEGER NOT NULL,
    likest     INTEGER,
    copy_of    INTEGER,
    by_hand    INTEGER NOT NULL,
    central    REAL NOT NULL,
    reason     TEXT NOT NULL
)"""
# ``id`` is the lowest of its articles', ``title_of`` the article whose headline it has, ``bond`` how alike its parts
# are at least; lists are JSON. ``sources`` are names, or ids of feeds.
_STORY = """
CREATE TABLE story (
    id        INTEGER PRIMARY KEY,
    title_of  INTEGER NOT NULL,
    first     TEXT NOT NULL,
    last      TEXT NOT NULL,
    articles  INTEGER NOT NULL,
    copies    INTEGER NOT NULL,
    unread    INTEGER NOT NULL,
    bond      REAL NOT NULL,
    sources   TEXT NOT NULL,
    languages TEXT NOT NULL,
    parties   TEXT NOT NULL
)"""
# Articles whose place among the others has to be found; ``anew`` is 1 where nothing about them changed, 2 where
# somebody waits for it.
_UNPLACED = """
CREATE TABLE unplaced (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    anew       INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID"""
_MARK = """
CREATE TABLE story_mark (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    name       TEXT NOT NULL DEFAULT '',
    followed   INTEGER NOT NULL DEFAULT 0,
    muted      INTEGER NOT NULL DEFAULT 0,
    looked     TEXT NOT NULL DEFAULT ''
)"""
# ``articles`` and ``others`` are lists of ids as JSON.
_WISH = """
CREATE TABLE story_wish (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL,
    articles TEXT NOT NULL,
    others   TEXT NOT NULL DEFAULT '[]',
    made     TEXT NOT NULL
)"""
_WATCH = """
CREATE TABLE watch (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    query TEXT NOT NULL,
    story INTEGER REFERENCES article (id),
    seen  TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL
)"""
_INDEXES = (
    "CREATE INDEX unplaced_waited_for ON unplaced (dated, article_id) WHERE anew = 2",
    "CREATE INDEX signature_days ON signature (day, article_id, key)",
    # A signature's row is long.
    "CREATE INDEX signature_narrow ON signature (article_id, day, key)",
    "CREATE INDEX story_member_story ON story_member (story_id, article_id)",
    "CREATE INDEX story_newest ON story (last DESC, id DESC)",
    "CREATE INDEX story_unread ON story (last DESC, id DESC) WHERE unread > 0",
    "CREATE INDEX story_title ON story (title_of)",
    "CREATE INDEX story_mark_followed ON story_mark (article_id) WHERE followed",
    "CREATE INDEX story_mark_muted ON story_mark (article_id) WHERE muted",
    "CREATE INDEX story_mark_name ON story_mark (article_id) WHERE name <> ''",
)
_HAS_ANALYSIS = "EXISTS (SELECT 1 FROM analysis WHERE text_hash = {row}.text_hash)"
_HAS_SIGNATURE = "EXISTS (SELECT 1 FROM signature WHERE article_id = {row}.id)"
_WAITS = "INSERT OR IGNORE INTO unplaced SELECT NEW.dated, NEW.id, 0 WHERE "
_ANEW = (
    "INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN ({ids}) "
    "ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2"
)
_NAMED = (
    "SELECT value FROM json_each(CASE WHEN json_valid({row}.articles) THEN {row}.articles ELSE '[]' END) UNION "
    "SELECT value FROM json_each(CASE WHEN json_valid({row}.others) THEN {row}.others ELSE '[]' END)"
)
_STORY_OF = "(SELECT story_id FROM story_member WHERE article_id = {row}.article_id)"


def _wished(row: str) -> str:
    return _ANEW.format(ids=_NAMED.format(row=row))


_TRIGGERS = {
    "unplaced_analysis_added": "AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO unplaced "
    "SELECT dated, id, 0 FROM article WHERE text_hash = NEW.text_hash; END",
    # What comes from feeds, many at a time, is told by those who add it.
    "unplaced_article_added": "AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN "
    f"{_WAITS} {_HAS_ANALYSIS.format(row='NEW')}; END",
    "unplaced_article_changed": "AFTER UPDATE OF title, source, language, text_hash ON article "
    "WHEN (NEW.title, NEW.source, NEW.language, NEW.text_hash) IS NOT "
    "(OLD.title, OLD.source, OLD.language, OLD.text_hash) BEGIN "
    f"{_WAITS} {_HAS_ANALYSIS.format(row='NEW')}; END",
    "unplaced_article_dated": "AFTER UPDATE OF dated ON article WHEN NEW.dated <> OLD.dated BEGIN "
    "UPDATE unplaced SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; "
    f"{_WAITS} {_HAS_SIGNATURE.format(row='NEW')}; END",
    "unplaced_article_hidden": "AFTER UPDATE OF hidden ON article WHEN NEW.hidden <> OLD.hidden BEGIN "
    f"{_WAITS} {_HAS_SIGNATURE.format(row='NEW')} OR {_HAS_ANALYSIS.format(row='NEW')}; END",
    "unplaced_article_removed": "AFTER DELETE ON article BEGIN "
    "DELETE FROM unplaced WHERE dated = OLD.dated AND article_id = OLD.id; "
    + _ANEW.format(
        ids="SELECT m.article_id FROM story_member m WHERE m.article_id <> OLD.id AND m.story_id = "
        "(SELECT story_id FROM story_member WHERE article_id = OLD.id)"
    )
    + "; DELETE FROM story_member WHERE article_id = OLD.id; DELETE FROM signature WHERE article_id = OLD.id; "
    "DELETE FROM likeness WHERE other_id = OLD.id AND article_id IN "
    "(SELECT other_id FROM likeness WHERE article_id = OLD.id); DELETE FROM likeness WHERE article_id = OLD.id; END",
    "unplaced_wish_made": f"AFTER INSERT ON story_wish BEGIN {_wished('NEW')}; END",
    "unplaced_wish_changed": f"AFTER UPDATE ON story_wish BEGIN {_wished('OLD')}; {_wished('NEW')}; END",
    "unplaced_wish_undone": f"AFTER DELETE ON story_wish BEGIN {_wished('OLD')}; END",
    "story_unread_added": "AFTER INSERT ON unread BEGIN "
    f"UPDATE story SET unread = unread + 1 WHERE id = {_STORY_OF.format(row='NEW')}; END",
    "story_unread_removed": "AFTER DELETE ON unread BEGIN "
    f"UPDATE story SET unread = unread - 1 WHERE id = {_STORY_OF.format(row='OLD')}; END",
}

REFILL_UNPLACED = (
    "INSERT OR REPLACE INTO unplaced SELECT dated, id, 1 FROM article "
    "WHERE id IN (SELECT article_id FROM signature) OR (hidden = 0 AND id IN "
    "(SELECT id FROM article WHERE text_hash IN (SELECT text_hash FROM analysis)))"
)
"""Queues every article that is, or could be, in a story, to have all stories made again."""


def upgrade(db: Any) -> None:
    """Every analysed article waits for its place."""
    for table in (_SIGNATURE, _LIKENESS, _MEMBER, _STORY, _UNPLACED, _MARK, _WISH, _WATCH):
        db.execute(table)
    for index in _INDEXES:
        db.execute(index)
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
    db.execute(REFILL_UNPLACED)
