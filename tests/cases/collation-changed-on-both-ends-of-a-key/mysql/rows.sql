INSERT INTO country (code) VALUES ('uk');
INSERT INTO city (id, country) VALUES (1, 'uk');
