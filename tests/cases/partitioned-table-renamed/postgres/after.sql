create table call (id integer primary key, title text not null) partition by hash (id);
create table visit_0 partition of call for values with (modulus 2, remainder 0);
create table visit_1 partition of call (constraint visit_1_short check (length(title) < 20))
    for values with (modulus 2, remainder 1);
create view visited as select title from call;
create policy named on call using (title is not null);
