INSERT INTO line (bill, number, text) VALUES (1, 1, 'pen'), (1, 2, 'ink');
