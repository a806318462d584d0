CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    made datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
