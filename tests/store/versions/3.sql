PRAGMA application_id = 1346458188;
PRAGMA user_version = 3;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_articles','2023-02-08 10:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_corrections','2023-02-08 10:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'parley','m003_feeds','2026-11-29 15:01:01.986595+00:00');
CREATE TABLE analysis (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash  TEXT NOT NULL,
    engine_key TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (text_hash, engine_key)
);
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,
    actor     TEXT,
    value     TEXT,
    exact     TEXT,
    prefix    TEXT,
    suffix    TEXT,
    start     INTEGER,
    text_hash TEXT,
    made      TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "correction" VALUES(1,'speaker','Mary Quill',NULL,'The ferry was late.','','
',0,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-09T08:00:00Z',0);
INSERT INTO "correction" VALUES(2,'party','Mary Quill','The Bay Post',NULL,NULL,NULL,NULL,NULL,'2023-02-09T08:00:00Z',0);
INSERT INTO "correction" VALUES(3,'same_actor','Mary Quill','M. Quill',NULL,NULL,NULL,NULL,NULL,'2023-02-09T08:00:00Z',0);
INSERT INTO "correction" VALUES(4,'not_statement',NULL,NULL,'The ferry was late.','','
',0,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-09T08:00:00Z',1);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "setting" VALUES('theme','dark');
CREATE TABLE status (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    read       INTEGER NOT NULL DEFAULT 0,
    position   INTEGER NOT NULL DEFAULT 0
, bookmarked INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0, looked TEXT NOT NULL DEFAULT '');
INSERT INTO "status" VALUES(1,1,3,0,0,'');
INSERT INTO "status" VALUES(2,0,0,0,0,'2023-02-10T12:00:00Z');
INSERT INTO "status" VALUES(3,0,0,1,0,'');
CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO "tally" VALUES('articles',3);
INSERT INTO "tally" VALUES('read',1);
INSERT INTO "tally" VALUES('deleted',0);
CREATE TABLE "article" (
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
);
INSERT INTO "article" VALUES(1,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-07','A late ferry','The Bay Post','Mary Quill','Bay','2023-02-07',NULL,'en','https://bay.example/ferry',NULL,'ferry.txt',1,'2023-02-08T10:00:00Z',NULL,'feed',NULL,'','The ferry was late.
');
INSERT INTO "article" VALUES(2,'88965c12b75a2a8c86f97c2e0f7267cf9897f86e201b99b87c8cd5c187006651','2022-01-01','Another',NULL,NULL,NULL,'2022-01-01',NULL,'en',NULL,NULL,NULL,0,'2023-02-08T10:00:00Z',NULL,'feed',NULL,'','Another text.');
INSERT INTO "article" VALUES(3,'ad33c928adf6a09c1e6a338d698cbfd2d924e6574988aa0a633dfd9092ab8fe0','2023-02-10T08:00:00Z','Tide tables','Bay',NULL,NULL,'2023-02-10T08:00:00Z',NULL,'en','https://bay.example/tide','tide-1',NULL,0,'2023-02-10T09:00:00Z',1,'page','2023-02-10T10:00:00Z','','The whole page on tides.');
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
);
INSERT INTO "feed" VALUES(1,'https://bay.example/feed.xml','https://bay.example/feed.xml','Bay',NULL,NULL,NULL,NULL,'off',0,1,NULL,0,'2023-02-10T08:30:00Z',NULL);
CREATE TABLE feed_address (
    address TEXT PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id)
);
INSERT INTO "feed_address" VALUES('https://bay.example/feed.xml',1);
CREATE TABLE folder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    parent     INTEGER REFERENCES folder (id),
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    attributes TEXT NOT NULL DEFAULT ''
);
INSERT INTO "folder" VALUES(1,NULL,'Coast',1,'');
CREATE TABLE placement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id    INTEGER NOT NULL REFERENCES feed (id),
    folder     INTEGER REFERENCES folder (id),
    position   INTEGER NOT NULL,
    attributes TEXT NOT NULL DEFAULT ''
);
INSERT INTO "placement" VALUES(1,1,1,1,'');
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
);
INSERT INTO "visit" VALUES(1,'2023-02-10T09:00:00Z','2023-02-10T09:00:00Z',200,NULL,NULL,0,'','','"1"',NULL,NULL,NULL,'3','',NULL,0,0,0);
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
);
INSERT INTO "entry" VALUES(1,1,3,'2023-02-10T08:00:00Z','tide-1','bay.example/tide','e6264525992011034d376c32','1977f36f1f8c9175e96584e1','0479774a91537b62e7d9edea');
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
);
INSERT INTO "version" VALUES(1,3,'2023-02-10T10:00:00Z','feed','Tide tables','a63491822b96891576dd74570459c58ca6815342220d77cadc5aeed18ed76e16',NULL,'2023-02-10T08:00:00Z',NULL,'','High water at noon.');
CREATE TABLE alternate (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    shown      TEXT NOT NULL,
    text_hash  TEXT NOT NULL,
    layout     TEXT NOT NULL,
    text       TEXT NOT NULL
);
INSERT INTO "alternate" VALUES(3,'feed','800aa961f18dd25a3d93beca767eebb5ed526b3ce6b37ba127d896d394ac50d6','','High water at one.');
CREATE TABLE tagging (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag        TEXT NOT NULL,
    PRIMARY KEY (article_id, tag)
) WITHOUT ROWID;
INSERT INTO "tagging" VALUES(3,'sea');
CREATE TABLE deed (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    label   TEXT NOT NULL,
    made    TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "deed" VALUES(1,'correction','','2023-02-09T08:00:00Z','1',0);
INSERT INTO "deed" VALUES(2,'correction','','2023-02-09T08:00:00Z','2',0);
INSERT INTO "deed" VALUES(3,'correction','','2023-02-09T08:00:00Z','3',0);
INSERT INTO "deed" VALUES(4,'correction','','2023-02-09T08:00:00Z','4',-1);
INSERT INTO "deed" VALUES(5,'folder','made the folder Coast','2023-02-10T12:00:00Z','[["folder", 1, null, {"parent": null, "name": "Coast", "position": 1, "attributes": "", "id": 1}]]',0);
INSERT INTO "deed" VALUES(6,'subscribe','subscribed to Bay','2023-02-10T12:00:00Z','[["feed", 1, {"unsubscribed": "2026-11-29T15:01:02Z"}, {"unsubscribed": null}], ["placement", 1, null, {"feed_id": 1, "folder": 1, "position": 1, "attributes": "", "id": 1}]]',0);
INSERT INTO "deed" VALUES(7,'bookmark','bookmarked: Tide tables','2023-02-10T12:00:00Z','[["status", 3, null, {"article_id": 3, "bookmarked": 1}]]',0);
CREATE VIRTUAL TABLE search USING fts5(
    title, text, author, source, content = 'article', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
);
CREATE TABLE unindexed (article_id INTEGER PRIMARY KEY);
INSERT INTO search (search, rank) VALUES ('hashsize', 8000000);
INSERT INTO search (rowid, title, text, author, source) SELECT id, title, text, author, source FROM article;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX article_newest ON article (dated DESC, id DESC);
CREATE INDEX article_language ON article (language, dated DESC, id DESC);
CREATE INDEX article_text ON article (text_hash);
CREATE INDEX entry_newest ON entry (feed_id, dated DESC, article_id DESC);
CREATE INDEX entry_article ON entry (article_id);
CREATE INDEX entry_guid ON entry (feed_id, guid);
CREATE INDEX entry_url ON entry (url_key);
CREATE INDEX entry_title ON entry (feed_id, title_key) WHERE url_key IS NULL;
CREATE INDEX version_article ON version (article_id);
CREATE INDEX placement_feed ON placement (feed_id);
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are undone, not deleted'); END;
CREATE TRIGGER article_added AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN UPDATE tally SET value = value + 1 WHERE name = 'articles'; INSERT INTO unindexed VALUES (NEW.id); END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN UPDATE tally SET value = value - 1 WHERE name = 'articles'; INSERT INTO search (search, rowid, title, text, author, source) SELECT 'delete', OLD.id, OLD.title, OLD.text, OLD.author, OLD.source WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = OLD.id); DELETE FROM unindexed WHERE article_id = OLD.id; END;
CREATE TRIGGER article_rewritten AFTER UPDATE OF title, text, author, source ON article BEGIN INSERT INTO search (search, rowid, title, text, author, source) SELECT 'delete', OLD.id, OLD.title, OLD.text, OLD.author, OLD.source WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = OLD.id); INSERT OR IGNORE INTO unindexed VALUES (NEW.id); END;
CREATE TRIGGER status_added AFTER INSERT ON status BEGIN UPDATE tally SET value = value + (NEW.read OR NEW.deleted) WHERE name = 'read'; UPDATE tally SET value = value + NEW.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER status_removed AFTER DELETE ON status BEGIN UPDATE tally SET value = value - (OLD.read OR OLD.deleted) WHERE name = 'read'; UPDATE tally SET value = value - OLD.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER status_changed AFTER UPDATE OF read, deleted ON status BEGIN UPDATE tally SET value = value + (NEW.read OR NEW.deleted) - (OLD.read OR OLD.deleted) WHERE name = 'read'; UPDATE tally SET value = value + NEW.deleted - OLD.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER correction_made AFTER INSERT ON correction BEGIN UPDATE deed SET undone = -1 WHERE undone > 0 AND NEW.undone = 0; INSERT INTO deed (kind, label, made, changes, undone) VALUES ('correction', '', NEW.made, NEW.id, CASE WHEN NEW.undone THEN -1 ELSE 0 END); END;
CREATE TRIGGER correction_undone AFTER UPDATE OF undone ON correction WHEN NEW.undone <> OLD.undone BEGIN UPDATE deed SET undone = CASE WHEN NEW.undone > 0 THEN (SELECT max(max(undone), 0) + 1 FROM deed) ELSE NEW.undone END WHERE kind = 'correction' AND changes = CAST(NEW.id AS TEXT); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('correction',4);
INSERT INTO "sqlite_sequence" VALUES('deed',7);
INSERT INTO "sqlite_sequence" VALUES('entry',1);
INSERT INTO "sqlite_sequence" VALUES('feed',1);
INSERT INTO "sqlite_sequence" VALUES('folder',1);
INSERT INTO "sqlite_sequence" VALUES('placement',1);
INSERT INTO "sqlite_sequence" VALUES('version',1);
COMMIT;
