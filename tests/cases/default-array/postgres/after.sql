CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark text[] NOT NULL DEFAULT ARRAY['a, b', 'c''d']
);
