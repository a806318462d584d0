INSERT INTO shelf (room, id) VALUES (1, 1);
INSERT INTO item (id, name, room, shelf) VALUES (1, 'pen', NULL, 1), (2, 'ink', NULL, NULL);
