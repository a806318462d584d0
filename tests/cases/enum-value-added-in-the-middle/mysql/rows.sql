INSERT INTO person (id, feels) VALUES (1, 'ok'), (2, 'sad');
