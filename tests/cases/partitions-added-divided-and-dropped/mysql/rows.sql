INSERT INTO log VALUES (1, 5), (2, 15), (3, 25); INSERT INTO item VALUES (1, 1), (2, 2); INSERT INTO plain VALUES (1), (2);
