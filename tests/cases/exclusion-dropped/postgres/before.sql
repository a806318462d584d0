CREATE TABLE booking (
    id integer PRIMARY KEY,
    during tstzrange,
    CONSTRAINT booking_apart EXCLUDE USING gist (during WITH &&) DEFERRABLE
);
