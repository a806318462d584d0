-- change primary key (unnamed) on item
-- create unique (unnamed) on item
-- drop unique (unnamed) on item
-- change foreign key part_item on part
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 3 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of part have lost their parent" CHECK ("child" <> 'part' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('part', (SELECT count(*) FROM pragma_foreign_key_check('part')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer NOT NULL UNIQUE,
    code integer NOT NULL,
    PRIMARY KEY (code)
);

INSERT INTO "item" ("id", "code")
SELECT "id", "code" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "part" RENAME TO "__migrate_old_part";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE part (
    id integer PRIMARY KEY,
    item integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item) REFERENCES item (code) ON DELETE CASCADE
);

INSERT INTO "part" ("id", "item")
SELECT "id", "item" FROM "__migrate_old_part";

DROP TABLE "__migrate_old_part";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
