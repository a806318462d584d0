INSERT INTO bill (branch, number) VALUES (1, 1), (1, 2);
INSERT INTO line (id, branch, bill) VALUES (1, 1, 1), (2, 1, 2);
