INSERT INTO reading (id, value) VALUES
    (1, '2024-02-29 12:00:00'),
    (2, '1999-12-31 23:59:59'),
    (3, NULL);
