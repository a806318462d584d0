INSERT INTO Album (AlbumId, Title) VALUES (1, 'x');
INSERT INTO Track (TrackId, AlbumId) VALUES (1, 1);
