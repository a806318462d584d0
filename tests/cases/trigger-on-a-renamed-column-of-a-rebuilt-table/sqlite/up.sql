-- rename table item to thing
-- rename column thing.price to cost
-- change column thing.cost: set not null
--
-- Dangers:
-- renames: table item is called thing from now on
-- renames: column item.price is called cost from now on
-- rewrites-table: every row of table item is written again, 2 rows now

ALTER TABLE "item" RENAME TO "thing";

ALTER TABLE "thing" RENAME COLUMN "price" TO "cost";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "thing" RENAME TO "__migrate_old_thing";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE thing (id integer PRIMARY KEY, name varchar(40), cost integer NOT NULL);

INSERT INTO "thing" ("id", "name", "cost")
SELECT "id", "name", "cost" FROM "__migrate_old_thing";

DROP TABLE "__migrate_old_thing";

CREATE TRIGGER item_price AFTER UPDATE OF cost ON thing WHEN NEW.cost > OLD.cost
BEGIN
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.cost);
END;
