//! The keys between models: which of them the derive can say, and what their relations are called.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};
use model_core::naming;
use model_core::schema::{Deferrable, IndexTarget, QualifiedName};

use super::model::{Key, Model, Models};
use crate::diff::foreign_key_label;

/// What every model has already.
const TAKEN_RELATIONS: [&str; 5] = ["delete", "find", "insert_many", "query", "save"];

/// Takes out the keys that the derive can't say, with the reason.
pub fn settle(models: &mut Models) {
    unify_types(models);
    for at in 0..models.models.len() {
        let mut seen: Vec<Vec<String>> = Vec::new();
        let mut kept = Vec::new();
        let mut left = Vec::new();
        for key in models.models[at].keys.clone() {
            match refusal(models, &models.models[at], &key, &seen) {
                None => {
                    seen.push(key.object.columns.clone());
                    kept.push(key);
                }
                Some(reason) => left.push((key, reason)),
            }
        }
        let model = &mut models.models[at];
        model.keys = kept;
        for (key, reason) in left {
            model.leave(&foreign_key_label(&key.object), &reason);
        }
    }
    unjoin_cycles(models);
}

/// Why a model can't have a key.
fn refusal(models: &Models, model: &Model, key: &Key, seen: &[Vec<String>]) -> Option<String> {
    let to = &key.object.references;
    let Some(parent) = models.of(to) else {
        return Some(format!("it leads to the table {to}, which is not among the models"));
    };
    if seen.contains(&key.object.columns) {
        return Some("its columns have a key already".to_owned());
    }
    if !is_unique(parent, &key.referenced) {
        return Some(format!("no constraint of {to} says that what it leads to is unique"));
    }
    for (column, target) in key.object.columns.iter().zip(&key.referenced) {
        let (Some(own), Some(other)) = (model.field(column), parent.field(target)) else {
            return Some(format!("{to} has no column {target}"));
        };
        if own.ty().sql_type() != other.ty().sql_type() {
            return Some(format!(
                "{column} is of another type than {}.{target}, {} there",
                to,
                other.column.ty.native().unwrap_or_default()
            ));
        }
    }
    None
}

/// Whether the derive sees that no two rows have the same in these columns.
fn is_unique(parent: &Model, columns: &[String]) -> bool {
    let mut wanted: Vec<&str> = columns.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    let same = |mut found: Vec<&str>| {
        found.sort_unstable();
        found == wanted
    };
    let key = !parent.key().is_empty() && same(parent.key());
    let unique = parent.uniques.iter().any(|unique| {
        unique.object.deferrable == Deferrable::No
            && same(unique.object.columns.iter().map(|c| c.name.as_str()).collect())
    });
    let index = parent.indexes.iter().any(|index| {
        let columns = index.object.columns.iter().map(|part| match &part.target {
            IndexTarget::Column(column) if part.prefix.is_none() => Some(column.as_str()),
            _ => None,
        });
        index.object.unique
            && index.object.predicate.is_none()
            && columns.collect::<Option<Vec<&str>>>().is_some_and(same)
    });
    key || unique || index
}

/// Gives both ends of a key one type of Diesel's, where each can be written with it.
fn unify_types(models: &mut Models) {
    let width = |ty: &str| ["i8", "i16", "i32", "i64"].iter().position(|name| *name == ty);
    // Each round may widen the next table of a chain.
    for _ in 0..models.models.len().min(50) {
        let mut changes: Vec<(usize, String, usize)> = Vec::new();
        for (at, model) in models.models.iter().enumerate() {
            for key in &model.keys {
                let Some(to) =
                    models.models.iter().position(|m| m.table.name == key.object.references)
                else {
                    continue;
                };
                for (column, target) in key.object.columns.iter().zip(&key.referenced) {
                    let (Some(own), Some(other)) =
                        (model.field(column), models.models[to].field(target))
                    else {
                        continue;
                    };
                    let (a, b) = (own.ty().sql_type(), other.ty().sql_type());
                    if a == b {
                        continue;
                    }
                    let of = |field: &super::model::Field, ty: &str| {
                        field.types.iter().position(|way| way.sql_type() == ty)
                    };
                    let parents_is_wider = match (width(&a), width(&b)) {
                        (Some(a), Some(b)) => b > a,
                        _ => true,
                    };
                    let own_way = of(own, &b).map(|way| (at, column.clone(), way));
                    let other_way = of(other, &a).map(|way| (to, target.clone(), way));
                    let ways = match parents_is_wider {
                        true => own_way.or(other_way),
                        false => other_way.or(own_way),
                    };
                    changes.extend(ways);
                }
            }
        }
        if changes.is_empty() {
            break;
        }
        for (at, column, way) in changes {
            let fields = &mut models.models[at].fields;
            if let Some(field) = fields.iter_mut().find(|field| field.column.name == column) {
                field.chosen = way;
            }
        }
    }
}

/// Two structs whose keys lead to each other join by the keys of one.
fn unjoin_cycles(models: &mut Models) {
    let leads: Vec<(QualifiedName, QualifiedName)> = models
        .models
        .iter()
        .flat_map(|m| m.keys.iter().map(|k| (m.table.name.clone(), k.object.references.clone())))
        .collect();
    for model in &mut models.models {
        let own = model.table.name.clone();
        for key in &mut model.keys {
            let to = &key.object.references;
            let is_led_back = leads.iter().any(|(from, back)| from == to && *back == own);
            key.join = !(is_led_back && *to < own);
        }
    }
}

/// Gives relations other names where the derive would refuse theirs.
pub fn name(models: &mut Models, taken: &mut BTreeSet<String>) {
    let modules: Vec<(QualifiedName, String)> =
        models.models.iter().map(|m| (m.table.name.clone(), m.module.clone())).collect();
    for model in &mut models.models {
        let mut seen = BTreeSet::new();
        let all = model.keys.clone();
        let (ident, fields) = (model.ident.clone(), model.fields.clone());
        let field = |column: &String| {
            let found = fields.iter().find(|field| field.column.name == *column);
            found.map(|field| field.ident.clone()).unwrap_or_default()
        };
        for key in &mut model.keys {
            let to = &key.object.references;
            let module = modules.iter().find(|(table, _)| table == to).map(|(_, module)| module);
            let module = module.cloned().unwrap_or_default();
            let usual = match key.object.columns.as_slice() {
                [column] => naming::relation_of_column(&field(column)),
                _ => None,
            };
            let usual = usual.unwrap_or_else(|| module.clone());
            let relation = free(&usual, |name| {
                TAKEN_RELATIONS.contains(&name) || !seen.insert(name.to_owned())
            });
            if relation != usual {
                key.relation = Some(relation.clone());
            }
            let alone = all.iter().filter(|other| other.object.references == *to).count() == 1;
            let plural = naming::plural(&ident.to_snake_case());
            let usual = if alone { plural } else { format!("{plural}_as_{relation}") };
            let reverse = free(&usual, |name| {
                let of =
                    format!("{}Of{}", name.to_upper_camel_case(), module.to_upper_camel_case());
                !taken.insert(of.to_lowercase())
            });
            if reverse != usual {
                key.reverse = Some(reverse);
            }
        }
    }
}

fn free(usual: &str, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let mut name = usual.to_owned();
    for number in 2.. {
        if !is_taken(&name) {
            break;
        }
        name = format!("{usual}_{number}");
    }
    name
}
