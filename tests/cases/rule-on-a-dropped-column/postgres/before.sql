CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE RULE keep AS ON DELETE TO item WHERE OLD.price > 10 DO INSTEAD NOTHING;
