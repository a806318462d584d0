-- change column item.size: drop not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);

INSERT INTO "item" ("id", "name", "price", "size")
SELECT "id", "name", "price", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE TRIGGER item_price AFTER UPDATE ON item FOR EACH ROW
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
END;
