CREATE TABLE item (id integer PRIMARY KEY, name varchar(80) COLLATE "C" NOT NULL);
