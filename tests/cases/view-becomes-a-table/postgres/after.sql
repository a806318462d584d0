create table t(id int primary key, a int, b text);
create table v(id int, a int);
