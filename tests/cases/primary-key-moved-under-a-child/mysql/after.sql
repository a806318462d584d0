CREATE TABLE item (
    id integer NOT NULL UNIQUE,
    code integer NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE part (
    id integer PRIMARY KEY,
    item integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item) REFERENCES item (code) ON DELETE CASCADE
);
