-- change column Order "by" group.x.select from: type, set not null, default
-- add column Order "by" group.x.50% off
-- change check Key of (a), b on Order "by" group.x
--
-- Dangers:
-- rewrites-table: every row of table Order "by" group.x is written again, 1 row now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of user have lost their parent" CHECK ("child" <> 'user' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('user', (SELECT count(*) FROM pragma_foreign_key_check('user')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "Order ""by"" group.x" RENAME TO "__migrate_old_Order ""by"" group.x";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE "Order ""by"" group.x" (
    id integer PRIMARY KEY,
    "select from" varchar(80) NOT NULL DEFAULT 'y',
    "it's `odd` ""and"" dotted.name" integer,
    "50% off" integer,
    CONSTRAINT "Key of (a), b" CHECK ("it's `odd` ""and"" dotted.name" > 1 - 1)
);

INSERT INTO "Order ""by"" group.x" ("id", "select from", "it's `odd` ""and"" dotted.name")
SELECT "id", "select from", "it's `odd` ""and"" dotted.name" FROM "__migrate_old_Order ""by"" group.x";

DROP TABLE "__migrate_old_Order ""by"" group.x";

CREATE INDEX "Index; -- odd" ON "Order ""by"" group.x" ("select from", "it's `odd` ""and"" dotted.name");

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
