INSERT INTO reading (id, value) VALUES (1, true), (2, false), (3, NULL);
