INSERT INTO device (id, token, place) VALUES (1, NULL, NULL), (2, NULL, NULL);
