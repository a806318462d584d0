-- change table note: definition
-- change table note_words: definition
-- change table old_note: definition
-- change table place: definition

CREATE TABLE "__migrate_old_place" AS SELECT "id", "west", "east" FROM "place";

DROP TABLE "place";

CREATE TABLE "__migrate_old_old_note" AS SELECT rowid AS "rowid", "body" FROM "old_note";

DROP TABLE "old_note";

DROP TABLE "note_words";

CREATE TABLE "__migrate_old_note" AS SELECT rowid AS "rowid", "title", "body" FROM "note";

DROP TABLE "note";

CREATE VIRTUAL TABLE note USING fts5(title, body, "at hand" UNINDEXED, tokenize = 'porter unicode61');

INSERT INTO "note" (rowid, "title", "body")
SELECT rowid, "title", "body" FROM "__migrate_old_note";

DROP TABLE "__migrate_old_note";

CREATE VIRTUAL TABLE note_words USING fts5vocab('note', 'col');

CREATE VIRTUAL TABLE old_note USING fts5(body);

INSERT INTO "old_note" (rowid, "body")
SELECT rowid, "body" FROM "__migrate_old_old_note";

DROP TABLE "__migrate_old_old_note";

CREATE VIRTUAL TABLE place USING rtree(id, west, east, +label);

INSERT INTO "place" ("id", "west", "east")
SELECT "id", "west", "east" FROM "__migrate_old_place";

DROP TABLE "__migrate_old_place";
