-- change column box.area: generated expression
--
-- Dangers:
-- blocks-writes: table box is locked (SHARED) while the table is copied for area

ALTER TABLE `box`
  DROP COLUMN `area`,
  ADD COLUMN `area` int GENERATED ALWAYS AS ((`width` * `height`)) STORED;
