use model_core::schema::QualifiedName;
use nonempty::NonEmpty;

use super::column::{self, default_text};
use super::constraint;
use super::list::{parameter_names, parameters};
use crate::databases::postgres::quote::{qualified, quote};
use crate::databases::postgres::statement::{Clause, ReplicaIdentity};

/// Before each of several clauses.
pub const INDENT: &str = "\n    ";

/// `ALTER TABLE` with clauses.
pub fn alter_table(table: &QualifiedName, clauses: &NonEmpty<Clause>) -> String {
    let clauses: Vec<String> = clauses.iter().map(clause).collect();
    let gap = if clauses.len() == 1 { " " } else { INDENT };
    format!("ALTER TABLE {}{gap}{}", qualified(table), clauses.join(&format!(",{INDENT}")))
}

fn clause(clause: &Clause) -> String {
    let column = |column: &str, what: &str| format!("ALTER COLUMN {} {what}", quote(column));
    match clause {
        Clause::AddColumn(c) => format!("ADD COLUMN {}", column::definition(c)),
        Clause::DropColumn(c) => format!("DROP COLUMN {}", quote(c)),
        Clause::SetType { column, ty, collation, using } => {
            column::set_type(column, ty, collation.as_deref(), using.as_ref())
        }
        Clause::SetNotNull(c) => column(c, "SET NOT NULL"),
        Clause::AddNotNull { column, constraint } => {
            format!("ADD {}", constraint::not_null(column, constraint))
        }
        Clause::DropNotNull(c) => column(c, "DROP NOT NULL"),
        Clause::SetDefault { column: c, default } => {
            column(c, &format!("SET DEFAULT {}", default_text(default)))
        }
        Clause::DropDefault(c) => column(c, "DROP DEFAULT"),
        Clause::DropExpression(c) => column(c, "DROP EXPRESSION"),
        Clause::SetStorage { column: c, storage } => {
            column(c, &format!("SET STORAGE {}", quote(storage)))
        }
        Clause::SetCompression { column: c, method } => {
            let method = method.as_deref().map_or_else(|| "DEFAULT".to_owned(), quote);
            column(c, &format!("SET COMPRESSION {method}"))
        }
        Clause::SetStatistics { column: c, target } => {
            column(c, &format!("SET STATISTICS {}", target.unwrap_or(-1)))
        }
        Clause::SetColumnParameters { column: c, parameters: all } => column(
            c,
            &format!("SET ({})", parameters(all.iter().map(|(name, value)| (name, value)))),
        ),
        Clause::ResetColumnParameters { column: c, parameters: names } => {
            column(c, &format!("RESET ({})", parameter_names(names)))
        }
        Clause::AddIdentity { column: c, identity } => {
            column(c, &format!("ADD {}", column::identity(identity)))
        }
        Clause::SetIdentity { column: c, always } => {
            column(c, &format!("SET GENERATED {}", column::when(*always)))
        }
        Clause::DropIdentity(c) => column(c, "DROP IDENTITY"),
        Clause::AddPrimaryKey(k) => format!("ADD {}", constraint::primary_key(k)),
        Clause::AddUnique(u) => format!("ADD {}", constraint::unique(u)),
        Clause::AddForeignKey(k) => format!("ADD {}", constraint::foreign_key(k)),
        Clause::AddCheck(c) => format!("ADD {}", constraint::check(c)),
        Clause::AddExclusion(e) => format!("ADD {}", constraint::exclusion(e)),
        Clause::DropConstraint(n) => format!("DROP CONSTRAINT {}", quote(n)),
        Clause::ValidateConstraint(n) => format!("VALIDATE CONSTRAINT {}", quote(n)),
        Clause::EnforceConstraint { name, enforced } => {
            let not = if *enforced { "" } else { "NOT " };
            format!("ALTER CONSTRAINT {} {not}ENFORCED", quote(name))
        }
        Clause::InheritConstraint { name, inherited } => {
            let no = if *inherited { "" } else { "NO " };
            format!("ALTER CONSTRAINT {} {no}INHERIT", quote(name))
        }
        Clause::RowSecurity(on) => {
            format!("{} ROW LEVEL SECURITY", if *on { "ENABLE" } else { "DISABLE" })
        }
        Clause::ForceRowSecurity(on) => {
            format!("{}FORCE ROW LEVEL SECURITY", if *on { "" } else { "NO " })
        }
        Clause::SetLogged => "SET LOGGED".to_owned(),
        Clause::SetUnlogged => "SET UNLOGGED".to_owned(),
        Clause::SetParameters(all) => {
            format!("SET ({})", parameters(all.iter().map(|(name, value)| (name, value))))
        }
        Clause::ResetParameters(names) => {
            format!("RESET ({})", parameter_names(names))
        }
        Clause::Inherit(parent) => format!("INHERIT {}", qualified(parent)),
        Clause::NoInherit(parent) => format!("NO INHERIT {}", qualified(parent)),
        Clause::ClusterOn(index) => format!("CLUSTER ON {}", quote(index)),
        Clause::WithoutCluster => "SET WITHOUT CLUSTER".to_owned(),
        Clause::ReplicaIdentity(of) => format!("REPLICA IDENTITY {}", replica_identity(of)),
    }
}

fn replica_identity(of: &ReplicaIdentity) -> String {
    match of {
        ReplicaIdentity::Default => "DEFAULT".to_owned(),
        ReplicaIdentity::Full => "FULL".to_owned(),
        ReplicaIdentity::Nothing => "NOTHING".to_owned(),
        ReplicaIdentity::Index(index) => format!("USING INDEX {}", quote(index)),
    }
}
