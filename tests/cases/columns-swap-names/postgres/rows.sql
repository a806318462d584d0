INSERT INTO span (id, low, high) VALUES (1, 10, 20), (2, 30, NULL);
