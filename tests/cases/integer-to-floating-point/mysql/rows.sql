INSERT INTO reading (id, value) VALUES (1, 7), (2, -8), (3, NULL);
