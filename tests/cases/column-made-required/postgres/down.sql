-- change column item.name: drop not null

ALTER TABLE "item" ALTER COLUMN "name" DROP NOT NULL;
