-- change column t.a: drop not null
-- change primary key t_pkey on t
-- change view v: definition
--
-- Dangers:
-- unique-on-rows: primary key on t: a row that breaks it stops the migration
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

ALTER TABLE "t"
    ALTER COLUMN "a" DROP NOT NULL,
    ADD CONSTRAINT "t_pkey" PRIMARY KEY ("id");

CREATE OR REPLACE VIEW "v" AS
 SELECT id,
    a,
    count(*) AS count
   FROM t
  GROUP BY id;
