CREATE TABLE Album (AlbumId integer PRIMARY KEY, Title varchar(40) NOT NULL);
CREATE TABLE Track (
    TrackId integer PRIMARY KEY,
    AlbumId integer NOT NULL REFERENCES Album (AlbumId) ON DELETE CASCADE
);
