CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) COLLATE utf8mb4_general_ci
) COLLATE utf8mb4_bin;
