-- rename table thing to item
-- rename column item.cost to price
-- change column item.price: drop not null
--
-- Dangers:
-- renames: table thing is called item from now on
-- renames: column thing.cost is called price from now on
-- rewrites-table: every row of table thing is written again

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

ALTER TABLE "thing" RENAME TO "item";

ALTER TABLE "item" RENAME COLUMN "cost" TO "price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text COLLATE NOCASE NOT NULL DEFAULT 'it''s',
    price integer,
    twice integer GENERATED ALWAYS AS (price * 2) VIRTUAL,
    CHECK (price > 0),
    UNIQUE (name)
);

INSERT INTO "item" ("id", "name", "price")
SELECT "id", "name", "price" FROM "__migrate_old_item";

DELETE FROM "sqlite_sequence" WHERE "name" = 'item';

INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'item', "seq" FROM "sqlite_sequence" WHERE "name" = '__migrate_old_item';

DROP TABLE "__migrate_old_item";

CREATE INDEX item_lower ON item (lower(name)) WHERE price > 1;

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
