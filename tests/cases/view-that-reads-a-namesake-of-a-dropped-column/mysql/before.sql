CREATE TABLE kind (
    id integer NOT NULL PRIMARY KEY,
    name varchar(20) NOT NULL
);
CREATE TABLE item (
    id integer NOT NULL PRIMARY KEY,
    kind_id integer NOT NULL,
    name varchar(20)
);
CREATE VIEW kinds_of_items AS SELECT i.id, k.name AS title FROM item i JOIN kind k ON k.id = i.kind_id;
