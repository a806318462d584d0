CREATE TABLE team (
    id integer PRIMARY KEY,
    lead_id integer,
    name varchar(9) NOT NULL DEFAULT '',
    CONSTRAINT team_lead FOREIGN KEY (lead_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE TABLE person (
    id integer PRIMARY KEY,
    team_id integer NOT NULL,
    CONSTRAINT person_team FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE
);
