create schema "My S";
create table "My S"."T 1"("C d" int);
create view "My S"."V""x" as select "C d" from "My S"."T 1";
create function "My S"."F x"("a b" int) returns int language sql as 'select 1';
create trigger "T r" before insert on "My S"."T 1" for each row execute function suppress_redundant_updates_trigger();
