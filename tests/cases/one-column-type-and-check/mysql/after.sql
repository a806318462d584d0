CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer,
    note varchar(20),
    amount integer,
    CONSTRAINT item_code_filled CHECK (code > 0)
);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
