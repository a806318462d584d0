INSERT INTO member (club_id, person_id) VALUES (1, 1), (2, 1);
INSERT INTO club (id, name) VALUES (1, 'chess'), (2, 'go');
