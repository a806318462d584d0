CREATE TABLE item (item_id integer PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE part (
    item_id integer NOT NULL REFERENCES item (item_id) ON DELETE CASCADE,
    serial integer NOT NULL,
    PRIMARY KEY (item_id, serial)
);
