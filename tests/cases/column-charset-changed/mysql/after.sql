CREATE TABLE item (id integer PRIMARY KEY, name varchar(40) CHARACTER SET utf8mb4);
