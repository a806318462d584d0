INSERT INTO item VALUES (1, 5), (15, 6), (25, 7);
