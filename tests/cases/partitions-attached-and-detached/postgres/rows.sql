INSERT INTO log VALUES (1, '2024-05-05', 'a');
INSERT INTO log_2 VALUES ('b', '2025-05-05', 2), ('c', '2025-06-06', 3);
