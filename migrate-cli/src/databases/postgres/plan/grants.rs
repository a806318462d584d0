//! What others than its owner may do with a table, a sequence, a view or a function.

use model_core::schema::{Grant, ObjectKind, SchemaObject};

use super::Tables;
use super::table_plan::TablePlan;
use crate::databases::postgres::statement::{Granted, ObjectStatement, Statement};
use crate::diff::{Change, SchemaDiff};

/// What everybody may do with an object that nothing was said of.
fn by_itself(object: &SchemaObject) -> Vec<Grant> {
    let privilege = match object.kind {
        ObjectKind::Function | ObjectKind::Procedure => "EXECUTE",
        ObjectKind::Domain | ObjectKind::Type => "USAGE",
        _ => return Vec::new(),
    };
    let (grantee, privilege) = (String::new(), privilege.to_owned());
    vec![Grant { grantee, privilege, column: None, grantable: false }]
}

/// The grants of an object that is made.
pub fn of_new_object(object: &SchemaObject) -> Vec<Statement> {
    let on = || Granted::Object(Box::new(object.clone()));
    between(&on, &by_itself(object), &object.grants)
}

/// The grants that differ of an object that stays.
pub fn of_object(before: &SchemaObject, after: &SchemaObject) -> Vec<Statement> {
    let on = || Granted::Object(Box::new(after.clone()));
    between(&on, &before.grants, &after.grants)
}

/// The grants of tables and sequences that are made, or that differ.
pub fn of_relations(diff: &SchemaDiff, tables: &Tables) -> Vec<Statement> {
    let mut all = Vec::new();
    for table in diff.added_tables() {
        all.extend(between(&|| Granted::Table(table.name.clone()), &[], &table.grants));
    }
    for plan in tables.values() {
        let after = &plan.diff.after;
        if plan.diff.aspects.grants || !plan.recreated.is_empty() {
            let on = || Granted::Table(after.name.clone());
            all.extend(between(&on, &still_there(plan), &after.grants));
        }
    }
    for change in &diff.sequences {
        let Some(after) = change.after() else { continue };
        let before = change.before().map(|s| s.grants.as_slice()).unwrap_or_default();
        let differs = match change {
            Change::Altered { aspects, .. } => aspects.grants,
            _ => true,
        };
        if differs {
            let on = || Granted::Sequence(after.name.clone());
            all.extend(between(&on, before, &after.grants));
        }
    }
    all
}

/// What is granted of a table that has changed: columns have other names, or took it with them.
fn still_there(plan: &TablePlan) -> Vec<Grant> {
    let after =
        |column: &str| plan.diff.name_after(column).filter(|_| !plan.recreated.contains(column));
    plan.diff.before.grants.iter().filter_map(|g| g.renamed(after)).collect()
}

fn between(on: &dyn Fn() -> Granted, before: &[Grant], after: &[Grant]) -> Vec<Statement> {
    let gone = before.iter().filter(|g| !after.contains(g)).cloned();
    let new = after.iter().filter(|g| !before.contains(g)).cloned();
    gone.map(|grant| ObjectStatement::Revoke { on: on(), grant })
        .chain(new.map(|grant| ObjectStatement::Grant { on: on(), grant }))
        .map(Statement::Object)
        .collect()
}
