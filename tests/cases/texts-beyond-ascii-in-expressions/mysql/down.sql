-- drop column word.größe
-- drop column word.shouted
-- drop column word.kept
-- drop check no_umlaut on word
-- drop check sized on word
-- drop index by_path on word
-- drop index by_umlaut on word
--
-- Dangers:
-- drops-column: column word.größe goes, with the values that it may hold
-- drops-column: column word.shouted goes, with the values that it may hold
-- drops-column: column word.kept goes, with the values that it may hold

ALTER TABLE `word`
  DROP CONSTRAINT `no_umlaut`,
  DROP CONSTRAINT `sized`,
  DROP INDEX `by_path`,
  DROP INDEX `by_umlaut`,
  DROP COLUMN `größe`,
  DROP COLUMN `shouted`,
  DROP COLUMN `kept`;
