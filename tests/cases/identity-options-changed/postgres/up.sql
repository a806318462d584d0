-- change column item.id: key generation

SELECT setval('"item_id_seq"', least(greatest(last_value, 1), 9000), is_called) FROM "item_id_seq";

ALTER SEQUENCE "item_id_seq" INCREMENT BY 10 MAXVALUE 9000 CYCLE;
