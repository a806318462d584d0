-- change column item.mark: default

ALTER TABLE "item" ALTER COLUMN "mark" SET DEFAULT ARRAY['a, b'::text, 'c''d'::text];
