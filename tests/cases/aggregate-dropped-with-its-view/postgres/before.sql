create function sf(int,int) returns int language sql as 'select $1+$2';
create aggregate ag(int) (sfunc=sf, stype=int, initcond='0');
create view v as select ag(x) from generate_series(1,2) x;
