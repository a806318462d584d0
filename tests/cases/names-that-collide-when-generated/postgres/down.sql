-- drop foreign key fk_a_b_c_2 on a
-- drop foreign key fk_a_b_c on a_b

ALTER TABLE "a" DROP CONSTRAINT "fk_a_b_c_2";

ALTER TABLE "a_b" DROP CONSTRAINT "fk_a_b_c";
