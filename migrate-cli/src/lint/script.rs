//! The dangers of a migration written by hand that the schemas before and after it do not show: what is gone in
//! between, and whose triggers its own writing runs.

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Schema, SchemaObject};

use super::objects::off_meanwhile;
use crate::dialect::Dialect;
use crate::hazard::{Hazard, HazardKind};
use crate::sql::{self, Header, Lexis, Token};

/// An object of before that the script has taken away so far.
struct Gone {
    name: ObjectName,
    /// Something was written since.
    wrote: bool,
}

/// The dangers of a script. `is_whole`: it runs in one transaction, so that others see nothing in between.
pub fn written_by_hand(
    dialect: &dyn Dialect,
    script: &str,
    is_whole: bool,
    before: &Schema,
    after: &Schema,
) -> Vec<Hazard> {
    let lexis = &dialect.session().lexis;
    let mut gone: Vec<Gone> = Vec::new();
    let mut found = Vec::new();
    for statement in sql::statements(script, lexis) {
        let text = &script[statement.span];
        let tokens = lexis.tokens(text);
        let is_back = |gone: &Gone| match statement.word.as_str() {
            "CREATE" => Header::read(text, lexis).is_some_and(|made| {
                made.kind == gone.name.kind
                    && lexis.same_name(&made.name.name, &gone.name.name.name)
            }),
            "ALTER" => switches(&tokens, "ENABLE", &gone.name, lexis),
            _ => false,
        };
        for back in gone.extract_if(.., |gone| is_back(gone)) {
            let is_there = after.objects.iter().any(|object| object.object_name() == back.name);
            if is_there {
                found.extend(off_in_between(&back, is_whole));
            }
        }
        let goes = |object: &&SchemaObject| match statement.word.as_str() {
            "DROP" => drops(&tokens, object, lexis),
            "ALTER" => {
                object.kind == ObjectKind::Trigger
                    && switches(&tokens, "DISABLE", &object.object_name(), lexis)
            }
            _ => false,
        };
        let going = before.objects.iter().filter(goes);
        gone.extend(going.map(|object| Gone { name: object.object_name(), wrote: false }));
        if let Some((word, table)) = written(&tokens) {
            gone.iter_mut().for_each(|gone| gone.wrote = true);
            let is_gone = |o: &SchemaObject| gone.iter().any(|gone| gone.name == o.object_name());
            let fired = before.objects.iter().filter(|o| !is_gone(o));
            found.extend(fires(word, &table, fired, lexis));
        }
    }
    found
}

fn off_in_between(back: &Gone, is_whole: bool) -> Option<Hazard> {
    if !is_whole {
        return off_meanwhile(&back.name);
    }
    (back.name.kind == ObjectKind::Trigger && back.wrote).then(|| {
        let message = format!(
            "{} is off in between, and does not run for what the migration writes",
            back.name
        );
        Hazard::new(HazardKind::DropsObject, back.name.to_string(), message)
    })
}

