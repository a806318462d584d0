-- change foreign key child_parent on child
-- change check child_size on child
-- create table other

ALTER TABLE "child" DROP CONSTRAINT "child_parent";

ALTER TABLE "child" DROP CONSTRAINT "child_size";

CREATE TABLE "other" (
    "id" integer NOT NULL,
    "parent_id" integer,
    CONSTRAINT "other_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "other_id" CHECK (id > 0) NOT ENFORCED,
    CONSTRAINT "other_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") NOT ENFORCED
);

ALTER TABLE "child" ADD CONSTRAINT "child_size" CHECK (size > 0) NOT ENFORCED;

ALTER TABLE "child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") DEFERRABLE NOT ENFORCED;
