-- add column item.made

ALTER TABLE "item" ADD COLUMN "made" timestamp with time zone DEFAULT now() NOT NULL;
