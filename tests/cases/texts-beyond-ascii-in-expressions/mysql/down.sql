-- drop column word.größe
-- drop column word.shouted
-- drop column word.kept
-- drop check no_umlaut on word
-- drop check sized on word
-- drop index by_path on word
-- drop index by_umlaut on word
--
-- Dangers:
-- drops-column: column word.größe goes, with its values
-- drops-column: column word.shouted goes, with its values
-- drops-column: column word.kept goes, with its values

ALTER TABLE `word`
  DROP CONSTRAINT `no_umlaut`,
  DROP CONSTRAINT `sized`,
  DROP INDEX `by_path`,
  DROP INDEX `by_umlaut`,
  DROP COLUMN `größe`,
  DROP COLUMN `shouted`,
  DROP COLUMN `kept`;
