INSERT INTO item (id, last_one, other, plain) VALUES (1, 5, 6, 7);
