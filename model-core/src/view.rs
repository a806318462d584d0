//! Views beside the tables, and what else a database keeps that models declare by its SQL.

use diesel::query_builder::SqlQuery;

use crate::Model;
use crate::target::ModelTable;

/// A view whose rows the database keeps, made by `#[model(materialized)]`.
///
/// Source: `REFRESH MATERIALIZED VIEW` in PostgreSQL's manual, the one database that has them.
///
/// ```
/// use model_core::prelude::*;
///
/// #[derive(View)]
/// #[model(
///     view = "posts_per_day",
///     query = "SELECT day, count(*) AS posts FROM post GROUP BY day",
///     materialized,
///     unique(day)
/// )]
/// pub struct PostsPerDay {
///     pub day: String,
///     pub posts: i64,
/// }
///
/// # fn main() {
/// let statement = diesel::debug_query::<diesel::pg::Pg, _>(&PostsPerDay::refresh()).to_string();
/// assert!(statement.starts_with("REFRESH MATERIALIZED VIEW \"posts_per_day\""));
/// # }
/// ```
pub trait Materialized: Model {
    /// The statement that computes all rows anew; readers wait for it.
    fn refresh() -> SqlQuery {
        diesel::sql_query(format!("REFRESH MATERIALIZED VIEW {}", quoted::<Self>()))
    }

    /// The same beside readers, who see the rows of before until it is done. The view needs a unique
    /// index over columns.
    fn refresh_concurrently() -> SqlQuery {
        diesel::sql_query(format!("REFRESH MATERIALIZED VIEW CONCURRENTLY {}", quoted::<Self>()))
    }
}

fn quoted<M: Model>() -> String {
    let quote = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let name = quote(<M::Table as ModelTable>::NAME);
    match <M::Table as ModelTable>::SCHEMA {
        Some(schema) => format!("{}.{name}", quote(schema)),
        None => name,
    }
}

/// Registers what a file of SQL creates: a function, a trigger, a policy, a domain, a procedure, an event …
/// Migrations make it, change it when the file changes, and make it again where it leans on a change.
///
/// There is no attribute of a model for these: the SQL is the database's own, and stands in a file that an editor and
/// a reviewer read as SQL.
///
/// The path is from the folder of the package, where its `Cargo.toml` is. The file holds `CREATE` statements
/// and nothing else; the order of the files does not matter, as the order of models doesn't.
///
/// ```
/// # // The file is `src/sql_file_example.sql` of this package.
/// model_core::sql_file!("src/sql_file_example.sql");
///
/// # fn main() {
/// let schema = model_core::registry::schema();
/// assert!(schema.declarations.iter().any(|it| it.sql.contains("CREATE TRIGGER post_logged")));
/// # }
/// ```
///
/// Where a program runs on several databases, say which ones a file is for (`sqlite`, `postgres`, `mysql`, which is
/// MariaDB, too):
///
/// ```
/// model_core::sql_file!("src/sql_file_example.sql", sqlite);
/// # fn main() {}
/// ```
///
/// Anything else than a `CREATE` at its beginning does not compile:
///
/// ```compile_fail
/// model_core::sql_file!("Cargo.toml");
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! sql_file {
    ($path:literal $(, $backend:ident)* $(,)?) => {
        const _: () = {
            const TEXT: &str = ::core::include_str!(::core::concat!(
                ::core::env!("CARGO_MANIFEST_DIR"),
                "/",
                $path
            ));
            ::core::assert!(
                $crate::registry::opens_with_create(TEXT),
                "the file does not open with CREATE: write one or more CREATE statements in it"
            );
            $(::core::assert!(
                $crate::registry::is_backend(::core::stringify!($backend)),
                "a database is called sqlite, postgres or mysql here"
            );)*
            $crate::inventory::submit! {
                $crate::registry::SqlFileDef {
                    path: $path,
                    text: TEXT,
                    only: &[$(::core::stringify!($backend)),*],
                    file: ::core::file!(),
                    line: ::core::line!(),
                }
            }
        };
    };
}
