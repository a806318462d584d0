-- change column item.code: type
-- create unique item_code_unique on item
--
-- Dangers:
-- needs-cast: column item.code goes from varchar(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.code as they were from varchar(20) to integer
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

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer,
    note varchar(20),
    amount integer,
    CONSTRAINT item_code_unique UNIQUE (code)
);

INSERT INTO "item" ("id", "code", "note", "amount")
SELECT "id", "code", "note", "amount" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
