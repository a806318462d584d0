-- change column item.price: drop not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);

INSERT INTO "item" ("id", "name", "price")
SELECT "id", "name", "price" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, name) VALUES (NEW.id, NEW.name);
END;
