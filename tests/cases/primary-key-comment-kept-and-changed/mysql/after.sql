CREATE TABLE member (
    club_id integer NOT NULL,
    person_id integer NOT NULL,
    PRIMARY KEY (club_id, person_id) COMMENT 'it''s one a club'
);
CREATE TABLE club (id integer, name varchar(40), PRIMARY KEY (id) COMMENT 'by its number');
