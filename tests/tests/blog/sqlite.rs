use ::blog::sqlite as blog;
use diesel::Connection as _;
use diesel_async::AsyncConnection as _;
use diesel_migrations::MigrationHarness;

#[path = "happens.rs"]
mod happens;
#[path = "happens_async.rs"]
mod happens_async;

tests!(sqlite);
