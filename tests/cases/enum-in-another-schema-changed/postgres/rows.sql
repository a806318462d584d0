INSERT INTO app.person (id) VALUES (1);
INSERT INTO dog (id, feels) VALUES (1, 'sad');
