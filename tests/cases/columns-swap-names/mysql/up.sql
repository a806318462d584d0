-- rename column span.low to high
-- rename column span.high to low
--
-- Dangers:
-- renames: column span.low is called high from now on
-- renames: column span.high is called low from now on

ALTER TABLE `span`
  RENAME COLUMN `low` TO `high`,
  RENAME COLUMN `high` TO `low`;
