//! Views, triggers, routines and events.

use model_core::schema::SchemaObject;

use crate::databases::mysql::named::lexis_of;

/// The statement that makes it.
pub fn create(object: &SchemaObject) -> String {
    made(object, "")
}

/// The statement that puts it in the place of the one that is there.
pub fn replace(object: &SchemaObject) -> String {
    made(object, "OR REPLACE ")
}

fn made(object: &SchemaObject, words: &str) -> String {
    let text = object.definition.as_deref().unwrap_or_default();
    let lexis = lexis_of(object);
    let rest = text.strip_prefix("CREATE ").unwrap_or(text);
    // Who it runs as stands behind what a view is merged by.
    let (algorithm, rest) = match rest.split_once(' ') {
        Some((first, after)) if first.starts_with("ALGORITHM=") => (format!("{first} "), after),
        _ => (String::new(), rest),
    };
    let definer = object.owner.as_ref().map(|owner| format!("DEFINER={owner} "));
    let definer = definer.unwrap_or_default();
    // The semicolon that follows would belong to a comment.
    let end = if lexis.ends_in_line_comment(text) { "\n" } else { "" };
    format!("CREATE {words}{algorithm}{definer}{rest}{end}")
}

#[cfg(test)]
mod tests {
    use model_core::schema::{ObjectKind, QualifiedName};

    use super::*;

    fn object(definition: &str) -> SchemaObject {
        SchemaObject {
            definition: Some(definition.to_owned()),
            owner: Some("`a`@`%`".to_owned()),
            ..SchemaObject::new(ObjectKind::View, QualifiedName::new("v"))
        }
    }

    #[test]
    fn who_it_runs_as_has_its_place() {
        let view = object("CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `v` AS select 1");
        assert_eq!(
            replace(&view),
            "CREATE OR REPLACE ALGORITHM=MERGE DEFINER=`a`@`%` SQL SECURITY INVOKER VIEW `v` AS \
             select 1"
        );
        let view = object("CREATE VIEW `v` AS select 1 -- one");
        assert_eq!(create(&view), "CREATE DEFINER=`a`@`%` VIEW `v` AS select 1 -- one\n");
    }
}
