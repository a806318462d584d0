INSERT INTO span VALUES (1, 10, 20, 'a', 'b', 'low', 'sad'), (2, 30, NULL, NULL, NULL, 'high', NULL);
