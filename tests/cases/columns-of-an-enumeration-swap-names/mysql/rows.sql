INSERT INTO task VALUES (1, 'low', 'high'), (2, 'high', 'low');
