//! What lets people see or write more rows than before: row security that ends, and its policies.
//!
//! Source: "Row Security Policies" in PostgreSQL's manual. Permissive policies add up, restrictive ones
//! take away.

use model_core::schema::{ObjectKind, QualifiedName, SchemaObject, Table};

use super::options::TableOptions;
use super::quote::quote;
use crate::diff::{Change, SchemaDiff};
use crate::hazard::{Hazard, HazardKind};

/// The dangers, table by table.
pub fn opened(diff: &SchemaDiff) -> Vec<Hazard> {
    let mut found = Vec::new();
    let mut opens = |object: String, message: String| {
        found.push(Hazard::new(HazardKind::OpensRows, object, message));
    };
    for table in diff.kept_tables().filter(|t| t.aspects.options) {
        let (before, after) = (TableOptions::read(&table.before), TableOptions::read(&table.after));
        let name = &table.after.name;
        if before.row_security && !after.row_security {
            let message = format!(
                "row security of table {name} ends: who may read or write the table may read or \
                 write every row"
            );
            opens(format!("table {name}"), message);
        } else if before.forces_row_security && !after.forces_row_security && after.row_security {
            let message =
                format!("the policies of table {name} do not count for its owner any more");
            opens(format!("table {name}"), message);
        }
    }
    for change in &diff.objects {
        let policy = change.after().or(change.before());
        let Some(policy) = policy.filter(|o| o.kind == ObjectKind::Policy) else { continue };
        if !was_secured_and_stays(diff, policy, change) {
            continue;
        }
        let name = policy.object_name();
        let message = match change {
            Change::Added(policy) if !is_restrictive(policy) => {
                format!("{name} is new, and adds to the rows that can be seen or written")
            }
            Change::Dropped(policy) if is_restrictive(policy) => {
                format!("{name} goes, which kept rows from being seen or written")
            }
            Change::Altered { aspects, .. } if aspects.definition => {
                format!("{name} changes: other rows may be seen or written")
            }
            _ => continue,
        };
        opens(name.to_string(), message);
    }
    found
}

/// Whether the table of a policy has row security before and after: otherwise all its rows were open
/// before, it is new, or the end of its row security is told.
fn was_secured_and_stays(
    diff: &SchemaDiff,
    policy: &SchemaObject,
    change: &Change<SchemaObject>,
) -> bool {
    let Some(named) = &policy.table else { return false };
    let is_secured =
        |table: Option<&Table>| table.is_some_and(|table| TableOptions::read(table).row_security);
    let by_start = change.after().is_none();
    let before: QualifiedName = match by_start {
        true => named.clone(),
        false => diff.renames.inverted().table(named),
    };
    let after = diff.renames.table(&before);
    is_secured(diff.from.table(&before)) && is_secured(diff.to.table(&after))
}

fn is_restrictive(policy: &SchemaObject) -> bool {
    let start = format!("CREATE POLICY {} ON ", quote(&policy.name.name));
    let rest = policy.definition.as_deref().and_then(|text| text.strip_prefix(&start));
    rest.is_some_and(|rest| {
        let clauses = [" FOR ", " TO ", " USING ", " WITH CHECK "];
        let end = clauses.iter().filter_map(|clause| rest.find(clause)).min();
        rest[..end.unwrap_or(rest.len())].ends_with(" AS RESTRICTIVE")
    })
}
