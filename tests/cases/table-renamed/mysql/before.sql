CREATE TABLE item (
    id integer AUTO_INCREMENT PRIMARY KEY,
    name varchar(40) UNIQUE CHECK (name <> ''),
    parent_id integer REFERENCES item (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON item (parent_id);
