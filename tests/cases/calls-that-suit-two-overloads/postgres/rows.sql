INSERT INTO item (id, name) VALUES (1, 'Chair'), (2, 'Armchair');
