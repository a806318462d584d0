INSERT INTO item (id, name, changed) VALUES (1, 'pen', '2024-02-29 12:00:00');
