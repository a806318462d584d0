INSERT INTO kind (id, name) VALUES (1, 'a');
INSERT INTO item (id, kind_id, name) VALUES (1, 1, 'x'), (2, 1, 'y');
