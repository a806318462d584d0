-- rename table item to thing
-- rename column thing.price to cost
-- change column thing.cost: set not null
--
-- Dangers:
-- renames: table item is called thing from now on
-- renames: column item.price is called cost from now on
-- rewrites-table: every row of table item is written again, 2 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of part have lost their parent" CHECK ("child" <> 'part' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('part', (SELECT count(*) FROM pragma_foreign_key_check('part')));

ALTER TABLE "item" RENAME TO "thing";

ALTER TABLE "thing" RENAME COLUMN "price" TO "cost";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "thing" RENAME TO "__migrate_old_thing";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE thing (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text COLLATE NOCASE NOT NULL DEFAULT 'it''s',
    cost integer NOT NULL,
    twice integer GENERATED ALWAYS AS (cost * 2) VIRTUAL,
    CHECK (cost > 0),
    UNIQUE (name)
);

INSERT INTO "thing" ("id", "name", "cost")
SELECT "id", "name", "cost" FROM "__migrate_old_thing";

DELETE FROM "sqlite_sequence" WHERE "name" = 'thing';

INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'thing', "seq" FROM "sqlite_sequence" WHERE "name" = '__migrate_old_thing';

DROP TABLE "__migrate_old_thing";

CREATE INDEX item_lower ON thing (lower(name)) WHERE cost > 1;

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
