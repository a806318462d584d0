//! What a `CREATE` statement makes, by its first words.

use std::fmt;

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, SchemaObject};

use super::{Lexis, Token};

/// The kind and the name that stand at the head of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What it makes.
    pub kind: ObjectKind,
    /// What it is called, as the database reads the name.
    pub name: QualifiedName,
    /// The table it hangs on, where the statement names one.
    pub table: Option<QualifiedName>,
}

impl fmt::Display for Header {
    /// As any object is called in messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, name, table } = self.clone();
        ObjectName { kind, name, table, signature: None }.fmt(f)
    }
}

/// How far a kind's word may be from `CREATE`: `DEFINER = 'a'@'b' SQL SECURITY INVOKER` stands between them.
const FARTHEST: usize = 16;

impl Header {
    /// Reads a statement. `None` where it makes nothing that can be declared.
    pub fn read(sql: &str, lexis: &Lexis) -> Option<Self> {
        let tokens: Vec<Token<'_>> =
            lexis.tokens(sql).into_iter().filter(|token| !token.is_blank()).collect();
        if !tokens.first()?.is("CREATE") {
            return None;
        }
        let (at, kind) = kind(&tokens)?;
        let mut at = at + 1;
        if tokens.get(at)?.is("IF") {
            at += 3;
        }
        let (name, at) = name(&tokens, at)?;
        let table = match kind {
            ObjectKind::Trigger | ObjectKind::Policy => named_after(&tokens, at, "ON"),
            ObjectKind::Rule => named_after(&tokens, at, "TO"),
            _ => None,
        };
        Some(Self { kind, name, table })
    }

    /// Whether an object is the one that the statement made.
    pub fn names(&self, object: &SchemaObject, lexis: &Lexis) -> bool {
        let same = |a: &QualifiedName, b: &QualifiedName| {
            lexis.same_name(&a.name, &b.name)
                && (a.schema == b.schema || a.schema.is_none() || b.schema.is_none())
        };
        let table = match (&self.table, &object.table) {
            (Some(a), Some(b)) => same(a, b),
            _ => true,
        };
        self.kind == object.kind && same(&self.name, &object.name) && table
    }
}

fn kind(tokens: &[Token<'_>]) -> Option<(usize, ObjectKind)> {
    let mut is_materialized = false;
    let mut is_aggregate = None;
    for (at, token) in tokens.iter().enumerate().take(FARTHEST).skip(1) {
        let kind = match token.text.to_ascii_uppercase().as_str() {
            "MATERIALIZED" => {
                is_materialized = true;
                continue;
            }
            "AGGREGATE" => {
                is_aggregate = Some(at);
                continue;
            }
            "VIEW" if is_materialized => ObjectKind::MaterializedView,
            "VIEW" => ObjectKind::View,
            "FUNCTION" => ObjectKind::Function,
            "PROCEDURE" => ObjectKind::Procedure,
            "TRIGGER" => ObjectKind::Trigger,
            "RULE" => ObjectKind::Rule,
            "POLICY" => ObjectKind::Policy,
            "DOMAIN" => ObjectKind::Domain,
            "TYPE" => ObjectKind::Type,
            "STATISTICS" => ObjectKind::Statistics,
            "EVENT" => ObjectKind::Event,
            "TABLE" | "INDEX" | "SCHEMA" | "DATABASE" | "USER" | "ROLE" | "SERVER" => return None,
            // PostgreSQL's aggregates have no other word.
            _ if is_aggregate.is_some_and(|of| of + 1 == at) => {
                return Some((at - 1, ObjectKind::Function));
            }
            _ => continue,
        };
        return Some((at, kind));
    }
    None
}

/// The name that begins here, and the place after it.
fn name(tokens: &[Token<'_>], at: usize) -> Option<(QualifiedName, usize)> {
    let first = tokens.get(at)?.name()?;
    let is_dot = tokens.get(at + 1).is_some_and(|token| token.is_symbol("."));
    match is_dot {
        true => Some((QualifiedName::qualified(&first, &tokens.get(at + 2)?.name()?), at + 3)),
        false => Some((QualifiedName::new(&first), at + 1)),
    }
}

fn named_after(tokens: &[Token<'_>], from: usize, word: &str) -> Option<QualifiedName> {
    let place = (from..tokens.len()).find(|at| tokens[*at].is(word))?;
    name(tokens, place + 1).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    fn read(kind: DatabaseKind, sql: &str) -> Option<String> {
        Some(Header::read(sql, &databases::of(kind).session().lexis)?.to_string())
    }

    #[test]
    fn every_kind_is_known_by_its_first_words() {
        let postgres = |sql| read(DatabaseKind::Postgres, sql);
        for (sql, what) in [
            ("CREATE VIEW Sales.\"V\" AS SELECT 1", "view sales.V"),
            ("-- why\ncreate or replace view v as select 1", "view v"),
            ("CREATE MATERIALIZED VIEW IF NOT EXISTS m AS SELECT 1", "materialized view m"),
            ("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'x'", "function f"),
            ("CREATE AGGREGATE total(int) (SFUNC = f, STYPE = int)", "function total"),
            (
                "CREATE CONSTRAINT TRIGGER t AFTER UPDATE OF b ON a.x FOR EACH ROW EXECUTE FUNCTION f()",
                "trigger t on a.x",
            ),
            ("CREATE POLICY p ON x USING (true)", "policy p on x"),
            ("CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING", "rule r on v"),
            ("CREATE DOMAIN d AS text", "domain d"),
        ] {
            assert_eq!(postgres(sql).as_deref(), Some(what), "{sql}");
        }
        assert_eq!(
            read(
                DatabaseKind::Mysql,
                "CREATE DEFINER=`a`@`%` TRIGGER `T r` BEFORE INSERT ON `x y` FOR EACH ROW SET @a = 1"
            )
            .as_deref(),
            Some("trigger T r on x y")
        );
    }

    #[test]
    fn anything_else_is_not() {
        for sql in [
            "DROP VIEW v",
            "CREATE TABLE t (a int)",
            "CREATE",
            "",
            "CREATE UNIQUE INDEX i ON t (a)",
        ] {
            assert_eq!(read(DatabaseKind::Postgres, sql), None, "{sql}");
        }
    }
}
