CREATE TABLE thing (
    id integer AUTO_INCREMENT PRIMARY KEY,
    name varchar(40) UNIQUE CHECK (name <> ''),
    parent_id integer REFERENCES thing (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON thing (parent_id);
