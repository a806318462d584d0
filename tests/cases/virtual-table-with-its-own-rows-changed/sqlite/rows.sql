INSERT INTO note VALUES ('a long one');
