//! The dangers of views, functions, triggers, policies and grants: what goes, what is off in between, and
//! who is let in.

use model_core::schema::{Grant, ObjectKind, ObjectName, QualifiedName, SchemaObject};

use super::interface;
use crate::dialect::Dialect;
use crate::diff::{Change, SchemaDiff};
use crate::hazard::{Hazard, HazardKind};
use crate::plan::{Plan, Transaction};

/// Adds what somebody may miss afterwards, or meanwhile.
pub(super) fn dropped(
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    plan: &Plan,
    found: &mut Vec<Hazard>,
) {
    for change in &diff.objects {
        let told = match change {
            Change::Dropped(object) => Some((object, goes(diff, object))),
            Change::Altered { before, after, .. } => {
                changed(dialect, before, after).map(|told| (before, told))
            }
            Change::Added(_) | Change::Renamed { .. } => None,
        };
        if let Some((object, message)) = told {
            let name = object.object_name().to_string();
            found.push(Hazard::new(HazardKind::DropsObject, name, message));
        }
    }
    let is_whole = dialect.capabilities().transactional_ddl
        && plan.parts.iter().all(|part| part.transaction != Transaction::None);
    if !is_whole {
        found.extend(plan.remade.iter().filter_map(off_meanwhile));
    }
}

fn goes(diff: &SchemaDiff, object: &SchemaObject) -> String {
    let name = object.object_name();
    if let Some(table) = object.table.as_ref().filter(|t| is_dropped(diff, t)) {
        return format!("{} {} goes with {table}", name.kind.word(), name.name.name);
    }
    let is_other_signature = |o: &&SchemaObject| o.kind == object.kind && o.name == object.name;
    let added = diff.objects.iter().filter_map(|change| match change {
        Change::Added(o) => Some(o),
        _ => None,
    });
    if let Some(other) = added.into_iter().find(is_other_signature) {
        return format!(
            "{name} goes and {} comes: a call with the old arguments breaks",
            other.object_name()
        );
    }
    // Everybody may call a function, unless somebody says otherwise.
    let named: Vec<Grant> =
        object.grants.iter().filter(|grant| !grant.grantee.is_empty()).cloned().collect();
    match (object.kind, grantees(&named).as_str()) {
        (ObjectKind::Trigger | ObjectKind::Event, _) => {
            format!("{name} goes and does not run any more")
        }
        (ObjectKind::Policy | ObjectKind::Rule, _) => {
            format!("{name} goes and does not count any more")
        }
        (ObjectKind::Statistics, _) => format!("{name} goes: the server plans queries without it"),
        (_, "") => format!("{name} goes: what still uses it breaks"),
        (_, grantees) => {
            format!("{name} goes, which is granted to {grantees}: what still uses it breaks")
        }
    }
}

fn is_dropped(diff: &SchemaDiff, relation: &QualifiedName) -> bool {
    let is_view = |o: &SchemaObject| o.kind.is_view() && o.name == *relation;
    diff.dropped_tables().any(|table| table.name == *relation)
        || diff.objects.iter().any(|change| matches!(change, Change::Dropped(o) if is_view(o)))
}

/// What a caller or a reader relied on, where that is another one now.
fn changed(dialect: &dyn Dialect, before: &SchemaObject, after: &SchemaObject) -> Option<String> {
    let name = before.object_name();
    let lexis = &dialect.session().lexis;
    let interface = |object: &SchemaObject| match object.interface.is_empty() {
        true => interface::of(object, lexis),
        false => object.interface.clone(),
    };
    let (had, has) = (interface(before), interface(after));
    match before.kind {
        ObjectKind::Function | ObjectKind::Procedure => (had != has).then(|| {
            format!(
                "{name} gets other arguments or another result: a call that relies on the old \
                     ones breaks"
            )
        }),
        ObjectKind::View | ObjectKind::MaterializedView => {
            let lost = had.iter().any(|column| !has.contains(column));
            lost.then(|| {
                format!("{name} gets other columns: a query that reads the old ones breaks")
            })
        }
        _ => None,
    }
}

/// Adds the triggers and events that are there and do not run any more.
pub(super) fn switched_off(dialect: &dyn Dialect, diff: &SchemaDiff, found: &mut Vec<Hazard>) {
    let lexis = &dialect.session().lexis;
    let is_off = |object: &SchemaObject| {
        let of_event = object.definition.as_deref().filter(|_| object.kind == ObjectKind::Event);
        let texts = object.settings.iter().map(String::as_str).chain(of_event);
        texts.into_iter().any(|text| lexis.tokens(text).iter().any(|token| token.is("DISABLE")))
    };
    for change in &diff.objects {
        let Change::Altered { before, after, .. } = change else { continue };
        if !is_off(before) && is_off(after) {
            let name = after.object_name();
            let message = format!("{name} is off from now on and does not run any more");
            found.push(Hazard::new(HazardKind::DropsObject, name.to_string(), message));
        }
    }
}

/// What others see of an object that is dropped and made again, where they can see that.
pub(super) fn off_meanwhile(name: &ObjectName) -> Option<Hazard> {
    let what = match name.kind {
        ObjectKind::Trigger => "does not run for what is written meanwhile",
        ObjectKind::Event => "does not run meanwhile",
        _ => "is missing meanwhile",
    };
    let message = format!("{name} is dropped and made again, and {what}");
    Some(Hazard::new(HazardKind::DropsObject, name.to_string(), message))
}

/// Adds who may read or write what he could not before.
pub(super) fn opened(diff: &SchemaDiff, found: &mut Vec<Hazard>) {
    for table in diff.kept_tables().filter(|t| t.aspects.grants) {
        let renamed = |grant: &Grant| grant.renamed(|column| table.name_after(column));
        let before: Vec<Grant> = table.before.grants.iter().filter_map(renamed).collect();
        granted(format!("table {}", table.after.name), &before, &table.after.grants, found);
    }
    for change in &diff.objects {
        let (before, after) = match change {
            Change::Added(after) => (&[][..], after),
            Change::Altered { before, after, .. } | Change::Renamed { before, after } => {
                (before.grants.as_slice(), after)
            }
            Change::Dropped(_) => continue,
        };
        if after.kind.is_view() {
            granted(after.object_name().to_string(), before, &after.grants, found);
        }
    }
}

fn granted(object: String, before: &[Grant], after: &[Grant], found: &mut Vec<Hazard>) {
    let is_of_rows =
        |g: &&Grant| matches!(g.privilege.as_str(), "SELECT" | "INSERT" | "UPDATE" | "DELETE");
    let had = |grant: &Grant| {
        before.iter().any(|b| {
            (&b.grantee, &b.privilege) == (&grant.grantee, &grant.privilege)
                && (b.column.is_none() || b.column == grant.column)
        })
    };
    let new: Vec<Grant> = after.iter().filter(is_of_rows).filter(|g| !had(g)).cloned().collect();
    let grantees = grantees(&new);
    if !grantees.is_empty() {
        let mut privileges: Vec<&str> = new.iter().map(|g| g.privilege.as_str()).collect();
        privileges.sort_unstable();
        privileges.dedup();
        let message = format!("{object} is open to {grantees} for {}", privileges.join(", "));
        found.push(Hazard::new(HazardKind::OpensRows, object, message));
    }
}

/// The roles that are named, each once.
fn grantees(grants: &[Grant]) -> String {
    let name = |grant: &Grant| match grant.grantee.as_str() {
        "" => "everybody".to_owned(),
        role => role.to_owned(),
    };
    let mut names: Vec<String> = grants.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
