-- rename column item.title to name
-- change column item.name: type, drop not null
-- change column item.price: type
-- add column item.old
-- change column item.size: default
-- drop column item.colour
-- drop unique item_title on item
-- drop check item_size on item
-- create index item_old on item
-- drop index item_price on item
--
-- Dangers:
-- renames: column item.title is called name from now on
-- narrows-type: column item.title goes from varchar(80) to varchar(40): values may not fit
-- narrows-type: column item.price goes from integer to varchar(20): values may not fit
-- needs-cast: column item.price goes from integer to varchar(20): values may be converted
-- drops-column: column item.colour goes, with the values that it may hold
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

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price varchar(20),
    old integer,
    size integer DEFAULT 1
);

INSERT INTO "item" ("id", "name", "price", "size")
SELECT "id", "name", "price", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE INDEX item_old ON item (old);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
