INSERT INTO person VALUES (1, 'one'); INSERT INTO guest VALUES (2, 'two');
