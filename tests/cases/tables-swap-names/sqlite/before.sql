CREATE TABLE hot (id integer PRIMARY KEY, a integer);
CREATE TABLE cold (id integer PRIMARY KEY, b integer);
CREATE TABLE part (
    id integer PRIMARY KEY,
    hot_id integer,
    CONSTRAINT part_hot FOREIGN KEY (hot_id) REFERENCES hot (id) ON DELETE CASCADE
);
