CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark bit(3) NOT NULL DEFAULT B'101'
);
