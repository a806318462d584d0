-- rename check ck_item_positive to ck_item_price on item
-- rename index ix_item_name_kind to ix_item_name on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- check-on-rows: check ck_item_price on item: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id INTEGER NOT NULL PRIMARY KEY,
    name varchar(20) NOT NULL,
    kind varchar(20) NOT NULL,
    price INTEGER NOT NULL,
    CONSTRAINT ck_item_price CHECK (price >= 0)
);

INSERT INTO "item" ("id", "name", "kind", "price")
SELECT "id", "name", "kind", "price" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE INDEX ix_item_name ON item (name);
