use super::session::LEXIS;
use crate::dialect::Effect;
use crate::sql::words;

/// What a statement is to the transaction that it runs in.
pub fn effect(sql: &str) -> Effect {
    let words = words(sql, &LEXIS);
    match words.first().map(String::as_str).unwrap_or_default() {
        "PRAGMA" | "ATTACH" | "DETACH" => Effect::Session,
        "BEGIN" => Effect::Begin,
        "COMMIT" | "END" => Effect::Commit,
        // `ROLLBACK TO` goes back to a savepoint.
        "ROLLBACK" if !words.iter().any(|word| word == "TO") => Effect::Rollback,
        "VACUUM" => Effect::Final { repeatable: true },
        _ => Effect::Undoable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects() {
        assert_eq!(effect("-- x\nPRAGMA foreign_keys = OFF"), Effect::Session);
        assert_eq!(effect("begin immediate"), Effect::Begin);
        assert_eq!(effect("ROLLBACK"), Effect::Rollback);
        assert_eq!(effect("ROLLBACK TO a"), Effect::Undoable);
        assert_eq!(effect("CREATE TABLE \"VACUUM\" (a)"), Effect::Undoable);
        assert_eq!(effect("VACUUM"), Effect::Final { repeatable: true });
    }
}
