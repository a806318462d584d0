INSERT INTO item VALUES (1, 'Chair'), (2, NULL);
