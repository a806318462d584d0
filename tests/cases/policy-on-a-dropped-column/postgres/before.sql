CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY cheap ON item USING (price < 10);
