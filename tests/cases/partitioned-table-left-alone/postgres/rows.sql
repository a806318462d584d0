INSERT INTO item (id, name) VALUES (1, 'pen'), (2, 'ink');
INSERT INTO event (id, at) VALUES (1, '2024-05-05');
