CREATE TABLE item (
    id integer PRIMARY KEY,
    title varchar(80) NOT NULL,
    price integer,
    colour varchar(9) NOT NULL DEFAULT 'red',
    size integer DEFAULT 2,
    CONSTRAINT item_size CHECK (size > 0),
    CONSTRAINT item_title UNIQUE (title)
);
CREATE INDEX item_price ON item (price);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
