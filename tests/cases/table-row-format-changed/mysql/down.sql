-- change options of table item

ALTER TABLE `item` ROW_FORMAT=DEFAULT;
