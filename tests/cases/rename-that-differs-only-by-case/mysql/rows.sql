INSERT INTO item (Id, ItemName) VALUES (1, 'pen');
