CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIRTUAL TABLE item_text USING fts5(name, content='item', content_rowid='id');
CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, name) VALUES (NEW.id, NEW.name);
END;
