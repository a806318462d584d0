INSERT INTO line (bill, number, text) VALUES (1, 1, 'pen'), (2, 1, 'ink');
