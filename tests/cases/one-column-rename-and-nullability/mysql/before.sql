CREATE TABLE item (
    id integer PRIMARY KEY,
    code varchar(20),
    note varchar(20),
    amount integer
);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
