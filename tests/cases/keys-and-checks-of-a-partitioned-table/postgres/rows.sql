INSERT INTO kind VALUES (1), (2), (3);
INSERT INTO log VALUES (1, '2024-05-05', 'a'), (2, '2025-05-05', 'b'), (3, '2025-06-06', NULL);
