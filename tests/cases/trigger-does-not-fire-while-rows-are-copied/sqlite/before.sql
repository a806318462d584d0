CREATE TABLE item (
    id integer PRIMARY KEY,
    name text
);
CREATE TABLE history (
    item_id integer
);
CREATE TRIGGER item_gone AFTER DELETE ON item
BEGIN
    INSERT INTO history (item_id) VALUES (OLD.id);
END;
CREATE TRIGGER item_new AFTER INSERT ON item
BEGIN
    INSERT INTO history (item_id) VALUES (NEW.id);
END;
