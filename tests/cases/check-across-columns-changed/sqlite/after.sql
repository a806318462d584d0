CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_either CHECK (name IS NOT NULL OR size IS NOT NULL)
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
