-- change foreign key child_parent on child
-- change check child_size on child

ALTER TABLE "child" DROP CONSTRAINT "child_size";

ALTER TABLE "child" ADD CONSTRAINT "child_size" CHECK (size > 0) NOT ENFORCED;

ALTER TABLE "child" ALTER CONSTRAINT "child_parent" NOT ENFORCED;
