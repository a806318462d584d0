-- rename column item.mark to sign
-- change column item.sign: set not null, default
--
-- Dangers:
-- renames: column item.mark is called sign from now on
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's sign is looked at for NULL

ALTER TABLE "item" RENAME COLUMN "mark" TO "sign";

ALTER TABLE "item"
    ALTER COLUMN "sign" DROP DEFAULT,
    ALTER COLUMN "sign" SET NOT NULL;
