CREATE TABLE cold (hot_key integer PRIMARY KEY, a integer);
CREATE TABLE hot (cold_key integer PRIMARY KEY, b integer);
CREATE TABLE part (
    id integer PRIMARY KEY,
    hot_id integer,
    CONSTRAINT part_hot FOREIGN KEY (hot_id) REFERENCES cold (hot_key) ON DELETE CASCADE
);
