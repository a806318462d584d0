-- rename column order.table to default
-- change column order.default: type
-- drop foreign key (unnamed) on order
-- drop check (unnamed) on order
--
-- Dangers:
-- renames: column order.table is called default from now on
-- narrows-type: column order.table goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table order is written again

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

ALTER TABLE "order" RENAME COLUMN "table" TO "default";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "order" RENAME TO "__migrate_old_order";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "order" (
    "primary" integer PRIMARY KEY,
    "default" varchar(40),
    "check" integer,
    "references" integer
);

INSERT INTO "order" ("primary", "default", "check", "references")
SELECT "primary", "default", "check", "references" FROM "__migrate_old_order";

DROP TABLE "__migrate_old_order";

COMMIT;

PRAGMA foreign_keys = ON;
