INSERT INTO booking (id, during) VALUES (1, '[2024-01-01, 2024-01-02)');
