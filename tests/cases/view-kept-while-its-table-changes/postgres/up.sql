-- change column item.size: set not null
-- add column item.colour
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's size is looked at for NULL

ALTER TABLE "item"
    ALTER COLUMN "size" SET NOT NULL,
    ADD COLUMN "colour" character varying(9);
