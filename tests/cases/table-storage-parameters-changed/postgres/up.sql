-- change options of table item

ALTER TABLE "item" SET ("autovacuum_enabled" = 'false', "fillfactor" = '90');
