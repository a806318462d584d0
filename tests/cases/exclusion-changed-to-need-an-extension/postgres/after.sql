CREATE EXTENSION btree_gist;
CREATE TABLE booking (
    id integer PRIMARY KEY,
    room integer,
    during tstzrange,
    CONSTRAINT booking_apart EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0)
);
