INSERT INTO item (id, ticket, name) VALUES (1, 10, 'pen'), (2, 20, 'ink');
