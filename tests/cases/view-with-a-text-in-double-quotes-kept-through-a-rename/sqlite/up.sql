-- rename column history.price to cost
--
-- Dangers:
-- renames: column history.price is called cost from now on

DROP VIEW "pens";

ALTER TABLE "history" RENAME COLUMN "price" TO "cost";

CREATE VIEW pens AS SELECT id FROM item WHERE name = "a pen";
