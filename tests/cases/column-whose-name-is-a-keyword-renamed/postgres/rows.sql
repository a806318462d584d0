INSERT INTO item (id, "and", size) VALUES (1, 5, 1), (2, 20, 2);
