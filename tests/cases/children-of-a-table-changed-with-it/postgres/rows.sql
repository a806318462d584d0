INSERT INTO place VALUES (1, 'a'); INSERT INTO city VALUES (2, 'b', 3); INSERT INTO capital VALUES (4, 'c', 5, 'd');
