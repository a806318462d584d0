-- rename table thing to item
-- rename column item.cost to price
-- change column item.price: drop not null
--
-- Dangers:
-- renames: table thing is called item from now on
-- renames: column thing.cost is called price from now on
-- rewrites-table: every row of table thing is written again

ALTER TABLE "thing" RENAME TO "item";

ALTER TABLE "item" RENAME COLUMN "cost" TO "price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);

INSERT INTO "item" ("id", "name", "price")
SELECT "id", "name", "price" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE TRIGGER item_price AFTER UPDATE OF price ON item WHEN NEW.price > OLD.price
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
END;
