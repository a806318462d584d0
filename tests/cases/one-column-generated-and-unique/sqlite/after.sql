CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer GENERATED ALWAYS AS (amount * 3) STORED,
    note varchar(20),
    amount integer,
    CONSTRAINT item_code_unique UNIQUE (code)
);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
