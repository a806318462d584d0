//! The guide: from a first table to a database that others already use.
//!
//! | page | for whom |
//! | --- | --- |
//! | [tutorial] | a first visitor: an empty folder, five minutes |
//! | [attributes] | all that a model can say |
//! | [types] | what each Rust type is in each database |
//! | [commands] | all that `migrate` can do, and `migrate.toml` |
//! | [dangers] | what a migration may do to rows and to others, by name |
//! | [compile_errors] | what the compiler says of a model, and what to write instead |
//! | [existing_database] | there is a database |
//! | [existing_crate] | there is a crate that uses Diesel |
//! | [from_diesel_cli] | you know `diesel migration` |
//! | [from_alembic] | you know Alembic or Flask-Migrate |
//! | [zero_downtime] | the application runs while it is migrated |
//! | [ci] | GitHub, GitLab, and what else runs commands |
//! | [connections] | URLs, certificates, encryption |
//! | [inside] | how it works |

pub mod attributes {
    #![doc = include_str!("attributes.md")]
}
pub mod ci {
    #![doc = include_str!("ci.md")]
}
pub mod commands {
    #![doc = include_str!("commands.md")]
}
pub mod compile_errors {
    #![doc = include_str!("compile_errors.md")]
}
pub mod connections {
    #![doc = include_str!("connections.md")]
}
pub mod dangers {
    #![doc = include_str!("dangers.md")]
}
pub mod existing_crate {
    #![doc = include_str!("existing_crate.md")]
}
pub mod existing_database {
    #![doc = include_str!("existing_database.md")]
}
pub mod from_alembic {
    #![doc = include_str!("from_alembic.md")]
}
pub mod from_diesel_cli {
    #![doc = include_str!("from_diesel_cli.md")]
}
pub mod inside {
    #![doc = include_str!("inside.md")]
}
pub mod tutorial {
    #![doc = include_str!("tutorial.md")]
}
pub mod types {
    #![doc = include_str!("types.md")]
}
pub mod zero_downtime {
    #![doc = include_str!("zero_downtime.md")]
}
