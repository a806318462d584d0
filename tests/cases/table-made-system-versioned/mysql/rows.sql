INSERT INTO price (id, amount) VALUES (1, 10), (2, NULL);
