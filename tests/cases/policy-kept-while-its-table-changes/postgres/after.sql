CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size bigint NOT NULL
);
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY cheap ON item USING (price < 10);
