CREATE TABLE shelf (id integer PRIMARY KEY);
CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    shelf_id integer,
    CONSTRAINT item_shelf FOREIGN KEY (shelf_id) REFERENCES shelf (id) ON DELETE CASCADE
);
CREATE INDEX item_shelf_id ON item (shelf_id);
