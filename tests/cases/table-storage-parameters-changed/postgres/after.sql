CREATE TABLE item (
    id integer PRIMARY KEY,
    name text
) WITH (fillfactor = 90, toast_tuple_target = 200);
