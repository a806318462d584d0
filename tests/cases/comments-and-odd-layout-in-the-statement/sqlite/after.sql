CREATE TABLE item ( -- the items, all of them
    id integer primary key, /* CHECK (id > 0), */
    [name] text  default('a,b')
        constraint named not null
  , `size` integer default -1 not null -- no unit
);
