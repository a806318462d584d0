INSERT INTO device (id, token) VALUES (1, 7), (2, NULL);
