-- create foreign key line_bill on line
-- create index line_bill on line
--
-- Dangers:
-- blocks-writes: table line is locked (SHARED) while foreign key line_bill is checked

ALTER TABLE `line`
  ADD INDEX `line_bill` (`branch`, `bill`),
  ADD CONSTRAINT `line_bill` FOREIGN KEY (`branch`, `bill`) REFERENCES `bill` (`branch`, `number`) ON DELETE CASCADE ON UPDATE NO ACTION;
