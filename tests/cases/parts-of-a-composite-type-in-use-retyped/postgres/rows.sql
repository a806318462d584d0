INSERT INTO person VALUES (1, ROW('High Street', 123), ARRAY[ROW(ROW('a "b"', 7), '2024-01-01')::visit]), (2, NULL, NULL);
