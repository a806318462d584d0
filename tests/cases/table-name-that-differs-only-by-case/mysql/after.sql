CREATE TABLE album (AlbumId integer PRIMARY KEY, Title varchar(40) NOT NULL);
CREATE TABLE track (
    TrackId integer PRIMARY KEY,
    AlbumId integer NOT NULL REFERENCES album (AlbumId) ON DELETE CASCADE
);
