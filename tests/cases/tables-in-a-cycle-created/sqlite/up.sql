-- create table person
-- create table team

BEGIN;

CREATE TABLE person (
    id integer PRIMARY KEY,
    team_id integer,
    CONSTRAINT person_team FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE
);

CREATE TABLE team (
    id integer PRIMARY KEY,
    lead_id integer,
    CONSTRAINT team_lead FOREIGN KEY (lead_id) REFERENCES person (id) ON DELETE SET NULL
);

COMMIT;
