CREATE TABLE room (id int4range NOT NULL, during daterange NOT NULL, CONSTRAINT room_pkey PRIMARY KEY (id, during));
CREATE TABLE stay (room int4range, during daterange);
