-- rename column item.label to title
-- change view both_ways: definition
-- change view long: definition
--
-- Dangers:
-- renames: column item.label is called title from now on

ALTER TABLE "item" RENAME COLUMN "label" TO "title";

CREATE OR REPLACE VIEW "both_ways" AS
 SELECT item.title AS name
   FROM item
UNION
 SELECT 'none'::text AS name;

CREATE OR REPLACE VIEW "long" AS
 WITH part AS (
         SELECT item.id,
            item.title
           FROM item
        )
 SELECT id,
    title AS name
   FROM part;
