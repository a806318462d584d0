-- change comment of table a
-- change comment of table b
-- change comment of table c

COMMENT ON TABLE "a" IS 'old';

COMMENT ON TABLE "b" IS 'gone';

COMMENT ON TABLE "c" IS NULL;
