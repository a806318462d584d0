CREATE TABLE item (
    id integer CONSTRAINT c NOT NULL,
    size integer,
    CONSTRAINT a PRIMARY KEY (id),
    CONSTRAINT d CHECK (size > 0),
    CONSTRAINT b UNIQUE (size)
);
