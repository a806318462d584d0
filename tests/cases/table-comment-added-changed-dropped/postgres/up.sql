-- change comment of table a
-- change comment of table b
-- change comment of table c

COMMENT ON TABLE "a" IS 'it''s new';

COMMENT ON TABLE "b" IS NULL;

COMMENT ON TABLE "c" IS 'added';
