//! Enumerations: what can be done to the type that is there, and which have to be made anew.

use std::collections::BTreeSet;

use model_core::schema::{DefaultValue, EnumType, IndexTarget, QualifiedName, Table};

use super::rebuilds::is_type;
use super::temporary;
use crate::databases::postgres::names::{beside, namespace_of};
use crate::databases::postgres::quote::literal;
use crate::databases::postgres::statement::{Rename, Statement};
use crate::databases::postgres::words;
use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff};
use crate::plan::{TemporaryNames, rename_order};

/// What happens to the enumerations.
#[derive(Debug, Default)]
pub struct Enums {
    pub created: Vec<EnumType>,
    pub dropped: Vec<QualifiedName>,
    /// To another namespace, by the name in the start.
    pub moved: Vec<(QualifiedName, String)>,
    /// Other names, in an order in which each is free. The namespace is the target's already.
    pub renamed: Vec<Rename>,
    /// Names of values, and values that are new; the type has its new name already.
    pub altered: Vec<Statement>,
    /// Made anew under the same name, because a value goes, moves, or is needed at once; with the
    /// name that the old self waits under.
    pub replaced: Vec<(EnumType, QualifiedName)>,
    /// The same, by the name in the start.
    pub replaced_before: BTreeSet<QualifiedName>,
}

pub fn enums(diff: &SchemaDiff, fills: &Fills, names: &mut TemporaryNames) -> Enums {
    let mut enums = Enums::default();
    let mut renamed = Vec::new();
    for change in &diff.enums {
        match change {
            Change::Added(e) => enums.created.push(e.clone()),
            Change::Dropped(e) => enums.dropped.push(e.name.clone()),
            Change::Renamed { before, after } | Change::Altered { before, after, .. } => {
                if before.name.schema != after.name.schema {
                    enums.moved.push((before.name.clone(), namespace_of(&after.name).to_owned()));
                }
                renamed.push((beside(&after.name, &before.name.name), after.name.clone()));
                alter(diff, fills, before, after, names, &mut enums);
            }
        }
    }
    let step_aside = |name: &QualifiedName| temporary::beside_it(names, name);
    let renamed = rename_order(renamed, |a, b| a == b, step_aside).into_iter();
    enums.renamed = renamed.map(|(from, to)| Rename { from, to: to.name }).collect();
    enums
}

fn alter(
    diff: &SchemaDiff,
    fills: &Fills,
    before: &EnumType,
    after: &EnumType,
    names: &mut TemporaryNames,
    enums: &mut Enums,
) {
    let mut values: Vec<String> = Vec::new();
    let mut pending: Vec<(String, String)> = Vec::new();
    for value in &before.values {
        let key = (before.name.clone(), value.name.clone());
        match diff.renames.enum_values.get(&key) {
            Some(new) => {
                pending.push((value.name.clone(), new.clone()));
                values.push(new.clone());
            }
            None => values.push(value.name.clone()),
        }
    }
    let mut value_names = temporary::values(before, after);
    let step_aside = |name: &String| temporary::aside(&mut value_names, name);
    enums.altered.extend(
        rename_order(pending, |a, b| a == b, step_aside)
            .into_iter()
            .map(|(from, to)| Statement::RenameEnumValue { of: after.name.clone(), from, to }),
    );
    let target: Vec<&String> = after.values.iter().map(|v| &v.name).collect();
    if target.iter().copied().eq(values.iter()) {
        return;
    }
    let kept: Vec<&String> = target.iter().copied().filter(|v| values.contains(v)).collect();
    let added: BTreeSet<&String> = target.iter().copied().filter(|v| !values.contains(v)).collect();
    let in_order = kept.iter().copied().eq(values.iter());
    if !in_order || added.iter().any(|value| is_needed_at_once(diff, fills, after, value)) {
        let waiting = temporary::beside_it(names, &after.name);
        enums.replaced.push((after.clone(), waiting));
        enums.replaced_before.insert(before.name.clone());
        return;
    }
    // From the back, so that the value it comes before is always there.
    let mut next: Option<&String> = None;
    for value in target.into_iter().rev() {
        if added.contains(value) {
            enums.altered.push(Statement::AddEnumValue {
                to: after.name.clone(),
                value: value.clone(),
                before: next.cloned(),
            });
        }
        next = Some(value);
    }
}

/// A value that `ADD VALUE` adds can't be used before the transaction has ended.
fn is_needed_at_once(diff: &SchemaDiff, fills: &Fills, ty: &EnumType, value: &str) -> bool {
    let text = literal(value);
    let cast = format!("{text}::");
    let uses = |expression: &str| {
        expression == text
            || expression.contains(&text)
                && (expression.contains(&cast) && words::mentions(expression, &ty.name.name)
                    || !expression.contains("::"))
    };
    let of_type = |table: &Table| {
        table.columns.iter().any(|c| is_type(c.ty.native().unwrap_or_default(), &ty.name))
    };
    fills.values().any(|fill| fill.contains(&text))
        || diff.to.tables.iter().any(|table| {
            let defaults = table.columns.iter().filter_map(|c| c.default.as_ref());
            let own = of_type(table);
            defaults.filter_map(DefaultValue::sql).any(|e| uses(e) && (own || e.contains("::")))
                || own && expressions(table).into_iter().any(uses)
                || own && table.partition_of.as_ref().is_some_and(|p| p.bound.contains(&text))
        })
}

fn expressions(table: &Table) -> Vec<&str> {
    let mut all: Vec<&str> = table.checks.iter().map(|c| c.expression.as_str()).collect();
    all.extend(table.exclusions.iter().map(|e| e.definition.as_str()));
    all.extend(
        table.columns.iter().filter_map(|c| c.computed.as_ref()).map(|g| g.expression.as_str()),
    );
    for index in &table.indexes {
        all.extend(index.predicate.as_deref());
        all.extend(index.columns.iter().filter_map(|part| match &part.target {
            IndexTarget::Expression(text) => Some(text.as_str()),
            IndexTarget::Column(_) => None,
        }));
    }
    all
}

impl Enums {
    /// Makes the types that are new or made anew; the old selves wait under another name.
    pub fn make(&self) -> Vec<Statement> {
        let moves = self.moved.iter().cloned();
        let renames = self.renamed.iter().cloned();
        let replacements = self.replaced.iter().flat_map(|(replaced, waiting)| {
            let rename = Rename { from: replaced.name.clone(), to: waiting.name.clone() };
            [Statement::RenameEnum(rename), Statement::CreateEnum(replaced.clone())]
        });
        moves
            .map(|(of, to)| Statement::MoveEnum { of, to })
            .chain(renames.map(Statement::RenameEnum))
            .chain(self.altered.iter().cloned())
            .chain(replacements)
            .chain(self.created.iter().cloned().map(Statement::CreateEnum))
            .collect()
    }

    /// Drops the types that nothing uses any more.
    pub fn unmake(&self) -> Vec<Statement> {
        let old = self.replaced.iter().map(|(_, waiting)| waiting.clone());
        old.chain(self.dropped.iter().cloned()).map(Statement::DropEnum).collect()
    }
}
