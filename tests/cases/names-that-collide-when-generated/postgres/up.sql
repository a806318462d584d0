-- create foreign key fk_a_b_c_2 on a
-- create foreign key fk_a_b_c on a_b
--
-- Dangers:
-- blocks-writes: table a is locked (SHARE ROW EXCLUSIVE) while foreign key fk_a_b_c_2 is checked
-- blocks-writes: table p is locked (SHARE ROW EXCLUSIVE) while foreign key fk_a_b_c_2 is checked
-- blocks-writes: table a_b is locked (SHARE ROW EXCLUSIVE) while foreign key fk_a_b_c is checked
-- blocks-writes: table p is locked (SHARE ROW EXCLUSIVE) while foreign key fk_a_b_c is checked

ALTER TABLE "a" ADD CONSTRAINT "fk_a_b_c_2" FOREIGN KEY ("b_c") REFERENCES "p" ("id");

ALTER TABLE "a_b" ADD CONSTRAINT "fk_a_b_c" FOREIGN KEY ("c") REFERENCES "p" ("id");
