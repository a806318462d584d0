INSERT INTO person (id, feels) VALUES (1, 'ok'), (2, 'sad');
INSERT INTO day (person_id) VALUES (1), (2);
