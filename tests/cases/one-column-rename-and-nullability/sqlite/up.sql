-- rename column item.code to sku
-- change column item.sku: set not null
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- rewrites-table: every row of table item is written again, 2 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of entry have lost their parent" CHECK ("child" <> 'entry' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('entry', (SELECT count(*) FROM pragma_foreign_key_check('entry')));

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    sku varchar(20) NOT NULL,
    note varchar(20),
    amount integer
);

INSERT INTO "item" ("id", "sku", "note", "amount")
SELECT "id", "sku", "note", "amount" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
