PRAGMA application_id = 1346458188;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_articles','2023-02-08 10:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_corrections','2023-02-08 10:00:00+00:00');
CREATE TABLE analysis (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash  TEXT NOT NULL,
    engine_key TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (text_hash, engine_key)
);
CREATE TABLE article (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash TEXT NOT NULL UNIQUE,
    dated     TEXT NOT NULL,
    title     TEXT NOT NULL,
    source    TEXT,
    author    TEXT,
    place     TEXT,
    published TEXT,
    language  TEXT NOT NULL,
    url       TEXT,
    origin    TEXT,
    example   INTEGER NOT NULL,
    added     TEXT NOT NULL,
    text      TEXT NOT NULL
);
INSERT INTO "article" VALUES(1,'d2a02f366890f5a4fecb97f1d1c42697053eb6a29d3e422a73b675c7329d29d7','2023-02-07','A late ferry','The Bay Post','Mary Quill','Bay','2023-02-07','en','https://bay.example/ferry','ferry.txt',1,'2023-02-08T10:00:00Z','The ferry was late.
');
INSERT INTO "article" VALUES(2,'88965c12b75a2a8c86f97c2e0f7267cf9897f86e201b99b87c8cd5c187006651','2022-01-01','Another',NULL,NULL,NULL,'2022-01-01','en',NULL,NULL,0,'2023-02-08T10:00:00Z','Another text.');
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
);
INSERT INTO "status" VALUES(1,1,3);
CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO "tally" VALUES('articles',2);
INSERT INTO "tally" VALUES('read',1);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX article_newest ON article (dated DESC, id DESC);
CREATE INDEX article_language ON article (language, dated DESC, id DESC);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN UPDATE tally SET value = value + 1 WHERE name = 'articles'; END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN UPDATE tally SET value = value - 1 WHERE name = 'articles'; END;
CREATE TRIGGER status_added AFTER INSERT ON status BEGIN UPDATE tally SET value = value + NEW.read WHERE name = 'read'; END;
CREATE TRIGGER status_removed AFTER DELETE ON status BEGIN UPDATE tally SET value = value - OLD.read WHERE name = 'read'; END;
CREATE TRIGGER status_changed AFTER UPDATE OF read ON status BEGIN UPDATE tally SET value = value + NEW.read - OLD.read WHERE name = 'read'; END;
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are undone, not deleted'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',2);
INSERT INTO "sqlite_sequence" VALUES('correction',4);
COMMIT;
