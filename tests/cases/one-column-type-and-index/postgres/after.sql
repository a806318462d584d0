CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer,
    note varchar(20),
    amount integer
);
CREATE INDEX item_code ON item (code);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
