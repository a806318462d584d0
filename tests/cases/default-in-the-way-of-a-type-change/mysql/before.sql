CREATE TABLE reading (
    id integer PRIMARY KEY,
    value varchar(20) DEFAULT '1' NOT NULL
);
