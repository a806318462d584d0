CREATE TABLE booking (
    id integer PRIMARY KEY,
    room integer,
    during tstzrange,
    CONSTRAINT booking_apart EXCLUDE USING gist (during WITH &&)
);
