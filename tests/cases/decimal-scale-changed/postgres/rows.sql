INSERT INTO reading (id, value) VALUES (1, 7.25), (2, -8.50), (3, NULL);
