INSERT INTO reading (id, value, place) VALUES (1, '7', 'attic'), (2, '8', 'cellar');
