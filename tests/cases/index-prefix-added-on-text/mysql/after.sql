CREATE TABLE item (id integer PRIMARY KEY, body text);
CREATE INDEX item_body ON item (body(100));
