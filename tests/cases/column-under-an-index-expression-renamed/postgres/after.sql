CREATE TABLE item (
    id integer PRIMARY KEY,
    title varchar(40),
    size integer,
    gone integer
);
CREATE UNIQUE INDEX item_lower ON item (lower(title)) WHERE title <> '';
