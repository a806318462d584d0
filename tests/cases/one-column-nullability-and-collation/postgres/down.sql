-- change column item.code: drop not null, collation

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE character varying(20),
    ALTER COLUMN "code" DROP NOT NULL;
