-- drop column line.branch
-- change primary key (unnamed) on line
--
-- Dangers:
-- drops-column: column line.branch goes, with its values in 2 rows
-- irreversible: down makes column line.branch again, without its values
-- rewrites-table: every row of table line is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "line" RENAME TO "__migrate_old_line";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE line (
    bill integer NOT NULL,
    number integer NOT NULL,
    text varchar(40),
    PRIMARY KEY (bill, number)
);

INSERT INTO "line" (rowid, "bill", "number", "text")
SELECT rowid, "bill", "number", "text" FROM "__migrate_old_line";

DROP TABLE "__migrate_old_line";
