//! Types that are made anew while columns are of them: the old one waits under another name until their
//! values have gone over.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Attribute, ObjectKind, ObjectName, QualifiedName, SchemaObject};

use super::Tables;
use super::conversion::{Conversion, conversion};
use super::object_statements::is_typed_alike;
use super::rebuilds::{is_of_type, is_type};
use crate::databases::postgres::statement::{DomainChange, Expression, ObjectStatement, Statement};
use crate::diff::SchemaDiff;

/// The types that columns are of which stay, or types that such columns are of.
pub fn held(diff: &SchemaDiff, tables: &Tables) -> BTreeSet<ObjectName> {
    let is_type = |o: &&SchemaObject| matches!(o.kind, ObjectKind::Domain | ObjectKind::Type);
    let types: Vec<&SchemaObject> = diff.from.objects.iter().filter(is_type).collect();
    let is_column = |object: &SchemaObject| {
        tables.values().any(|table| {
            let mut columns = table.diff.before.columns.iter();
            columns.any(|c| table.diff.name_after(&c.name).is_some() && is_of_type(c, object))
        })
    };
    let mut open: Vec<&SchemaObject> = types.iter().copied().filter(|o| is_column(o)).collect();
    let mut held = BTreeSet::new();
    while let Some(object) = open.pop() {
        if held.insert(object.object_name()) {
            open.extend(types.iter().filter(|o| object.uses.contains(&o.object_name())));
        }
    }
    held
}

/// Whether a composite type can't change in place: the server changes the type of no part while a column
/// is of it.
pub fn is_held(before: &SchemaObject, after: &SchemaObject, held: &BTreeSet<ObjectName>) -> bool {
    let retyped = |old: &Attribute| {
        after.attributes.iter().any(|new| new.name == old.name && !is_typed_alike(old, new))
    };
    before.attributes.iter().any(retyped) && held.contains(&before.object_name())
}

/// Whether an old self can wait under another name while its values go over to what is `made`. Those of
/// a composite type go part by part.
pub fn can_wait(object: &SchemaObject, made: &[SchemaObject]) -> bool {
    let parts = |o: &SchemaObject| o.attributes.iter().map(|a| a.name.clone()).collect::<Vec<_>>();
    let mut same = made.iter().filter(|o| o.object_name() == object.object_name());
    match object.kind {
        ObjectKind::Domain => same.next().is_some(),
        _ => !object.attributes.is_empty() && same.any(|after| parts(after) == parts(object)),
    }
}

/// The types that those which wait are made of, and which go: they wait, too.
pub fn below(
    waiting: &BTreeSet<QualifiedName>,
    early: &[&SchemaObject],
) -> BTreeSet<QualifiedName> {
    let is_type = |o: &SchemaObject| matches!(o.kind, ObjectKind::Domain | ObjectKind::Type);
    let mut all = waiting.clone();
    loop {
        let users = || early.iter().filter(|o| is_type(o) && all.contains(&o.name));
        let used: Vec<&ObjectName> = users().flat_map(|o| &o.uses).collect();
        let found = early.iter().filter(|o| is_type(o) && !all.contains(&o.name));
        let found: Vec<QualifiedName> =
            found.filter(|o| used.contains(&&o.object_name())).map(|o| o.name.clone()).collect();
        if found.is_empty() {
            return all;
        }
        all.extend(found);
    }
}

/// A type steps aside, and lets go of what it calls.
pub fn step_aside(object: &SchemaObject, waiting: &QualifiedName) -> Vec<Statement> {
    let domain = object.domain.iter();
    let default =
        domain.clone().filter(|d| d.default.is_some()).map(|_| DomainChange::Default(None));
    let checks = domain.flat_map(|d| d.checks.iter().filter_map(|c| c.name.clone()));
    let lets_go = checks.map(DomainChange::DropCheck).chain(default).map(|change| {
        let domain = object.name.clone();
        Statement::Object(ObjectStatement::AlterDomain { domain, change })
    });
    let (of, to) = (Box::new(object.clone()), waiting.name.clone());
    let rename = Statement::Object(ObjectStatement::Rename { of, to });
    lets_go.chain([rename]).collect()
}

/// How the values of a column go over to the new self of its type, by which `to` is meant.
pub fn using(
    (from, to): (&SchemaDiff, &str),
    column: &str,
    aside: &BTreeMap<QualifiedName, QualifiedName>,
) -> Option<Expression> {
    let is_array = to.ends_with("[]");
    let name = aside.keys().find(|name| is_type(to, name)).filter(|_| !is_array);
    let base = |objects: &[SchemaObject]| {
        let mut domains = objects.iter().filter(|o| Some(&o.name) == name);
        domains.find_map(|o| Some(o.domain.as_ref()?.ty.clone()))
    };
    if let Some((old, new)) = base(&from.from.objects).zip(base(&from.to.objects)) {
        return match conversion(column, &old, &new) {
            Conversion::Assignment => None,
            Conversion::Using(by) | Conversion::Impossible(by) => Some(by.cast(to)),
        };
    }
    let through = if is_array { "text[]" } else { "text" };
    Some(Expression::column(column).cast(through).cast(to))
}
