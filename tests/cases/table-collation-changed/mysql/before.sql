CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE part (
    id integer PRIMARY KEY,
    item_id integer,
    CONSTRAINT part_item FOREIGN KEY (item_id) REFERENCES item (id) ON DELETE CASCADE
);
