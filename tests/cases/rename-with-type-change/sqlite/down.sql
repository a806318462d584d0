-- rename column item.cents to price
-- change column item.price: type
--
-- Dangers:
-- renames: column item.cents is called price from now on
-- narrows-type: column item.cents goes from integer to varchar(20): values may not fit
-- needs-cast: column item.cents goes from integer to varchar(20): values may be converted
-- rewrites-table: every row of table item is written again

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

ALTER TABLE "item" RENAME COLUMN "cents" TO "price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, price varchar(20) NOT NULL);

INSERT INTO "item" ("id", "price")
SELECT "id", "price" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
