CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    made timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
