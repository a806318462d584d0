CREATE TABLE item (id bigint);
