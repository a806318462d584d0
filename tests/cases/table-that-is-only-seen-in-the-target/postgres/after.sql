CREATE TYPE entry AS (id integer, at date);
CREATE TABLE event OF entry (at WITH OPTIONS NOT NULL);
