INSERT INTO event (id, day, at, month) VALUES (1, '2020-02-03', '2020-01-01 00:00:00', '2020-01-01');
