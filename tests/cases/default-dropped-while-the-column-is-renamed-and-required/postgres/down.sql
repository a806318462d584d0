-- rename column item.sign to mark
-- change column item.mark: drop not null, default
--
-- Dangers:
-- renames: column item.sign is called mark from now on

ALTER TABLE "item" RENAME COLUMN "sign" TO "mark";

ALTER TABLE "item"
    ALTER COLUMN "mark" SET DEFAULT ('x'::character varying),
    ALTER COLUMN "mark" DROP NOT NULL;
