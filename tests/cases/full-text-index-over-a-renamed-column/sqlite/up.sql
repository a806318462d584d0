-- rename column item.name to title
-- change trigger item_new on item: definition
-- change table item_text: definition
--
-- Dangers:
-- renames: column item.name is called title from now on

DROP TRIGGER "item_new";

DROP TABLE "item_text";

ALTER TABLE "item" RENAME COLUMN "name" TO "title";

CREATE VIRTUAL TABLE item_text USING fts5(title, content='item', content_rowid='id');

INSERT INTO "item_text" ("item_text") VALUES ('rebuild');

CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, title) VALUES (NEW.id, NEW.title);
END;
