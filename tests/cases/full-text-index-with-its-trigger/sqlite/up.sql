-- create trigger item_new on item
-- create table item_text

CREATE VIRTUAL TABLE item_text USING fts5(name, content='item', content_rowid='id');

INSERT INTO "item_text" ("item_text") VALUES ('rebuild');

CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, name) VALUES (NEW.id, NEW.name);
END;
