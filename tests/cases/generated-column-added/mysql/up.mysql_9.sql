-- add column box.area
--
-- Dangers:
-- blocks-writes: table box is locked (SHARED) while every row gets its area

ALTER TABLE `box` ADD COLUMN `area` int GENERATED ALWAYS AS ((`width` * `height`)) STORED;
