CREATE TABLE item (
    id integer NOT NULL,
    code integer NOT NULL,
    name varchar(40),
    PRIMARY KEY (code)
);
