INSERT INTO person (id, feels) VALUES (1, 'sad');
