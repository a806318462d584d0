CREATE TABLE item (
    id integer NOT NULL,
    code integer NOT NULL UNIQUE,
    PRIMARY KEY (id)
);
CREATE TABLE part (
    id integer PRIMARY KEY,
    item integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
);
