CREATE TABLE item (
    id integer CONSTRAINT a NOT NULL,
    size integer,
    CONSTRAINT b PRIMARY KEY (id),
    CONSTRAINT c CHECK (size > 0),
    CONSTRAINT d UNIQUE (size)
);
