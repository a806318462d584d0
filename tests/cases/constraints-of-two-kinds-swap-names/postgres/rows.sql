INSERT INTO item (id, size) VALUES (1, 1);
