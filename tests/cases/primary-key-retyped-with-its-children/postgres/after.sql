CREATE TABLE item (id bigint PRIMARY KEY, name varchar(40));
CREATE TABLE part (
    id integer PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES item (id) ON DELETE CASCADE
);
CREATE TABLE note (item_id bigint REFERENCES item (id) ON DELETE SET NULL);
CREATE TABLE hold (item_id bigint REFERENCES item (id) ON DELETE RESTRICT);
