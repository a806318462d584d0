CREATE TABLE item (id integer PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE part (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    serial integer NOT NULL,
    PRIMARY KEY (item_id, serial)
);
