-- change collation sorted

ALTER TABLE "meaning" DROP CONSTRAINT "meaning_word_fkey";

DROP INDEX "word_other";

ALTER TABLE "word" DROP CONSTRAINT "word_other_check";

ALTER COLLATION "sorted" RENAME TO "sorted__old";

CREATE COLLATION "sorted" (provider = 'icu', locale = 'de');

ALTER TABLE "meaning" ALTER COLUMN "word" TYPE text COLLATE "sorted";

ALTER TABLE "word"
    ALTER COLUMN "word" TYPE text COLLATE "sorted",
    ADD CONSTRAINT "word_other_check" CHECK ((other COLLATE sorted) <> 'no'::text);

CREATE INDEX "word_other" ON "word" ("other" COLLATE "sorted");

ALTER TABLE "meaning" ADD CONSTRAINT "meaning_word_fkey" FOREIGN KEY ("word") REFERENCES "word" ("word");

DROP COLLATION "sorted__old";