/// Whether `DROP …` names this.
fn drops(tokens: &[Token<'_>], object: &SchemaObject, lexis: &Lexis) -> bool {
    let words = object.kind.word().split(' ');
    let mut at = 1;
    for word in words {
        if !tokens.get(at).is_some_and(|token| token.is(word)) {
            return false;
        }
        at += 1;
    }
    if tokens.get(at).is_some_and(|token| token.is("IF")) {
        at += 2;
    }
    let list = tokens.get(at..).unwrap_or_default();
    let on = list.iter().position(|token| token.is("ON"));
    let on_table = on.and_then(|on| last_name(list.get(on + 1..)?));
    let is_its = match (&object.table, on_table) {
        (Some(table), Some(named)) => lexis.same_name(&table.name, &named),
        _ => true,
    };
    let names = list[..on.unwrap_or(list.len())].split(|token| token.is_symbol(","));
    is_its
        && names.into_iter().filter_map(last_name).any(|n| lexis.same_name(&n, &object.name.name))
}

/// The name at the beginning, without what stands before its dot.
fn last_name(tokens: &[Token<'_>]) -> Option<String> {
    match tokens {
        [_, dot, name, ..] if dot.is_symbol(".") => name.name(),
        [name, ..] => name.name(),
        [] => None,
    }
}

/// Whether `ALTER TABLE … ENABLE TRIGGER …` is of this trigger.
fn switches(tokens: &[Token<'_>], word: &str, trigger: &ObjectName, lexis: &Lexis) -> bool {
    let place = tokens.windows(2).position(|pair| pair[0].is(word) && pair[1].is("TRIGGER"));
    let table = trigger.table.as_ref().map_or("", |table| table.name.as_str());
    let is_its = tokens.iter().filter_map(Token::name).any(|name| lexis.same_name(&name, table));
    let named = place.and_then(|at| tokens.get(at + 2)).and_then(Token::name);
    is_its
        && named.is_some_and(|named| {
            lexis.same_name(&named, &trigger.name.name)
                || ["all", "user"].contains(&named.to_ascii_lowercase().as_str())
        })
}

/// What a statement does to rows, and whose.
fn written<'a>(tokens: &'a [Token<'a>]) -> Option<(&'static str, QualifiedName)> {
    let first = tokens.first()?;
    let word = ["INSERT", "UPDATE", "DELETE"].into_iter().find(|word| first.is(word))?;
    let at = match word {
        "UPDATE" => 1,
        "INSERT" => tokens.iter().position(|token| token.is("INTO"))? + 1,
        _ => tokens.iter().position(|token| token.is("FROM"))? + 1,
    };
    let at = at + usize::from(tokens.get(at)?.is("ONLY"));
    Some((word, QualifiedName::new(last_name(&tokens[at..])?)))
}

fn fires<'a>(
    word: &str,
    table: &QualifiedName,
    objects: impl Iterator<Item = &'a SchemaObject>,
    lexis: &Lexis,
) -> Option<Hazard> {
    let is_fired = |object: &&SchemaObject| {
        let is_its = object.kind == ObjectKind::Trigger
            && object.table.as_ref().is_some_and(|of| lexis.same_name(&of.name, &table.name));
        let tokens = lexis.tokens(object.definition.as_deref().unwrap_or_default());
        let mut event = tokens.iter().take_while(|token| !token.is("ON"));
        let is_off = object.settings.iter().any(|setting| setting.contains(" DISABLE "));
        is_its && !is_off && event.any(|token| token.is(word))
    };
    let mut names: Vec<&str> = objects.filter(is_fired).map(|o| o.name.name.as_str()).collect();
    names.sort_unstable();
    let object = format!("table {}", table.name);
    let message = format!(
        "{object} has triggers, which run where the migration writes its rows: {}",
        names.join(", ")
    );
    (!names.is_empty()).then(|| Hazard::new(HazardKind::FiresTriggers, object, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    fn trigger(kind: DatabaseKind) -> SchemaObject {
        let definition = match kind {
            DatabaseKind::Sqlite => "CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN SELECT 1; END",
            _ => "CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1",
        };
        SchemaObject {
            table: Some(QualifiedName::new("t")),
            definition: Some(definition.to_owned()),
            ..SchemaObject::new(ObjectKind::Trigger, QualifiedName::new("tr"))
        }
    }

    fn told(kind: DatabaseKind, script: &str, is_whole: bool) -> Vec<String> {
        let view = SchemaObject::new(ObjectKind::View, QualifiedName::new("v"));
        let schema = Schema { objects: vec![trigger(kind), view], ..Schema::default() };
        let found = written_by_hand(databases::of(kind), script, is_whole, &schema, &schema);
        found.into_iter().map(|hazard| hazard.message).collect()
    }

    #[test]
    fn a_trigger_is_off_in_between() {
        let made = "CREATE TRIGGER tr AFTER UPDATE ON t BEGIN SELECT 1; END";
        let sqlite = |script: &str| told(DatabaseKind::Sqlite, script, true);
        assert_eq!(
            sqlite(&format!("DROP TRIGGER IF EXISTS main.tr; UPDATE t SET a = 1; {made};")),
            ["trigger tr on t is off in between, and does not run for what the migration writes"]
        );
        assert_eq!(sqlite(&format!("DROP TRIGGER tr; {made};")), [""; 0]);
        let postgres = |script: &str| told(DatabaseKind::Postgres, script, true);
        let off = "ALTER TABLE t DISABLE TRIGGER ALL; DELETE FROM other; ALTER TABLE t ENABLE TRIGGER ALL";
        assert_eq!(postgres(off).len(), 1);
        assert_eq!(postgres("ALTER TABLE x DISABLE TRIGGER tr; UPDATE y SET a = 1"), [""; 0]);
    }

    #[test]
    fn without_a_transaction_others_see_it() {
        let script = "DROP VIEW `v`; CREATE VIEW v AS SELECT 1; DROP TRIGGER tr; \
                      CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;";
        assert_eq!(
            told(DatabaseKind::Mysql, script, false),
            [
                "view v is dropped and made again, and is missing meanwhile",
                "trigger tr on t is dropped and made again, and does not run for what is written meanwhile"
            ]
        );
    }

    #[test]
    fn writing_runs_triggers() {
        for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres, DatabaseKind::Mysql] {
            assert_eq!(
                told(kind, "UPDATE t SET a = 1 WHERE a = 2;", true),
                ["table t has triggers, which run where the migration writes its rows: tr"]
            );
            assert_eq!(told(kind, "INSERT INTO t VALUES (1); DELETE FROM t;", true), [""; 0]);
        }
    }
}
