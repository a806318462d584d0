INSERT INTO kept VALUES (ROW(1, 'Chair'));
