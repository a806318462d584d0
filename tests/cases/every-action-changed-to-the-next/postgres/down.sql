-- change foreign key book_a on book
-- change foreign key book_b on book
-- change foreign key book_c on book
-- change foreign key book_d on book
-- change foreign key book_e on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_a is checked and while foreign key book_b is checked and while foreign key book_c is checked and while foreign key book_d is checked and while foreign key book_e is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_a is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_b is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_c is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_d is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_e is checked

ALTER TABLE "book"
    DROP CONSTRAINT "book_a",
    DROP CONSTRAINT "book_b",
    DROP CONSTRAINT "book_c",
    DROP CONSTRAINT "book_d",
    DROP CONSTRAINT "book_e";

ALTER TABLE "book"
    ADD CONSTRAINT "book_a" FOREIGN KEY ("a") REFERENCES "author" ("id"),
    ADD CONSTRAINT "book_b" FOREIGN KEY ("b") REFERENCES "author" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "book_c" FOREIGN KEY ("c") REFERENCES "author" ("id") ON DELETE CASCADE,
    ADD CONSTRAINT "book_d" FOREIGN KEY ("d") REFERENCES "author" ("id") ON DELETE SET NULL,
    ADD CONSTRAINT "book_e" FOREIGN KEY ("e") REFERENCES "author" ("id") ON DELETE SET DEFAULT;
