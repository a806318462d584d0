-- change column item.code: default, collation

ALTER TABLE "item"
    ALTER COLUMN "code" DROP DEFAULT,
    ALTER COLUMN "code" TYPE character varying(20),
    ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
