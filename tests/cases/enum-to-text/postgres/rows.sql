INSERT INTO person (id, feels) VALUES (1, 'sad'), (2, 'ok');
