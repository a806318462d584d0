INSERT INTO page (id, text) VALUES (1, 'a');
