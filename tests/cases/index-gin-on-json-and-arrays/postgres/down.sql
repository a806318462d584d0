-- drop index doc_body on doc
-- drop index doc_key on doc
-- drop index doc_tags on doc

DROP INDEX "doc_body";

DROP INDEX "doc_key";

DROP INDEX "doc_tags";
