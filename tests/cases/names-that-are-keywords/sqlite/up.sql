-- rename column order.default to table
-- change column order.table: type
-- create foreign key (unnamed) on order
-- create check (unnamed) on order
--
-- Dangers:
-- renames: column order.default is called table from now on
-- rewrites-table: every row of table order is written again, 1 row now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of order have lost their parent" CHECK ("child" <> 'order' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('order', 0);

ALTER TABLE "order" RENAME COLUMN "default" TO "table";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "order" RENAME TO "__migrate_old_order";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "order" (
    "primary" integer PRIMARY KEY,
    "table" varchar(80),
    "check" integer CHECK ("check" > 0),
    "references" integer REFERENCES "order" ("primary")
);

INSERT INTO "order" ("primary", "table", "check", "references")
SELECT "primary", "table", "check", "references" FROM "__migrate_old_order";

DROP TABLE "__migrate_old_order";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
