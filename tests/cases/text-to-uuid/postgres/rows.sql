INSERT INTO reading (id, value) VALUES
    (1, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),
    (2, '00000000-0000-0000-0000-000000000001'),
    (3, NULL);
