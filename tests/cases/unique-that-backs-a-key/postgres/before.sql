CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer NOT NULL,
    name varchar(40),
    CONSTRAINT item_code UNIQUE (code)
);
CREATE TABLE part (
    id integer PRIMARY KEY,
    item_code integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item_code) REFERENCES item (code) ON DELETE CASCADE
);
