use super::session::LEXIS;
use crate::dialect::Effect;
use crate::sql::words;

/// What a statement is to the transaction that it runs in. Whatever is not known to leave it open ends it.
pub fn effect(sql: &str) -> Effect {
    let words = words(sql, &LEXIS);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let repeatable = |repeatable| Effect::Final { repeatable };
    match words.as_slice() {
        ["SET" | "USE" | "DEALLOCATE" | "PREPARE", ..] => Effect::Session,
        ["START", "TRANSACTION", ..] | ["BEGIN", ..] => Effect::Begin,
        ["COMMIT", ..] => Effect::Commit,
        ["ROLLBACK", rest @ ..] if !rest.contains(&"TO") => Effect::Rollback,
        ["LOCK", "TABLE" | "TABLES", ..] => Effect::Lock,
        ["UNLOCK", ..] => Effect::Unlock,
        [
            "SELECT" | "INSERT" | "UPDATE" | "DELETE" | "REPLACE" | "WITH" | "DO" | "VALUES"
            | "TABLE" | "SAVEPOINT" | "RELEASE" | "ROLLBACK",
            ..,
        ]
        | ["CREATE" | "DROP", "TEMPORARY", ..]
        | ["LOAD", "DATA", ..] => Effect::Undoable,
        ["ANALYZE" | "OPTIMIZE" | "CHECK" | "FLUSH" | "GRANT" | "REVOKE", ..]
        | ["CREATE", "OR", "REPLACE", ..] => repeatable(true),
        // Of a table it would be repeatable, too, but whether it was made is seen.
        ["DROP", _, "IF", "EXISTS", ..] | ["CREATE", _, "IF", "NOT", "EXISTS", ..] => {
            repeatable(true)
        }
        _ => repeatable(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects() {
        let last = Effect::Final { repeatable: false };
        assert_eq!(effect("ALTER TABLE t ADD a INT"), last);
        assert_eq!(effect("CALL p()"), last);
        assert_eq!(effect("(SELECT 1)"), Effect::Undoable);
        assert_eq!(effect("/* x */ update t set a = 1"), Effect::Undoable);
        assert_eq!(effect("CREATE TEMPORARY TABLE t (a INT)"), Effect::Undoable);
        assert_eq!(effect("DROP TABLE IF EXISTS `t`"), Effect::Final { repeatable: true });
        assert_eq!(effect("SET @a = 1"), Effect::Session);
        assert_eq!(effect("ROLLBACK TO a"), Effect::Undoable);
        assert_eq!(effect("LOCK TABLES t WRITE"), Effect::Lock);
    }
}
