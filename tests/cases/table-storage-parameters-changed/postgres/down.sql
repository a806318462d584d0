-- change options of table item

ALTER TABLE "item"
    SET ("fillfactor" = '70'),
    RESET ("autovacuum_enabled");
