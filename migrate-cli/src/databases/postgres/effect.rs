use super::session::LEXIS;
use crate::dialect::Effect;
use crate::sql::words;

/// What a statement is to the transaction that it runs in. A routine that ends transactions is not seen
/// here; the server refuses it in one (`ErrorKind::NotInTransaction`).
pub fn effect(sql: &str) -> Effect {
    let words = words(sql, &LEXIS);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let has = |word| words.contains(&word);
    match words.as_slice() {
        [
            "SET" | "RESET" | "PREPARE" | "DEALLOCATE" | "DISCARD" | "LOAD" | "LISTEN" | "UNLISTEN",
            second @ ..,
        ] if second.first() != Some(&"TRANSACTION") || words[0] != "PREPARE" => Effect::Session,
        ["BEGIN", ..] | ["START", "TRANSACTION", ..] => Effect::Begin,
        ["COMMIT" | "END", rest @ ..] if rest.first() != Some(&"PREPARED") => Effect::Commit,
        ["ROLLBACK" | "ABORT", ..] if !has("TO") && !has("PREPARED") => Effect::Rollback,
        ["VACUUM", ..] | ["CLUSTER"] => Effect::Final { repeatable: true },
        ["REINDEX", ..]
            if ["CONCURRENTLY", "DATABASE", "SYSTEM", "SCHEMA"].into_iter().any(has) =>
        {
            Effect::Final { repeatable: true }
        }
        [
            "CREATE" | "DROP" | "ALTER",
            "DATABASE" | "TABLESPACE" | "SUBSCRIPTION" | "SYSTEM",
            ..,
        ]
        | ["COMMIT" | "ROLLBACK", "PREPARED", ..]
        | ["PREPARE", "TRANSACTION", ..] => Effect::Final { repeatable: false },
        ["CREATE" | "DROP" | "ALTER", ..] if has("CONCURRENTLY") => {
            // The words may be those of a routine's body.
            match words.get(1..4) {
                Some(next) if is_index(next) || words[0] == "ALTER" => {
                    Effect::Final { repeatable: false }
                }
                _ => Effect::Undoable,
            }
        }
        _ => Effect::Undoable,
    }
}

fn is_index(words: &[&str]) -> bool {
    matches!(words, ["INDEX", "CONCURRENTLY", ..] | ["UNIQUE", "INDEX", "CONCURRENTLY"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects() {
        let last = Effect::Final { repeatable: false };
        assert_eq!(effect("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"), last);
        assert_eq!(effect("/* x */ drop index concurrently if exists i"), last);
        assert_eq!(effect("ALTER TABLE t DETACH PARTITION p CONCURRENTLY"), last);
        assert_eq!(effect("CREATE INDEX concurrently_made ON t (a)"), Effect::Undoable);
        assert_eq!(effect("REFRESH MATERIALIZED VIEW CONCURRENTLY v"), Effect::Undoable);
        assert_eq!(effect("ALTER SYSTEM SET a = 1"), last);
        assert_eq!(effect("VACUUM t"), Effect::Final { repeatable: true });
        assert_eq!(effect("CLUSTER t USING i"), Effect::Undoable);
        assert_eq!(effect("SET search_path TO a"), Effect::Session);
        assert_eq!(effect("PREPARE p AS SELECT 1"), Effect::Session);
        assert_eq!(effect("PREPARE TRANSACTION 'x'"), last);
        assert_eq!(effect("COMMIT"), Effect::Commit);
        assert_eq!(effect("COMMIT PREPARED 'x'"), last);
        assert_eq!(effect("START TRANSACTION ISOLATION LEVEL SERIALIZABLE"), Effect::Begin);
        assert_eq!(effect("ROLLBACK TO SAVEPOINT a"), Effect::Undoable);
    }
}
