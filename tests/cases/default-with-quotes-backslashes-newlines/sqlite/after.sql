CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark varchar(200) NOT NULL DEFAULT 'it''s "quoted" 100%% %s \ back\n
  second line; -- no comment /* none */ ünï 日本 😀 `tick` $1 ${x} {{y}} ?'
);
