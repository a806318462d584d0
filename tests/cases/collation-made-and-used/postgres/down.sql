-- drop schema app
-- drop collation ignoring_case
-- drop collation plain
-- drop collation app.german
-- change column person.name: collation
-- change column person.mail: collation
-- drop unique person_mail_key on person
-- drop table word
--
-- Dangers:
-- drops-table: table word goes, with the rows that it may have

DROP TABLE "word";

ALTER TABLE "person" DROP CONSTRAINT "person_mail_key";

ALTER TABLE "person"
    ALTER COLUMN "name" TYPE text,
    ALTER COLUMN "mail" TYPE text;

DROP COLLATION "ignoring_case";

DROP COLLATION "plain";

DROP COLLATION "app"."german";

DROP SCHEMA "app";
