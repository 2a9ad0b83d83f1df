PRAGMA application_id = 1346458188;
PRAGMA user_version = 5;
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
INSERT INTO "_sqlite_migrations" VALUES(4,'parley','m004_keeping','2026-11-29 17:31:10.633740+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'parley','m005_stories','2026-11-30 08:00:00.000000+00:00');
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
, hidden INTEGER NOT NULL DEFAULT 0);
INSERT INTO "article" VALUES(1,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-07','A late ferry','The Bay Post','Mary Quill','Bay','2023-02-07',NULL,'en','https://bay.example/ferry',NULL,'ferry.txt',1,'2023-02-08T10:00:00Z',NULL,'feed',NULL,'','The ferry was late.
',0);
INSERT INTO "article" VALUES(2,'88965c12b75a2a8c86f97c2e0f7267cf9897f86e201b99b87c8cd5c187006651','2022-01-01','Another',NULL,NULL,NULL,'2022-01-01',NULL,'en',NULL,NULL,NULL,0,'2023-02-08T10:00:00Z',NULL,'feed',NULL,'','Another text.',0);
INSERT INTO "article" VALUES(3,'ad33c928adf6a09c1e6a338d698cbfd2d924e6574988aa0a633dfd9092ab8fe0','2023-02-10T08:00:00Z','Tide tables','Bay',NULL,NULL,'2023-02-10T08:00:00Z',NULL,'en','https://bay.example/tide','tide-1',NULL,0,'2023-02-10T09:00:00Z',1,'page','2023-02-10T10:00:00Z','','The whole page on tides.',0);
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
INSERT INTO "deed" VALUES(6,'subscribe','subscribed to Bay','2023-02-10T12:00:00Z','[["feed", 1, {"unsubscribed": "2023-02-11T12:00:00Z"}, {"unsubscribed": null}], ["placement", 1, null, {"feed_id": 1, "folder": 1, "position": 1, "attributes": "", "id": 1}]]',0);
INSERT INTO "deed" VALUES(7,'bookmark','bookmarked: Tide tables','2023-02-10T12:00:00Z','[["status", 3, null, {"article_id": 3, "bookmarked": 1}]]',0);
INSERT INTO "deed" VALUES(8,'annotation','highlighted “ferry”','2023-02-11T12:00:00Z','[["annotation", 1, null, {"uri": "urn:uuid:00000000-0000-4000-8000-000000000001", "article_id": 1, "about": "text", "colour": "green", "body": "", "exact": "ferry", "prefix": "The ", "suffix": " was late.\n", "start": 4, "text_hash": "d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7", "created": "2023-02-11T12:00:00Z", "modified": "2023-02-11T12:00:00Z", "id": 1}]]',0);
INSERT INTO "deed" VALUES(9,'annotation','wrote a note on “Tide tables”','2023-02-11T12:00:00Z','[["annotation", 2, null, {"uri": "urn:uuid:00000000-0000-4000-8000-000000000002", "article_id": 3, "about": "article", "colour": null, "body": "Ask the harbour.", "exact": null, "prefix": null, "suffix": null, "start": null, "text_hash": null, "created": "2023-02-11T12:00:00Z", "modified": "2023-02-11T12:00:00Z", "id": 2}]]',0);
INSERT INTO "deed" VALUES(10,'search','saved the search “Ferries”','2023-02-11T12:00:00Z','[["saved_search", 1, null, {"name": "Ferries", "query": "ferry is:unread", "position": 1, "added": "2023-02-11T12:00:00Z", "id": 1}]]',0);
INSERT INTO "deed" VALUES(11,'tag','tagged 2 articles “Bay”','2023-02-11T12:00:00Z','[["tag", 2, null, {"name": "Bay", "folded": "bay", "colour": null, "id": 2}], ["tagging", [1, 2], null, {"tag_id": 2}]]',0);
INSERT INTO "deed" VALUES(12,'tag','coloured the tag “Bay” blue','2023-02-11T12:00:00Z','[["tag", 2, {"colour": null}, {"colour": "blue"}]]',0);
CREATE TABLE unindexed (article_id INTEGER PRIMARY KEY);
INSERT INTO "unindexed" VALUES(1);
INSERT INTO "unindexed" VALUES(2);
INSERT INTO "unindexed" VALUES(3);
CREATE TABLE tag (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
);
INSERT INTO "tag" VALUES(1,'sea','sea',NULL);
INSERT INTO "tag" VALUES(2,'Bay','bay','blue');
CREATE TABLE "tagging" (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (id),
    tag_id     INTEGER NOT NULL REFERENCES tag (id),
    UNIQUE (article_id, tag_id)
);
INSERT INTO "tagging" VALUES(1,3,1);
INSERT INTO "tagging" VALUES(2,1,2);
INSERT INTO "tagging" VALUES(3,2,2);
CREATE TABLE annotation (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uri        TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    about      TEXT NOT NULL,
    colour     TEXT,
    body       TEXT NOT NULL,
    exact      TEXT,
    prefix     TEXT,
    suffix     TEXT,
    start      INTEGER,
    text_hash  TEXT,
    created    TEXT NOT NULL,
    modified   TEXT NOT NULL
);
INSERT INTO "annotation" VALUES(1,'urn:uuid:00000000-0000-4000-8000-000000000001',1,'text','green','','ferry','The ',' was late.
',4,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-11T12:00:00Z','2023-02-11T12:00:00Z');
INSERT INTO "annotation" VALUES(2,'urn:uuid:00000000-0000-4000-8000-000000000002',3,'article',NULL,'Ask the harbour.',NULL,NULL,NULL,NULL,NULL,'2023-02-11T12:00:00Z','2023-02-11T12:00:00Z');
CREATE TABLE draft (
    subject TEXT PRIMARY KEY,
    body    TEXT NOT NULL,
    saved   TEXT NOT NULL
);
INSERT INTO "draft" VALUES('article:2','Not yet','2023-02-11T12:00:00Z');
CREATE TABLE saved_search (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    query    TEXT NOT NULL,
    position INTEGER NOT NULL,
    added    TEXT NOT NULL
);
INSERT INTO "saved_search" VALUES(1,'Ferries','ferry is:unread',1,'2023-02-11T12:00:00Z');
CREATE VIRTUAL TABLE noted USING fts5(
    body, exact, content = 'annotation', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
);
CREATE TABLE statement (
    id         INTEGER PRIMARY KEY,
    sid        TEXT NOT NULL,
    start      INTEGER NOT NULL,
    parties    TEXT NOT NULL,
    speakers   TEXT NOT NULL,
    targets    TEXT NOT NULL,
    act        TEXT NOT NULL,
    negated    INTEGER NOT NULL,
    confidence REAL NOT NULL,
    words      TEXT NOT NULL
);
CREATE TABLE quantity (
    id           INTEGER PRIMARY KEY,
    statement_id INTEGER,
    low          REAL,
    high         REAL,
    counted      TEXT NOT NULL
);
CREATE TABLE told (
    article_id INTEGER PRIMARY KEY,
    actors     TEXT NOT NULL,
    parties    TEXT NOT NULL,
    counted    TEXT NOT NULL,
    numbers    TEXT NOT NULL
);
CREATE TABLE untold (article_id INTEGER PRIMARY KEY);
CREATE TABLE recorrected (correction_id INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE said USING fts5(parties, speakers, targets, act, words, content = 'statement', content_rowid = 'id', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
CREATE VIRTUAL TABLE named USING fts5(actors, parties, counted, numbers, content = 'told', content_rowid = 'article_id', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
CREATE VIRTUAL TABLE search USING fts5(title, text, author, source, content = 'article', content_rowid = 'id', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
CREATE TABLE unread (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID;
INSERT INTO "unread" VALUES('2022-01-01',2);
INSERT INTO "unread" VALUES('2023-02-10T08:00:00Z',3);
CREATE TABLE unanalysed (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID;
CREATE TABLE analysed_by (language TEXT PRIMARY KEY, engine_key TEXT NOT NULL);
CREATE TABLE feed_count (
    feed_id  INTEGER PRIMARY KEY REFERENCES feed (id),
    articles INTEGER NOT NULL,
    unread   INTEGER NOT NULL
);
INSERT INTO "feed_count" VALUES(1,1,1);
CREATE TABLE stretch (id INTEGER PRIMARY KEY, changes INTEGER NOT NULL);
INSERT INTO "stretch" VALUES(0,6);
CREATE TABLE search_count (search_id INTEGER PRIMARY KEY, counted TEXT NOT NULL);
INSERT INTO search (search, rank) VALUES ('hashsize', 8000000);
INSERT INTO noted (noted) VALUES ('rebuild');
INSERT INTO said (said) VALUES ('rebuild');
INSERT INTO named (named) VALUES ('rebuild');
INSERT INTO search (rowid, title, text, author, source) SELECT id, title, text, author, source FROM article WHERE id NOT IN (SELECT article_id FROM unindexed);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX article_language ON article (language, dated DESC, id DESC);
CREATE INDEX article_text ON article (text_hash);
CREATE INDEX entry_newest ON entry (feed_id, dated DESC, article_id DESC);
CREATE INDEX entry_article ON entry (article_id);
CREATE INDEX entry_guid ON entry (feed_id, guid);
CREATE INDEX entry_url ON entry (url_key);
CREATE INDEX entry_title ON entry (feed_id, title_key) WHERE url_key IS NULL;
CREATE INDEX version_article ON version (article_id);
CREATE INDEX placement_feed ON placement (feed_id);
CREATE INDEX tagging_tag ON tagging (tag_id, article_id);
CREATE INDEX annotation_article ON annotation (article_id);
CREATE INDEX annotation_newest ON annotation (created DESC, id DESC);
CREATE INDEX article_address ON article (id, url) WHERE feed_id IS NULL AND url IS NOT NULL;
CREATE INDEX status_bookmarked ON status (article_id) WHERE bookmarked;
CREATE INDEX article_changed ON article (id, changed) WHERE changed IS NOT NULL;
CREATE INDEX article_newest ON article (dated DESC, id DESC, hidden) WHERE hidden = 0;
CREATE INDEX article_narrow ON article (id, dated, language, hidden);
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are undone, not deleted'); END;
CREATE TRIGGER article_added AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN UPDATE tally SET value = value + 1 WHERE name = 'articles'; INSERT INTO unindexed VALUES (NEW.id); END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN UPDATE tally SET value = value - 1 WHERE name = 'articles'; INSERT INTO search (search, rowid, title, text, author, source) SELECT 'delete', OLD.id, OLD.title, OLD.text, OLD.author, OLD.source WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = OLD.id); DELETE FROM unindexed WHERE article_id = OLD.id; END;
CREATE TRIGGER article_rewritten AFTER UPDATE OF title, text, author, source ON article BEGIN INSERT INTO search (search, rowid, title, text, author, source) SELECT 'delete', OLD.id, OLD.title, OLD.text, OLD.author, OLD.source WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = OLD.id); INSERT OR IGNORE INTO unindexed VALUES (NEW.id); END;
CREATE TRIGGER status_added AFTER INSERT ON status BEGIN UPDATE tally SET value = value + (NEW.read OR NEW.deleted) WHERE name = 'read'; UPDATE tally SET value = value + NEW.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER status_removed AFTER DELETE ON status BEGIN UPDATE tally SET value = value - (OLD.read OR OLD.deleted) WHERE name = 'read'; UPDATE tally SET value = value - OLD.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER status_changed AFTER UPDATE OF read, deleted ON status BEGIN UPDATE tally SET value = value + (NEW.read OR NEW.deleted) - (OLD.read OR OLD.deleted) WHERE name = 'read'; UPDATE tally SET value = value + NEW.deleted - OLD.deleted WHERE name = 'deleted'; END;
CREATE TRIGGER correction_made AFTER INSERT ON correction BEGIN UPDATE deed SET undone = -1 WHERE undone > 0 AND NEW.undone = 0; INSERT INTO deed (kind, label, made, changes, undone) VALUES ('correction', '', NEW.made, NEW.id, CASE WHEN NEW.undone THEN -1 ELSE 0 END); END;
CREATE TRIGGER correction_undone AFTER UPDATE OF undone ON correction WHEN NEW.undone <> OLD.undone BEGIN UPDATE deed SET undone = CASE WHEN NEW.undone > 0 THEN (SELECT max(max(undone), 0) + 1 FROM deed) ELSE NEW.undone END WHERE kind = 'correction' AND changes = CAST(NEW.id AS TEXT); END;
CREATE TRIGGER annotation_added AFTER INSERT ON annotation BEGIN INSERT INTO noted (rowid, body, exact) VALUES (NEW.id, NEW.body, NEW.exact); END;
CREATE TRIGGER annotation_removed AFTER DELETE ON annotation BEGIN INSERT INTO noted (noted, rowid, body, exact) VALUES ('delete', OLD.id, OLD.body, OLD.exact); END;
CREATE TRIGGER annotation_changed AFTER UPDATE OF body, exact ON annotation BEGIN INSERT INTO noted (noted, rowid, body, exact) VALUES ('delete', OLD.id, OLD.body, OLD.exact); INSERT INTO noted (rowid, body, exact) VALUES (NEW.id, NEW.body, NEW.exact); END;
CREATE TRIGGER analysis_added AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO untold SELECT id FROM article WHERE text_hash = NEW.text_hash; END;
CREATE TRIGGER article_added_analysed AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN INSERT OR IGNORE INTO untold SELECT NEW.id WHERE EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash); END;
CREATE TRIGGER article_text_changed AFTER UPDATE OF text_hash ON article WHEN NEW.text_hash <> OLD.text_hash BEGIN DELETE FROM statement WHERE id BETWEEN OLD.id << 14 AND (OLD.id << 14) + 16383; DELETE FROM quantity WHERE id BETWEEN OLD.id << 14 AND (OLD.id << 14) + 16383; DELETE FROM told WHERE article_id = OLD.id; DELETE FROM untold WHERE article_id = OLD.id; INSERT OR IGNORE INTO untold SELECT NEW.id WHERE EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash); END;
CREATE TRIGGER article_untold AFTER DELETE ON article BEGIN DELETE FROM statement WHERE id BETWEEN OLD.id << 14 AND (OLD.id << 14) + 16383; DELETE FROM quantity WHERE id BETWEEN OLD.id << 14 AND (OLD.id << 14) + 16383; DELETE FROM told WHERE article_id = OLD.id; DELETE FROM untold WHERE article_id = OLD.id; END;
CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN INSERT INTO said (said, rowid, parties, speakers, targets, act, words) VALUES ('delete', OLD.id, OLD.parties, OLD.speakers, OLD.targets, OLD.act, OLD.words); END;
CREATE TRIGGER told_removed AFTER DELETE ON told BEGIN INSERT INTO named (named, rowid, actors, parties, counted, numbers) VALUES ('delete', OLD.article_id, OLD.actors, OLD.parties, OLD.counted, OLD.numbers); END;
CREATE TRIGGER correction_made_untold AFTER INSERT ON correction BEGIN INSERT OR IGNORE INTO recorrected VALUES (NEW.id); END;
CREATE TRIGGER correction_undone_untold AFTER UPDATE OF undone ON correction WHEN (NEW.undone = 0) <> (OLD.undone = 0) BEGIN INSERT OR IGNORE INTO recorrected VALUES (NEW.id); END;
CREATE TRIGGER hidden_status_added AFTER INSERT ON status WHEN NEW.deleted BEGIN UPDATE article SET hidden = 1 WHERE id = NEW.article_id; END;
CREATE TRIGGER hidden_status_changed AFTER UPDATE OF deleted ON status WHEN NEW.deleted <> OLD.deleted BEGIN UPDATE article SET hidden = NEW.deleted WHERE id = NEW.article_id; END;
CREATE TRIGGER hidden_status_removed AFTER DELETE ON status WHEN OLD.deleted BEGIN UPDATE article SET hidden = 0 WHERE id = OLD.article_id; END;
CREATE TRIGGER counted_feed_added AFTER INSERT ON feed BEGIN INSERT INTO feed_count SELECT NEW.id, total(NOT coalesce(s.deleted, 0)), total(NOT (coalesce(s.read, 0) OR coalesce(s.deleted, 0))) FROM (SELECT DISTINCT article_id FROM entry WHERE feed_id = NEW.id) e LEFT JOIN status s ON s.article_id = e.article_id; END;
CREATE TRIGGER counted_feed_removed BEFORE DELETE ON feed BEGIN DELETE FROM feed_count WHERE feed_id = OLD.id; END;
CREATE TRIGGER unread_article_added AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN INSERT INTO unread VALUES (NEW.dated, NEW.id); INSERT INTO unanalysed SELECT NEW.dated, NEW.id WHERE NOT EXISTS (SELECT 1 FROM analysis n JOIN analysed_by b ON b.engine_key = n.engine_key WHERE n.text_hash = NEW.text_hash AND b.language = NEW.language); END;
CREATE TRIGGER unanalysed_article_changed AFTER UPDATE OF language, text_hash ON article BEGIN DELETE FROM unanalysed WHERE dated = OLD.dated AND article_id = OLD.id; INSERT OR IGNORE INTO unanalysed SELECT NEW.dated, NEW.id WHERE NOT EXISTS (SELECT 1 FROM analysis n JOIN analysed_by b ON b.engine_key = n.engine_key WHERE n.text_hash = NEW.text_hash AND b.language = NEW.language); END;
CREATE TRIGGER unanalysed_analysis_removed AFTER DELETE ON analysis BEGIN INSERT OR IGNORE INTO unanalysed SELECT a.dated, a.id FROM article a JOIN analysed_by b ON b.language = a.language WHERE a.text_hash = OLD.text_hash AND b.engine_key = OLD.engine_key; END;
CREATE TRIGGER unanalysed_analysis_added AFTER INSERT ON analysis BEGIN DELETE FROM unanalysed WHERE (dated, article_id) IN (SELECT a.dated, a.id FROM article a JOIN analysed_by b ON b.language = a.language WHERE a.text_hash = NEW.text_hash AND b.engine_key = NEW.engine_key); END;
CREATE TRIGGER unread_article_removed AFTER DELETE ON article BEGIN DELETE FROM unread WHERE dated = OLD.dated AND article_id = OLD.id; DELETE FROM unanalysed WHERE dated = OLD.dated AND article_id = OLD.id; END;
CREATE TRIGGER unread_article_dated AFTER UPDATE OF dated ON article WHEN NEW.dated <> OLD.dated BEGIN UPDATE unread SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; UPDATE unanalysed SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; END;
CREATE TRIGGER unread_status_added AFTER INSERT ON status WHEN NOT NOT (NEW.read OR NEW.deleted) BEGIN DELETE FROM unread WHERE dated = (SELECT dated FROM article WHERE id = NEW.article_id) AND article_id = NEW.article_id; UPDATE feed_count SET unread = unread - 1, articles = articles - NEW.deleted WHERE feed_id IN (SELECT feed_id FROM entry WHERE article_id = NEW.article_id); END;
CREATE TRIGGER unread_status_changed AFTER UPDATE OF read, deleted ON status WHEN NEW.read <> OLD.read OR NEW.deleted <> OLD.deleted BEGIN DELETE FROM unread WHERE dated = (SELECT dated FROM article WHERE id = NEW.article_id) AND article_id = NEW.article_id; INSERT INTO unread SELECT dated, id FROM article WHERE id = NEW.article_id AND NOT (NEW.read OR NEW.deleted); UPDATE feed_count SET unread = unread + (NOT (NEW.read OR NEW.deleted)) - (NOT (OLD.read OR OLD.deleted)), articles = articles - NEW.deleted + OLD.deleted WHERE feed_id IN (SELECT feed_id FROM entry WHERE article_id = NEW.article_id); END;
CREATE TRIGGER unread_status_removed AFTER DELETE ON status WHEN NOT NOT (OLD.read OR OLD.deleted) BEGIN INSERT OR IGNORE INTO unread SELECT dated, id FROM article WHERE id = OLD.article_id; UPDATE feed_count SET unread = unread + 1, articles = articles + OLD.deleted WHERE feed_id IN (SELECT feed_id FROM entry WHERE article_id = OLD.article_id); END;
CREATE TRIGGER counted_entry_removed AFTER DELETE ON entry WHEN OLD.feed_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry WHERE feed_id = OLD.feed_id AND article_id = OLD.article_id) BEGIN UPDATE feed_count SET articles = articles - coalesce((SELECT NOT deleted FROM status WHERE article_id = OLD.article_id), 1), unread = unread - coalesce((SELECT NOT (read OR deleted) FROM status WHERE article_id = OLD.article_id), 1) WHERE feed_id = OLD.feed_id; END;
CREATE TRIGGER stretch_article_changed AFTER UPDATE ON article BEGIN INSERT INTO stretch VALUES (NEW.id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_article_removed AFTER DELETE ON article BEGIN INSERT INTO stretch VALUES (OLD.id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_unread_added AFTER INSERT ON unread BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_unread_removed AFTER DELETE ON unread BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_unindexed_added AFTER INSERT ON unindexed BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_unindexed_removed AFTER DELETE ON unindexed BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_told_added AFTER INSERT ON told BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_told_removed AFTER DELETE ON told BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_tagging_added AFTER INSERT ON tagging BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_tagging_changed AFTER UPDATE ON tagging BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_tagging_removed AFTER DELETE ON tagging BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_annotation_added AFTER INSERT ON annotation BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_annotation_changed AFTER UPDATE ON annotation BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_annotation_removed AFTER DELETE ON annotation BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_entry_added AFTER INSERT ON entry BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_entry_removed AFTER DELETE ON entry BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_status_added AFTER INSERT ON status WHEN NEW.bookmarked OR (NEW.looked <> '' AND NOT NEW.read) BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_status_changed AFTER UPDATE OF bookmarked, looked ON status WHEN NEW.bookmarked <> OLD.bookmarked OR (NEW.looked <> OLD.looked AND NEW.read = OLD.read) BEGIN INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_status_removed AFTER DELETE ON status WHEN OLD.bookmarked OR (OLD.looked <> '' AND NOT OLD.read) BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_entry_changed AFTER UPDATE OF feed_id, article_id ON entry BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; INSERT INTO stretch VALUES (NEW.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TABLE signature (
    article_id INTEGER PRIMARY KEY,
    day        REAL NOT NULL,
    key        TEXT NOT NULL,
    parties    TEXT NOT NULL,
    agency     TEXT,
    body       BLOB NOT NULL
);
CREATE TABLE likeness (
    article_id INTEGER NOT NULL,
    other_id   INTEGER NOT NULL,
    value      REAL NOT NULL,
    copied     REAL NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE TABLE story_member (
    article_id INTEGER PRIMARY KEY,
    story_id   INTEGER NOT NULL,
    likest     INTEGER,
    copy_of    INTEGER,
    by_hand    INTEGER NOT NULL,
    central    REAL NOT NULL,
    reason     TEXT NOT NULL
);
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
);
CREATE TABLE unplaced (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    anew       INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID;
CREATE TABLE story_mark (
    article_id INTEGER PRIMARY KEY REFERENCES article (id),
    name       TEXT NOT NULL DEFAULT '',
    followed   INTEGER NOT NULL DEFAULT 0,
    muted      INTEGER NOT NULL DEFAULT 0,
    looked     TEXT NOT NULL DEFAULT ''
);
CREATE TABLE story_wish (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL,
    articles TEXT NOT NULL,
    others   TEXT NOT NULL DEFAULT '[]',
    made     TEXT NOT NULL
);
CREATE TABLE watch (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    query TEXT NOT NULL,
    story INTEGER REFERENCES article (id),
    seen  TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL
);
CREATE TABLE hearing (
    id       INTEGER PRIMARY KEY,
    sure     TEXT NOT NULL,
    likely   TEXT NOT NULL,
    doubtful TEXT NOT NULL,
    named    TEXT NOT NULL
);
CREATE TABLE regather (id INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE heard USING fts5(sure, likely, doubtful, named, content = 'hearing', content_rowid = 'id', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
INSERT INTO "story_mark" VALUES(1,'The tides',1,0,'2023-02-12T12:30:00Z');
INSERT INTO "story_mark" VALUES(2,'The tides',1,0,'2023-02-12T12:30:00Z');
INSERT INTO "story_wish" VALUES(1,'together','[1]','[2]','2023-02-12T12:00:00Z');
INSERT INTO "watch" VALUES(1,'Ferries said','statements','ferry',NULL,'','2023-02-12T12:00:00Z');
INSERT INTO "deed" VALUES(13,'story','joined to the story “A late ferry”: Another','2023-02-12T12:00:00Z','[["story_wish", 1, null, {"kind": "together", "articles": "[1]", "others": "[2]", "made": "2023-02-12T12:00:00Z", "id": 1}]]',0);
INSERT INTO "deed" VALUES(14,'story','followed: A late ferry','2023-02-12T12:00:00Z','[["story_mark", [1, 2], {"followed": 0}, {"followed": 1}]]',0);
INSERT INTO "deed" VALUES(15,'story','called “The tides”: A late ferry','2023-02-12T12:00:00Z','[["story_mark", [1, 2], {"name": ""}, {"name": "The tides"}]]',0);
INSERT INTO "deed" VALUES(16,'watch','watches “Ferries said”','2023-02-12T12:00:00Z','[["watch", 1, null, {"name": "Ferries said", "kind": "statements", "query": "ferry", "story": null, "seen": "", "added": "2023-02-12T12:00:00Z", "id": 1}]]',0);
INSERT INTO "unplaced" VALUES('2022-01-01',2,1);
INSERT INTO "unplaced" VALUES('2023-02-07',1,1);
CREATE INDEX unplaced_waited_for ON unplaced (dated, article_id) WHERE anew = 2;
CREATE INDEX signature_days ON signature (day, article_id, key);
CREATE INDEX signature_narrow ON signature (article_id, day, key);
CREATE INDEX story_member_story ON story_member (story_id, article_id);
CREATE INDEX story_newest ON story (last DESC, id DESC);
CREATE INDEX story_unread ON story (last DESC, id DESC) WHERE unread > 0;
CREATE INDEX story_title ON story (title_of);
CREATE INDEX story_mark_followed ON story_mark (article_id) WHERE followed;
CREATE INDEX story_mark_muted ON story_mark (article_id) WHERE muted;
CREATE INDEX story_mark_name ON story_mark (article_id) WHERE name <> '';
CREATE INDEX story_member_narrow ON story_member (article_id, story_id);
CREATE TRIGGER unplaced_analysis_added AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO unplaced SELECT dated, id, 0 FROM article WHERE text_hash = NEW.text_hash; END;
CREATE TRIGGER unplaced_article_added AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN INSERT OR IGNORE INTO unplaced SELECT NEW.dated, NEW.id, 0 WHERE  EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash); END;
CREATE TRIGGER unplaced_article_changed AFTER UPDATE OF title, source, language, text_hash ON article WHEN (NEW.title, NEW.source, NEW.language, NEW.text_hash) IS NOT (OLD.title, OLD.source, OLD.language, OLD.text_hash) BEGIN INSERT OR IGNORE INTO unplaced SELECT NEW.dated, NEW.id, 0 WHERE  EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash); END;
CREATE TRIGGER unplaced_article_dated AFTER UPDATE OF dated ON article WHEN NEW.dated <> OLD.dated BEGIN UPDATE unplaced SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; INSERT OR IGNORE INTO unplaced SELECT NEW.dated, NEW.id, 0 WHERE  EXISTS (SELECT 1 FROM signature WHERE article_id = NEW.id); END;
CREATE TRIGGER unplaced_article_hidden AFTER UPDATE OF hidden ON article WHEN NEW.hidden <> OLD.hidden BEGIN INSERT OR IGNORE INTO unplaced SELECT NEW.dated, NEW.id, 0 WHERE  EXISTS (SELECT 1 FROM signature WHERE article_id = NEW.id) OR EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash); END;
CREATE TRIGGER unplaced_article_removed AFTER DELETE ON article BEGIN DELETE FROM unplaced WHERE dated = OLD.dated AND article_id = OLD.id; INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN (SELECT m.article_id FROM story_member m WHERE m.article_id <> OLD.id AND m.story_id = (SELECT story_id FROM story_member WHERE article_id = OLD.id)) ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2; DELETE FROM story_member WHERE article_id = OLD.id; DELETE FROM signature WHERE article_id = OLD.id; DELETE FROM likeness WHERE other_id = OLD.id AND article_id IN (SELECT other_id FROM likeness WHERE article_id = OLD.id); DELETE FROM likeness WHERE article_id = OLD.id; END;
CREATE TRIGGER unplaced_wish_made AFTER INSERT ON story_wish BEGIN INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN (SELECT value FROM json_each(CASE WHEN json_valid(NEW.articles) THEN NEW.articles ELSE '[]' END) UNION SELECT value FROM json_each(CASE WHEN json_valid(NEW.others) THEN NEW.others ELSE '[]' END)) ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2; END;
CREATE TRIGGER unplaced_wish_changed AFTER UPDATE ON story_wish BEGIN INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN (SELECT value FROM json_each(CASE WHEN json_valid(OLD.articles) THEN OLD.articles ELSE '[]' END) UNION SELECT value FROM json_each(CASE WHEN json_valid(OLD.others) THEN OLD.others ELSE '[]' END)) ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2; INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN (SELECT value FROM json_each(CASE WHEN json_valid(NEW.articles) THEN NEW.articles ELSE '[]' END) UNION SELECT value FROM json_each(CASE WHEN json_valid(NEW.others) THEN NEW.others ELSE '[]' END)) ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2; END;
CREATE TRIGGER unplaced_wish_undone AFTER DELETE ON story_wish BEGIN INSERT INTO unplaced SELECT a.dated, a.id, 2 FROM article a WHERE a.id IN (SELECT value FROM json_each(CASE WHEN json_valid(OLD.articles) THEN OLD.articles ELSE '[]' END) UNION SELECT value FROM json_each(CASE WHEN json_valid(OLD.others) THEN OLD.others ELSE '[]' END)) ON CONFLICT (dated, article_id) DO UPDATE SET anew = 2; END;
CREATE TRIGGER story_unread_added AFTER INSERT ON unread BEGIN UPDATE story SET unread = unread + 1 WHERE id = (SELECT story_id FROM story_member WHERE article_id = NEW.article_id); END;
CREATE TRIGGER story_unread_removed AFTER DELETE ON unread BEGIN UPDATE story SET unread = unread - 1 WHERE id = (SELECT story_id FROM story_member WHERE article_id = OLD.article_id); END;
CREATE TRIGGER stretch_member_added AFTER INSERT ON story_member BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.story_id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_member_moved AFTER UPDATE OF story_id ON story_member WHEN NEW.story_id <> OLD.story_id BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = OLD.story_id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.story_id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_member_removed AFTER DELETE ON story_member BEGIN INSERT INTO stretch VALUES (OLD.article_id >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = OLD.story_id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_story_added AFTER INSERT ON story BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_story_titled AFTER UPDATE OF title_of ON story WHEN NEW.title_of <> OLD.title_of BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.id ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_mark_added AFTER INSERT ON story_mark WHEN NEW.followed OR NEW.name <> '' BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = (SELECT story_id FROM story_member WHERE article_id = NEW.article_id) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_mark_changed AFTER UPDATE OF followed, name ON story_mark WHEN NEW.followed <> OLD.followed OR NEW.name <> OLD.name BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = (SELECT story_id FROM story_member WHERE article_id = NEW.article_id) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_mark_removed AFTER DELETE ON story_mark WHEN OLD.followed OR OLD.name <> '' BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = (SELECT story_id FROM story_member WHERE article_id = OLD.article_id) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER stretch_titled_otherwise AFTER UPDATE OF title ON article WHEN NEW.title <> OLD.title BEGIN INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = (SELECT story_id FROM story_member WHERE article_id = NEW.id) ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER hearing_added AFTER INSERT ON hearing BEGIN INSERT INTO heard (rowid, sure, likely, doubtful, named) VALUES (NEW.id, NEW.sure, NEW.likely, NEW.doubtful, NEW.named); INSERT INTO stretch SELECT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.id UNION SELECT NEW.id >> 12, 1 ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER hearing_changed AFTER UPDATE ON hearing BEGIN INSERT INTO heard (heard, rowid, sure, likely, doubtful, named) VALUES ('delete', OLD.id, OLD.sure, OLD.likely, OLD.doubtful, OLD.named); INSERT INTO heard (rowid, sure, likely, doubtful, named) VALUES (NEW.id, NEW.sure, NEW.likely, NEW.doubtful, NEW.named); INSERT INTO stretch SELECT article_id >> 12, 1 FROM story_member WHERE story_id = NEW.id UNION SELECT NEW.id >> 12, 1 ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER hearing_removed AFTER DELETE ON hearing BEGIN INSERT INTO heard (heard, rowid, sure, likely, doubtful, named) VALUES ('delete', OLD.id, OLD.sure, OLD.likely, OLD.doubtful, OLD.named); INSERT INTO stretch SELECT article_id >> 12, 1 FROM story_member WHERE story_id = OLD.id UNION SELECT OLD.id >> 12, 1 ON CONFLICT (id) DO UPDATE SET changes = changes + 1; END;
CREATE TRIGGER regather_told AFTER INSERT ON told BEGIN INSERT INTO regather VALUES (NEW.article_id) ON CONFLICT (id) DO NOTHING; END;
CREATE TRIGGER regather_untold AFTER DELETE ON told BEGIN INSERT INTO regather VALUES (OLD.article_id) ON CONFLICT (id) DO NOTHING; END;
CREATE TRIGGER regather_member_added AFTER INSERT ON story_member BEGIN INSERT INTO regather VALUES (NEW.article_id), (NEW.story_id) ON CONFLICT (id) DO NOTHING; END;
CREATE TRIGGER regather_member_moved AFTER UPDATE OF story_id ON story_member WHEN NEW.story_id <> OLD.story_id BEGIN INSERT INTO regather VALUES (NEW.article_id), (NEW.story_id), (OLD.story_id) ON CONFLICT (id) DO NOTHING; END;
CREATE TRIGGER regather_member_removed AFTER DELETE ON story_member BEGIN INSERT INTO regather VALUES (OLD.article_id), (OLD.story_id) ON CONFLICT (id) DO NOTHING; END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('annotation',2);
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('correction',4);
INSERT INTO "sqlite_sequence" VALUES('deed',16);
INSERT INTO "sqlite_sequence" VALUES('entry',1);
INSERT INTO "sqlite_sequence" VALUES('feed',1);
INSERT INTO "sqlite_sequence" VALUES('folder',1);
INSERT INTO "sqlite_sequence" VALUES('placement',1);
INSERT INTO "sqlite_sequence" VALUES('saved_search',1);
INSERT INTO "sqlite_sequence" VALUES('tag',2);
INSERT INTO "sqlite_sequence" VALUES('tagging',3);
INSERT INTO "sqlite_sequence" VALUES('version',1);
INSERT INTO "sqlite_sequence" VALUES('story_wish',1);
INSERT INTO "sqlite_sequence" VALUES('watch',1);
COMMIT;
