CREATE TABLE item (id integer PRIMARY KEY, title varchar(40), price integer);
CREATE VIRTUAL TABLE item_text USING fts5(title, content='item', content_rowid='id');
CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO item_text (rowid, title) VALUES (NEW.id, NEW.title);
END;
