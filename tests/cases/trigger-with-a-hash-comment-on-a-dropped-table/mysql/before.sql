CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE history (item_id integer);
CREATE TRIGGER item_history AFTER UPDATE ON item FOR EACH ROW
BEGIN
    # don't lose which it was
    INSERT INTO history (item_id) VALUES (OLD.id);
END;
