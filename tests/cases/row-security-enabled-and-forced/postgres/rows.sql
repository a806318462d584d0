INSERT INTO account (id, owner) VALUES (1, 'root');
INSERT INTO ledger (id) VALUES (1);
