-- change column hold.item_id: type
-- change column item.id: type
-- change column note.item_id: type
-- change column part.item_id: type
--
-- Dangers:
-- rewrites-table: every row of table hold is written again, 1 row now
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table note is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 2 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of hold have lost their parent" CHECK ("child" <> 'hold' OR "broken" >= 0),
    CONSTRAINT "rows of note have lost their parent" CHECK ("child" <> 'note' OR "broken" >= 0),
    CONSTRAINT "rows of part have lost their parent" CHECK ("child" <> 'part' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('hold', (SELECT count(*) FROM pragma_foreign_key_check('hold'))),
    ('note', (SELECT count(*) FROM pragma_foreign_key_check('note'))),
    ('part', (SELECT count(*) FROM pragma_foreign_key_check('part')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id bigint PRIMARY KEY, name varchar(40));

INSERT INTO "item" (rowid, "id", "name")
SELECT rowid, "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "hold" RENAME TO "__migrate_old_hold";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE hold (item_id bigint REFERENCES item (id) ON DELETE RESTRICT);

INSERT INTO "hold" (rowid, "item_id")
SELECT rowid, "item_id" FROM "__migrate_old_hold";

DROP TABLE "__migrate_old_hold";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "note" RENAME TO "__migrate_old_note";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE note (item_id bigint REFERENCES item (id) ON DELETE SET NULL);

INSERT INTO "note" (rowid, "item_id")
SELECT rowid, "item_id" FROM "__migrate_old_note";

DROP TABLE "__migrate_old_note";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "part" RENAME TO "__migrate_old_part";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE part (
    id integer PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES item (id) ON DELETE CASCADE
);

INSERT INTO "part" ("id", "item_id")
SELECT "id", "item_id" FROM "__migrate_old_part";

DROP TABLE "__migrate_old_part";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
