INSERT INTO reading (id, value) VALUES (1, 1), (2, 0), (3, NULL);
