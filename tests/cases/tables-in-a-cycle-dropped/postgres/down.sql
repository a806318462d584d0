-- create table person
-- create table team

CREATE TABLE "person" (
    "id" integer NOT NULL,
    "team_id" integer,
    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "team" (
    "id" integer NOT NULL,
    "lead_id" integer,
    CONSTRAINT "team_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "team_lead" FOREIGN KEY ("lead_id") REFERENCES "person" ("id") ON DELETE SET NULL
);

ALTER TABLE "person" ADD CONSTRAINT "person_team" FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE CASCADE;
