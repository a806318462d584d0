INSERT INTO article VALUES (1, 'draft'), (2, 'done');
