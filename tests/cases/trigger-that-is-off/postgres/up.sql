-- create table t
-- create trigger tr on t
-- create function tf()

CREATE TABLE "t" (
    "id" integer NOT NULL,
    "u" timestamp with time zone,
    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION public.tf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin new.u = now(); return new; end$function$;

CREATE TRIGGER tr BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION tf();

ALTER TABLE "t" DISABLE TRIGGER "tr";

COMMENT ON TRIGGER "tr" ON "t" IS 'x';
