INSERT INTO visit SELECT n, 'n' || n FROM generate_series(1, 5) n;
