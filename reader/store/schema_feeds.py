"""The third step of the schema: subscriptions, what their feeds held, versions of articles, deeds, full text."""

from __future__ import annotations

from typing import Any

_ARTICLE = """
CREATE TABLE article_next (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash TEXT NOT NULL,
    dated     TEXT NOT NULL,
    title     TEXT NOT NULL,
    source    TEXT,
    author    TEXT,
    place     TEXT,
    published TEXT,
    updated   TEXT,
    language  TEXT NOT NULL,
    url       TEXT,
    guid      TEXT,
    origin    TEXT,
    example   INTEGER NOT NULL,
    added     TEXT NOT NULL,
    feed_id   INTEGER REFERENCES feed (id),
    shown     TEXT NOT NULL DEFAULT 'feed',
    changed   TEXT,
    layout    TEXT NOT NULL DEFAULT '',
    text      TEXT NOT NULL
)"""
_KEPT = "id, text_hash, dated, title, source, author, place, published, language, url, origin, example, added, text"
_FEED = """
CREATE TABLE feed (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    address      TEXT NOT NULL,
    subscribed   TEXT NOT NULL,
    name         TEXT,
    title        TEXT,
    site         TEXT,
    description  TEXT,
    language     TEXT,
    full_text    TEXT NOT NULL DEFAULT 'off',
    paused       INTEGER NOT NULL DEFAULT 0,
    typed        INTEGER NOT NULL DEFAULT 1,
    proxy        TEXT,
    insecure     INTEGER NOT NULL DEFAULT 0,
    added        TEXT NOT NULL,
    unsubscribed TEXT
)"""
# Every address a feed was ever known by, so that it is found again by any of them and never subscribed to twice.
_FEED_ADDRESS = """
CREATE TABLE feed_address (
    address TEXT PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id)
)"""
_FOLDER = """
CREATE TABLE folder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    parent     INTEGER REFERENCES folder (id),
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    attributes TEXT NOT NULL DEFAULT ''
)"""
# A feed may stand in several folders; ``attributes`` are those of its outline that are not ours, as JSON.
_PLACEMENT = """
CREATE TABLE placement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id    INTEGER NOT NULL REFERENCES feed (id),
    folder     INTEGER REFERENCES folder (id),
    position   INTEGER NOT NULL,
    attributes TEXT NOT NULL DEFAULT ''
)"""
_VISIT = """
CREATE TABLE visit (
    feed_id       INTEGER PRIMARY KEY REFERENCES feed (id),
    tried         TEXT,
    succeeded     TEXT,
    status        INTEGER,
    error         TEXT,
    advice        TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    next_try      TEXT NOT NULL DEFAULT '',
    not_before    TEXT NOT NULL DEFAULT '',
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,
    ttl           INTEGER,
    skip_hours    TEXT NOT NULL DEFAULT '',
    skip_days     TEXT NOT NULL DEFAULT '',
    moved_to      TEXT,
    moved_visits  INTEGER NOT NULL DEFAULT 0,
    gone          INTEGER NOT NULL DEFAULT 0,
    fresh         INTEGER NOT NULL DEFAULT 0
)"""
# What identifies an item in its feed, and the article it became. Without a feed it is a page somebody added. Entries
# outlive a deleted article: that is how it never comes back.
_ENTRY = """
CREATE TABLE entry (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id    INTEGER REFERENCES feed (id),
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    dated      TEXT NOT NULL,
    guid       TEXT,
    url_key    TEXT,
    title_key  TEXT NOT NULL,
    text_key   TEXT NOT NULL,
    facts_key  TEXT NOT NULL
)"""
_VERSION = """
CREATE TABLE version (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    replaced   TEXT NOT NULL,
    shown      TEXT NOT NULL,
    title      TEXT NOT NULL,
    text_hash  TEXT NOT NULL,
    author     TEXT,
    published  TEXT,
    updated    TEXT,
    layout     TEXT NOT NULL,
    text       TEXT NOT NULL
)"""
# The text an article could show instead: the feed's own while its page's is shown, or the other way round.
_ALTERNATE = """
CREATE TABLE alternate (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    shown      TEXT NOT NULL,
    text_hash  TEXT NOT NULL,
    layout     TEXT NOT NULL,
    text       TEXT NOT NULL
)"""
_TAGGING = """
CREATE TABLE tagging (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag        TEXT NOT NULL,
    PRIMARY KEY (article_id, tag)
) WITHOUT ROWID"""
# What the user did, with the rows before and after it as JSON; ``undone`` as in ``correction``.
_DEED = """
CREATE TABLE deed (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    label   TEXT NOT NULL,
    made    TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
)"""
# U+02BC is a letter to SQLite; in a text it is an apostrophe, and what follows it a word.
_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text, author, source, content = 'article', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
)"""
# The index is written in pieces of so many bytes; SQLite's own million makes many small ones, to be merged later.
_PIECE = "INSERT INTO search (search, rank) VALUES ('hashsize', 8000000)"
_UNINDEXED = "CREATE TABLE unindexed (article_id INTEGER PRIMARY KEY)"
_INDEXES = (
    "CREATE INDEX article_newest ON article (dated DESC, id DESC)",
    "CREATE INDEX article_language ON article (language, dated DESC, id DESC)",
    "CREATE INDEX article_text ON article (text_hash)",
    "CREATE INDEX entry_newest ON entry (feed_id, dated DESC, article_id DESC)",
    "CREATE INDEX entry_article ON entry (article_id)",
    "CREATE INDEX entry_guid ON entry (feed_id, guid)",
    "CREATE INDEX entry_url ON entry (url_key)",
    "CREATE INDEX entry_title ON entry (feed_id, title_key) WHERE url_key IS NULL",
    "CREATE INDEX version_article ON version (article_id)",
    "CREATE INDEX placement_feed ON placement (feed_id)",
)
_OUT_OF_INDEX = (
    "INSERT INTO search (search, rowid, title, text, author, source) SELECT 'delete', OLD.id, OLD.title, OLD.text, "
    "OLD.author, OLD.source WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = OLD.id)"
)
_TRIGGERS = {
    # What comes from feeds, many at a time, is told by those who add it: for each row it costs as much as the row.
    "article_added": "AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN "
    "UPDATE tally SET value = value + 1 WHERE name = 'articles'; INSERT INTO unindexed VALUES (NEW.id); END",
    "article_removed": f"AFTER DELETE ON article BEGIN UPDATE tally SET value = value - 1 WHERE name = 'articles'; "
    f"{_OUT_OF_INDEX}; DELETE FROM unindexed WHERE article_id = OLD.id; END",
    "article_rewritten": f"AFTER UPDATE OF title, text, author, source ON article BEGIN {_OUT_OF_INDEX}; "
    "INSERT OR IGNORE INTO unindexed VALUES (NEW.id); END",
    # A deleted article is neither counted nor counted as read.
    "status_added": "AFTER INSERT ON status BEGIN "
    "UPDATE tally SET value = value + (NEW.read OR NEW.deleted) WHERE name = 'read'; "
    "UPDATE tally SET value = value + NEW.deleted WHERE name = 'deleted'; END",
    "status_removed": "AFTER DELETE ON status BEGIN "
    "UPDATE tally SET value = value - (OLD.read OR OLD.deleted) WHERE name = 'read'; "
    "UPDATE tally SET value = value - OLD.deleted WHERE name = 'deleted'; END",
    "status_changed": "AFTER UPDATE OF read, deleted ON status BEGIN "
    "UPDATE tally SET value = value + (NEW.read OR NEW.deleted) - (OLD.read OR OLD.deleted) WHERE name = 'read'; "
    "UPDATE tally SET value = value + NEW.deleted - OLD.deleted WHERE name = 'deleted'; END",
    # Corrections are undone where they are kept; these lines keep their place among everything else that was done.
    "correction_made": "AFTER INSERT ON correction BEGIN "
    "UPDATE deed SET undone = -1 WHERE undone > 0 AND NEW.undone = 0; "
    "INSERT INTO deed (kind, label, made, changes, undone) "
    "VALUES ('correction', '', NEW.made, NEW.id, CASE WHEN NEW.undone THEN -1 ELSE 0 END); END",
    "correction_undone": "AFTER UPDATE OF undone ON correction WHEN NEW.undone <> OLD.undone BEGIN "
    "UPDATE deed SET undone = CASE WHEN NEW.undone > 0 THEN (SELECT max(max(undone), 0) + 1 FROM deed) "
    "ELSE NEW.undone END WHERE kind = 'correction' AND changes = CAST(NEW.id AS TEXT); END",
}


def upgrade(db: Any) -> None:
    """See the head of this file. Needs foreign keys off, or dropping the old table would take every status along."""
    db.execute(_ARTICLE)
    db.execute(f"INSERT INTO article_next ({_KEPT}) SELECT {_KEPT} FROM article")
    db.execute(
        "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'article') "
        "WHERE name = 'article_next'"
    )
    for trigger in ("status_added", "status_removed", "status_changed"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("DROP TABLE article")
    db.execute("ALTER TABLE article_next RENAME TO article")
    db.execute("ALTER TABLE status ADD COLUMN bookmarked INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE status ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE status ADD COLUMN looked TEXT NOT NULL DEFAULT ''")
    tables = (_FEED, _FEED_ADDRESS, _FOLDER, _PLACEMENT, _VISIT, _ENTRY, _VERSION, _ALTERNATE, _TAGGING, _DEED)
    for statement in (*tables, _SEARCH, _PIECE, _UNINDEXED, *_INDEXES):
        db.execute(statement)
    db.execute("INSERT INTO tally VALUES ('deleted', 0)")
    db.execute("INSERT INTO unindexed SELECT id FROM article")
    db.execute(
        "INSERT INTO deed (kind, label, made, changes, undone) "
        "SELECT 'correction', '', made, id, undone FROM correction ORDER BY id"
    )
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
