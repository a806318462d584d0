INSERT INTO place (id, spot) VALUES (1, ST_GeomFromText('POINT(0 0)'));
