CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size bigint,
    gone integer
);
CREATE INDEX item_sum ON item ((size + gone)) WHERE size > 0;
