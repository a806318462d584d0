-- rename column item.title to label
-- change view both_ways: definition
-- change view long: definition
--
-- Dangers:
-- renames: column item.title is called label from now on

ALTER TABLE "item" RENAME COLUMN "title" TO "label";

CREATE OR REPLACE VIEW "both_ways" AS
 SELECT item.label AS name
   FROM item
UNION
 SELECT 'none'::text AS name;

CREATE OR REPLACE VIEW "long" AS
 WITH part AS (
         SELECT item.id,
            item.label
           FROM item
        )
 SELECT id,
    label AS name
   FROM part;
