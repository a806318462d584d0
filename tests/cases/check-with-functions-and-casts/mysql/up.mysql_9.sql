-- change check item_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_name

ALTER TABLE `item`
  DROP CONSTRAINT `item_name`,
  ADD CONSTRAINT `item_name` CHECK (((length(lower(`name`)) > 1) and ((cast(`size` as decimal(6,1)) / 2) < 9.5) and (coalesce(`name`,_utf8mb4'') like _utf8mb4'%_%')));
