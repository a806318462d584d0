-- add column item.code
-- create unique item_code_once on item
-- create check item_code_set on item
-- create index item_code on item
-- create index item_name_code on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- check-on-rows: check item_code_set on item: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    code varchar(10),
    CONSTRAINT item_code_once UNIQUE (code),
    CONSTRAINT item_code_set CHECK (code <> '')
);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE INDEX item_code ON item (code);

CREATE INDEX item_name_code ON item (name, code);
