INSERT INTO page VALUES (1, 'one', 'two');
