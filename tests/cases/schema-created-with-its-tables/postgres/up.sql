-- create schema Odd.Name
-- create schema app
-- create table Odd.Name.item
-- create table app.item

CREATE SCHEMA "Odd.Name";

CREATE SCHEMA "app";

CREATE TABLE "app"."item" (
    "id" serial NOT NULL,
    "marker_id" integer,
    CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "item_marker_id_fkey" FOREIGN KEY ("marker_id") REFERENCES "marker" ("id")
);

CREATE INDEX "item_marker" ON "app"."item" ("marker_id");

CREATE TABLE "Odd.Name"."item" (
    "id" integer NOT NULL,
    CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "item_id_fkey" FOREIGN KEY ("id") REFERENCES "app"."item" ("id")
);
