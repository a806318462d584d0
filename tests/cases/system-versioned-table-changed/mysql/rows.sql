INSERT INTO price (id, amount, note) VALUES (1, 10, 'first');
UPDATE price SET amount = 12 WHERE id = 1;
