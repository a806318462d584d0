CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE part (
    id integer PRIMARY KEY,
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE
);
CREATE TABLE note (item_id integer REFERENCES item (id) ON DELETE SET NULL);
CREATE TABLE hold (item_id integer REFERENCES item (id) ON DELETE RESTRICT);
