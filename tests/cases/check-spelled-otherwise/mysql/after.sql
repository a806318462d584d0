CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_name CHECK ((`name` in ('pen','ink'))),
    CONSTRAINT item_size CHECK (((`size` > 1) and (not (`size` is null))))
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
