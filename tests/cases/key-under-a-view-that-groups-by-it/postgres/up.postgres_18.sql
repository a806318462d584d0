-- change column t.a: set not null
-- change primary key t_pkey on t
-- change view v: definition
--
-- Dangers:
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while every row's a is looked at for NULL and while the index of the primary key is built

DROP VIEW "v";

ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

ALTER TABLE "t"
    ALTER COLUMN "a" SET NOT NULL,
    ADD CONSTRAINT "t_pkey" PRIMARY KEY ("id", "a");

CREATE VIEW "v" AS
 SELECT id,
    a,
    count(*) AS count
   FROM t
  GROUP BY id, a;
