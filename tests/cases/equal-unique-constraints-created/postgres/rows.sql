INSERT INTO other (id, code) VALUES (1, 'a');
