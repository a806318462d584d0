INSERT INTO parent (id) VALUES (1);
INSERT INTO child (id, parent_id, size) VALUES (1, 1, 1);
