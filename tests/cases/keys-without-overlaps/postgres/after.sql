CREATE TABLE room (
    id int4range NOT NULL,
    during daterange NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS)
);
CREATE TABLE stay (
    room int4range,
    during daterange,
    CONSTRAINT stay_room UNIQUE (room, during WITHOUT OVERLAPS),
    CONSTRAINT stay_in_room FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during)
);
CREATE TABLE guest (
    room int4range,
    during daterange,
    CONSTRAINT guest_in_room FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during)
);
