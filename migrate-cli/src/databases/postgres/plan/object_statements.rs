//! The statements that make an object, and change it in place.

use model_core::schema::{Attribute, Check, QualifiedName, SchemaObject};
use nonempty::NonEmpty;

use super::grants;
use crate::databases::postgres::statement::{
    AttributeChange, ColumnName, Commented, DomainChange, ObjectStatement, Statement,
};

fn statement(statement: ObjectStatement) -> Statement {
    Statement::Object(statement)
}

/// Makes an object with all that comes with it.
pub fn make(object: &SchemaObject) -> Vec<Statement> {
    let boxed = || Box::new(object.clone());
    let mut all = vec![statement(ObjectStatement::Create(boxed()))];
    // What no row was looked at for can't be said where the domain is made.
    let domain = object.domain.iter().flat_map(|d| d.checks.iter().filter(|c| c.not_valid));
    all.extend(domain.cloned().map(|check| {
        let (domain, change) = (object.name.clone(), DomainChange::AddCheck(check));
        statement(ObjectStatement::AlterDomain { domain, change })
    }));
    all.extend(comments_inside(None, object));
    all.extend(object.settings.iter().cloned().map(|s| statement(ObjectStatement::Set(s))));
    for index in &object.indexes {
        all.extend(index.definition.clone().map(|d| statement(ObjectStatement::Set(d))));
        if let Some(text) = &index.comment {
            let name = QualifiedName { name: index.name.clone(), ..object.name.clone() };
            let on = Commented::Index(name);
            all.push(Statement::Comment { on, text: Some(text.clone()) });
        }
    }
    if object.comment.is_some() {
        all.push(statement(ObjectStatement::Comment(boxed())));
    }
    all.extend(grants::of_new_object(object));
    if let Some(owner) = &object.owner {
        all.push(statement(ObjectStatement::SetOwner { of: boxed(), to: owner.clone() }));
    }
    all
}

/// Changes an object in place.
pub fn replace(before: &SchemaObject, after: &SchemaObject) -> Vec<Statement> {
    let mut all = match (&before.domain, &after.domain) {
        (Some(_), Some(_)) => alter_domain(before, after),
        _ if !after.attributes.is_empty() => alter_type(before, after).into_iter().collect(),
        _ => vec![statement(ObjectStatement::Replace(Box::new(after.clone())))],
    };
    all.extend(comments_inside(Some(before), after));
    let new = after.settings.iter().filter(|s| !before.settings.contains(s)).cloned();
    all.extend(new.map(|s| statement(ObjectStatement::Set(s))));
    all.extend(relabel(before, after));
    all
}

/// Whether two parts of one name are of one type.
pub fn is_typed_alike(a: &Attribute, b: &Attribute) -> bool {
    (&a.ty, &a.collation) == (&b.ty, &b.collation)
}

/// The comments of a type's parts and a domain's checks that are others than before.
fn comments_inside(before: Option<&SchemaObject>, after: &SchemaObject) -> Vec<Statement> {
    let of_check = |object: &SchemaObject, check: &Check| {
        let mut same = object.domain.iter().flat_map(|d| same_check(&d.checks, check));
        same.find_map(|check| check.comment.clone())
    };
    let checks = after.domain.iter().flat_map(|domain| &domain.checks).filter_map(|check| {
        let (domain, name) = (after.name.clone(), check.name.clone()?);
        let old = before.and_then(|before| of_check(before, check));
        let on = Commented::DomainCheck { domain, name };
        (old != check.comment).then(|| Statement::Comment { on, text: check.comment.clone() })
    });
    let of_part = |object: &SchemaObject, name: &str| {
        let part = object.attributes.iter().find(|a| a.name == name);
        part.and_then(|part| part.comment.clone())
    };
    let parts = after.attributes.iter().filter_map(|part| {
        let old = before.and_then(|before| of_part(before, &part.name));
        let on = Commented::Column(ColumnName::new(&after.name, &part.name));
        (old != part.comment).then(|| Statement::Comment { on, text: part.comment.clone() })
    });
    checks.chain(parts).collect()
}

/// The comment and the grants that differ.
pub fn relabel(before: &SchemaObject, after: &SchemaObject) -> Vec<Statement> {
    let mut all = Vec::new();
    if before.comment != after.comment {
        all.push(statement(ObjectStatement::Comment(Box::new(after.clone()))));
    }
    all.extend(grants::of_object(before, after));
    all
}

/// The check of this name and condition, valid or not.
fn same_check<'a>(checks: &'a [Check], check: &Check) -> Option<&'a Check> {
    checks.iter().find(|c| c.name == check.name && c.expression == check.expression)
}

fn alter_domain(before: &SchemaObject, after: &SchemaObject) -> Vec<Statement> {
    let (Some(old), Some(new)) = (&before.domain, &after.domain) else { return Vec::new() };
    // The rows of one that was not valid are looked at; nothing makes a valid one not valid.
    let becomes_valid = |before: &Check, after: &Check| before.not_valid && !after.not_valid;
    let mut changes = Vec::new();
    for check in &old.checks {
        let name = check.name.clone().unwrap_or_default();
        match same_check(&new.checks, check) {
            Some(after) if after.not_valid == check.not_valid => {}
            Some(after) if becomes_valid(check, after) => {
                changes.push(DomainChange::Validate(name));
            }
            _ => changes.push(DomainChange::DropCheck(name)),
        }
    }
    if old.default != new.default {
        changes.push(DomainChange::Default(new.default.clone()));
    }
    if old.not_null != new.not_null {
        changes.push(DomainChange::NotNull(new.not_null));
    }
    let stays = |check: &Check| {
        same_check(&old.checks, check).is_some_and(|before| {
            before.not_valid == check.not_valid || becomes_valid(before, check)
        })
    };
    let added = new.checks.iter().filter(|check| !stays(check));
    changes.extend(added.cloned().map(DomainChange::AddCheck));
    let domain = || after.name.clone();
    changes
        .into_iter()
        .map(|change| statement(ObjectStatement::AlterDomain { domain: domain(), change }))
        .collect()
}

fn alter_type(before: &SchemaObject, after: &SchemaObject) -> Option<Statement> {
    let (old, new) = (&before.attributes, &after.attributes);
    let gone = old.iter().filter(|o| !new.iter().any(|n| n.name == o.name));
    let mut changes: Vec<AttributeChange> =
        gone.map(|o| AttributeChange::Drop(o.name.clone())).collect();
    for attribute in new {
        match old.iter().find(|o| o.name == attribute.name) {
            None => changes.push(AttributeChange::Add(attribute.clone())),
            Some(o) if !is_typed_alike(o, attribute) => {
                changes.push(AttributeChange::SetType(attribute.clone()))
            }
            Some(_) => {}
        }
    }
    let changes = NonEmpty::collect(changes)?;
    Some(statement(ObjectStatement::AlterType { of: after.name.clone(), changes }))
}
