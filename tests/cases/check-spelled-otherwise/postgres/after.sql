CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_name CHECK (((name)::text = ANY ((ARRAY['pen'::varchar, 'ink'::varchar])::text[]))),
    CONSTRAINT item_size CHECK (size >= 1 AND (size <= 9))
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
