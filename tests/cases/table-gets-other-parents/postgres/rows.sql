INSERT INTO city VALUES (1, 'a', 2); INSERT INTO house VALUES (3, 'b', 4);
