CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    data longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(data))
);
