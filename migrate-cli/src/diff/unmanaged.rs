//! What differs and is not ours to write: views, triggers, functions, and what else is only seen.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, QualifiedName, Schema, SchemaObject};

use super::{Equivalence, SchemaDiff};

/// What an object that is only seen is known by: overloads of a function share it.
type Key = (ObjectKind, QualifiedName, Option<QualifiedName>);

/// A line for each object that is only seen and differs, where both ends are whole databases;
/// models say nothing about these.
pub fn unmanaged(diff: &SchemaDiff, equivalence: &dyn Equivalence) -> Vec<String> {
    if !diff.from.complete || !diff.to.complete {
        return Vec::new();
    }
    let managed = |kind| equivalence.manages(kind);
    let renamed = |name: &QualifiedName| diff.renames.table(name);
    let (before, after) = (
        definitions(&diff.from, managed, renamed),
        definitions(&diff.to, managed, QualifiedName::clone),
    );
    let keys: BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
    // A definition names tables and columns as they are called on its own side.
    let comparable = diff.renames == super::Renames::default();
    keys.into_iter()
        .filter_map(|key| {
            let how = match (before.get(key), after.get(key)) {
                (Some(_), None) => "is only in the start",
                (None, Some(_)) => "is only in the target",
                (Some(b), Some(a)) if comparable && !are_same(b, a, equivalence) => {
                    "is not the same in both"
                }
                _ => return None,
            };
            Some(format!("{} {how}", title(key)))
        })
        .collect()
}

fn definitions(
    schema: &Schema,
    managed: impl Fn(ObjectKind) -> bool,
    renamed: impl Fn(&QualifiedName) -> QualifiedName,
) -> BTreeMap<Key, Vec<&SchemaObject>> {
    let mut all: BTreeMap<Key, Vec<&SchemaObject>> = BTreeMap::new();
    // The server's bookkeeping, and the tables of other tools.
    let is_apart = |kind| {
        matches!(kind, ObjectKind::Statistics | ObjectKind::Publication | ObjectKind::Dependent)
    };
    let others = schema.objects.iter().filter(|o| !is_apart(o.kind) && !managed(o.kind));
    for other in others {
        let key = (other.kind, other.name.clone(), other.table.as_ref().map(&renamed));
        all.entry(key).or_default().push(other);
    }
    all.values_mut().for_each(|overloads| overloads.sort_by_key(|other| &other.definition));
    all
}

fn are_same(
    before: &[&SchemaObject],
    after: &[&SchemaObject],
    equivalence: &dyn Equivalence,
) -> bool {
    let mut pairs = before.iter().zip(after);
    before.len() == after.len() && pairs.all(|(b, a)| equivalence.same_object(b, a))
}

fn title((kind, name, table): &Key) -> String {
    match table {
        Some(table) => format!("{} {} on {table}", kind.word(), name.name),
        None => format!("{} {name}", kind.word()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Equivalence, Renames, diff};

    struct Exact;
    impl Equivalence for Exact {}

    fn with(definition: Option<&str>) -> Schema {
        let other = definition.map(|definition| SchemaObject {
            definition: Some(definition.to_owned()),
            ..SchemaObject::new(ObjectKind::View, QualifiedName::new("v"))
        });
        Schema { complete: true, objects: other.into_iter().collect(), ..Schema::default() }
    }

    fn lines(from: &Schema, to: &Schema) -> Vec<String> {
        unmanaged(&diff(from, to, &Renames::default(), &Exact), &Exact)
    }

    #[test]
    fn what_differs_is_told() {
        let (none, one, other) = (with(None), with(Some("SELECT 1")), with(Some("SELECT 2")));
        assert!(lines(&one, &one).is_empty());
        assert_eq!(lines(&none, &one), ["view v is only in the target"]);
        assert_eq!(lines(&one, &none), ["view v is only in the start"]);
        assert_eq!(lines(&one, &other), ["view v is not the same in both"]);
    }

    #[test]
    fn models_say_nothing_about_views() {
        let models = Schema { complete: false, ..with(None) };
        assert!(lines(&with(Some("SELECT 1")), &models).is_empty());
    }
}
