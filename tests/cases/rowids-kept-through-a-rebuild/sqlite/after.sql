CREATE TABLE item (code text, size int NOT NULL);
