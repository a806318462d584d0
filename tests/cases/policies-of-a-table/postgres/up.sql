-- create policy p on t
-- create policy q on t
-- create function f(integer)

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(integer)
 RETURNS boolean
 LANGUAGE sql
AS $function$select true$function$;

CREATE POLICY "p" ON "t" FOR SELECT TO "root" USING (f(a));

CREATE POLICY "q" ON "t" AS RESTRICTIVE FOR INSERT WITH CHECK ((a > 0));
