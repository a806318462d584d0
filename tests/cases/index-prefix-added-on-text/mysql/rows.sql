INSERT INTO item (id, body) VALUES (1, 'pen');
