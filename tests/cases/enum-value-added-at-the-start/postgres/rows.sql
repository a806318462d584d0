INSERT INTO person (id, feels, felt) VALUES (1, 'ok', '{sad,ok}'), (2, 'sad', NULL);
