-- change options of table item

ALTER TABLE `item` ENGINE=MyISAM;
