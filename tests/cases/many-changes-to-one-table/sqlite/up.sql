-- rename column item.name to title
-- change column item.title: type, set not null
-- change column item.price: type
-- add column item.colour
-- change column item.size: default
-- drop column item.old
-- create unique item_title on item
-- create check item_size on item
-- create index item_price on item
-- drop index item_old on item
--
-- Dangers:
-- renames: column item.name is called title from now on
-- needs-cast: column item.price goes from varchar(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.price as they were from varchar(20) to integer
-- drops-column: column item.old goes, which holds no value
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

ALTER TABLE "item" RENAME COLUMN "name" TO "title";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    title varchar(80) NOT NULL,
    price integer,
    colour varchar(9) NOT NULL DEFAULT 'red',
    size integer DEFAULT 2,
    CONSTRAINT item_size CHECK (size > 0),
    CONSTRAINT item_title UNIQUE (title)
);

INSERT INTO "item" ("id", "title", "price", "size")
SELECT "id", "title", "price", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE INDEX item_price ON item (price);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
