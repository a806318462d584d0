-- rename column item.title to name
-- change trigger item_new on item: definition
-- change table item_text: definition
--
-- Dangers:
-- renames: column item.title is called name from now on

DROP TRIGGER "item_new";

DROP TABLE "item_text";

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

CREATE VIRTUAL TABLE item_text USING fts5(name, content='item', content_rowid='id');

INSERT INTO "item_text" ("item_text") VALUES ('rebuild');

CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, name) VALUES (NEW.id, NEW.name);
END;
