-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT ('it''s "quoted" 100%% %s \ back\n
  second line; -- no comment /* none */ ünï 日本 😀 `tick` $1 ${x} {{y}} ?'::character varying);
