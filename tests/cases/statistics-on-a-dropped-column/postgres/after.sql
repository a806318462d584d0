create table t(a int, c int);
create statistics s on a, c from t;
