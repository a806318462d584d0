INSERT INTO place VALUES (1, '(1,2)');
