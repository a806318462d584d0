CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer NOT NULL,
    CONSTRAINT item_code_once UNIQUE (code, id),
    CONSTRAINT item_code_alone UNIQUE (code)
);
CREATE TABLE part (
    id integer PRIMARY KEY,
    item_code integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item_code) REFERENCES item (code) ON DELETE CASCADE
);
