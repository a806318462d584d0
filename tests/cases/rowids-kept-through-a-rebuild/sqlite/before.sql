CREATE TABLE item (code text, size int);
