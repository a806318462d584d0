-- change column item.code: drop not null, default

ALTER TABLE "item"
    ALTER COLUMN "code" SET DEFAULT ('10'::character varying),
    ALTER COLUMN "code" DROP NOT NULL;
