create table visit (id integer primary key, name text not null) partition by hash (id);
create table visit_0 partition of visit for values with (modulus 2, remainder 0);
create table visit_1 partition of visit (constraint visit_1_short check (length(name) < 20))
    for values with (modulus 2, remainder 1);
create view visited as select name from visit;
create policy named on visit using (name is not null);
