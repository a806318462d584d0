CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_name CHECK (length(lower(name)) > 1 AND CAST(size AS decimal(6, 1)) / 2 < 9.5 AND coalesce(name, '') LIKE '%_%')
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
