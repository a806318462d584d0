CREATE TABLE shelf (room integer, id integer, PRIMARY KEY (room, id));
CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    room integer,
    shelf integer,
    CONSTRAINT item_shelf FOREIGN KEY (room, shelf) REFERENCES shelf (room, id)
);
