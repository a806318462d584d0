-- rename table article to post
-- rename column post.state to status
-- change column post.status: default
-- change check ck_post_status on post
-- rename value 'Draft' of post.status to 'draft'
--
-- Dangers:
-- renames: table article is called post from now on
-- renames: column article.state is called status from now on
-- rewrites-table: every row of table article is written again
-- renames: 'Draft' of column post.status is called 'draft' from now on

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of comment have lost their parent" CHECK ("child" <> 'comment' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('comment', (SELECT count(*) FROM pragma_foreign_key_check('comment')));

ALTER TABLE "article" RENAME TO "post";

ALTER TABLE "post" RENAME COLUMN "state" TO "status";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "post" RENAME TO "__migrate_old_post";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE post (
    id INTEGER NOT NULL PRIMARY KEY,
    status TEXT NOT NULL DEFAULT 'draft',
    title TEXT NOT NULL,
    CONSTRAINT ck_post_status CHECK (status IN ('draft', 'published', 'gone'))
);

INSERT INTO "post" ("id", "status", "title")
SELECT "id", CASE "status" WHEN 'Draft' THEN 'draft' ELSE "status" END, "title" FROM "__migrate_old_post";

DROP TABLE "__migrate_old_post";

CREATE INDEX ix_post_status ON post (status);

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
