-- change column article.state: type
--
-- Dangers:
-- narrows-type: column article.state goes from character varying(120) to character varying(40): values may not fit
-- rewrites-table: every row of table article is written again
-- blocks-reads: table article is locked (ACCESS EXCLUSIVE) while the type of state changes

DROP INDEX "ix_article_open";

ALTER TABLE "article" DROP CONSTRAINT "ck_article_state";

ALTER TABLE "article"
    ALTER COLUMN "state" TYPE character varying(40),
    ADD CONSTRAINT "ck_article_state" CHECK ((state)::text <> ALL (ARRAY['no'::character varying, 'it''s not'::character varying]));

CREATE INDEX "ix_article_open" ON "article" ("id") WHERE (state)::text = ANY (ARRAY['draft'::character varying, 'review'::character varying]);
