-- first tables
--
-- create table group
-- create table study_case

CREATE TABLE "group" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_group" PRIMARY KEY,
    "name" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "uq_group_name" UNIQUE ("name")
);

CREATE TABLE "study_case" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_study_case" PRIMARY KEY,
    "name" VARCHAR(255) NOT NULL,
    "group_id" INTEGER NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "uq_study_case_group_id_name" UNIQUE ("group_id", "name"),
    CONSTRAINT "fk_study_case_group_id" FOREIGN KEY ("group_id") REFERENCES "group" ("id") ON DELETE CASCADE,
    CONSTRAINT "ck_study_case_name" CHECK (name <> '')
);

CREATE INDEX "ix_study_case_created_at" ON "study_case" ("created_at");
