create type c as (a bigint, z text);
