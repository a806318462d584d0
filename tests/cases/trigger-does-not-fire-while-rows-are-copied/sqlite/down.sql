-- change column item.name: drop not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name text
);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE TRIGGER item_gone AFTER DELETE ON item
BEGIN
    INSERT INTO history (item_id) VALUES (OLD.id);
END;

CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO history (item_id) VALUES (NEW.id);
END;
