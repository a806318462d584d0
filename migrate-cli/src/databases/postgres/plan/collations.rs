//! Collations: those that are made and dropped, and those that are made anew because they compare in
//! another way.

use std::collections::BTreeSet;

use model_core::schema::{Collation, IndexTarget, QualifiedName};

use super::table_plan::{Action, TablePlan};
use super::temporary;
use crate::databases::postgres::quote::qualified;
use crate::databases::postgres::render::column::collation;
use crate::databases::postgres::statement::{Commented, Rename, Statement};
use crate::databases::postgres::words;
use crate::diff::{Change, SchemaDiff};
use crate::plan::TemporaryNames;

/// What happens to the collations.
#[derive(Debug, Default)]
pub struct Collations {
    created: Vec<Collation>,
    dropped: Vec<QualifiedName>,
    /// Made anew under the same name, with the name that the old self waits under.
    replaced: Vec<(Collation, QualifiedName)>,
    comments: Vec<Statement>,
}

pub fn collations(diff: &SchemaDiff, names: &mut TemporaryNames) -> Collations {
    let mut all = Collations::default();
    for change in &diff.collations {
        let mut comment = |of: &Collation| {
            let on = Commented::Collation(of.name.clone());
            all.comments.push(Statement::Comment { on, text: of.comment.clone() });
        };
        match change {
            Change::Added(after) => {
                after.comment.iter().for_each(|_| comment(after));
                all.created.push(after.clone());
            }
            Change::Dropped(before) => all.dropped.push(before.name.clone()),
            Change::Renamed { .. } => {}
            Change::Altered { after, aspects, .. } if aspects.definition => {
                after.comment.iter().for_each(|_| comment(after));
                all.replaced.push((after.clone(), temporary::beside_it(names, &after.name)));
            }
            Change::Altered { after, .. } => comment(after),
        }
    }
    all
}

/// Whether a column or an index names the collation.
fn is(written: Option<&String>, name: &QualifiedName) -> bool {
    written.is_some_and(|written| match name.schema {
        None => *written == name.name || collation(written) == qualified(name),
        Some(_) => *written == qualified(name),
    })
}

impl Collations {
    /// Whether a column is of a collation that is made anew.
    pub fn replaces(&self, written: Option<&String>) -> bool {
        self.replaced.iter().any(|(collation, _)| is(written, &collation.name))
    }

    /// What holds on to a collation that is made anew: columns get the new one, and what names it is
    /// made again.
    pub fn shake(&self, table: &mut TablePlan) {
        if self.replaced.is_empty() {
            return;
        }
        let kept = table.diff.before.columns.iter().filter(|c| {
            table.diff.name_after(&c.name).is_some() && self.replaces(c.collation.as_ref())
        });
        let kept: BTreeSet<String> = kept.map(|c| c.name.clone()).collect();
        table.retyped.extend(kept);
        let names = |text: &str| {
            self.replaced.iter().any(|(collation, _)| words::mentions(text, &collation.name.name))
        };
        for index in table.indexes.iter_mut().filter(|i| i.after.is_some()) {
            let hit = index.before.as_ref().is_some_and(|i| {
                i.predicate.as_deref().is_some_and(names)
                    || i.columns.iter().any(|part| {
                        self.replaces(part.collation.as_ref())
                            || matches!(&part.target, IndexTarget::Expression(text) if names(text))
                    })
            });
            if hit {
                index.action = Action::Rebuild;
            }
        }
        for check in table.checks.iter_mut().filter(|c| c.after.is_some()) {
            if check.before.as_ref().is_some_and(|c| names(&c.expression)) {
                check.action = Action::Rebuild;
            }
        }
        for exclusion in table.exclusions.iter_mut().filter(|e| e.after.is_some()) {
            if exclusion.before.as_ref().is_some_and(|e| names(&e.definition)) {
                exclusion.action = Action::Rebuild;
            }
        }
    }

    /// Makes those that are new or made anew; the old selves wait under another name.
    pub fn make(&self) -> Vec<Statement> {
        let replaced = self.replaced.iter().flat_map(|(collation, waiting)| {
            let rename = Rename { from: collation.name.clone(), to: waiting.name.clone() };
            [Statement::RenameCollation(rename), Statement::CreateCollation(collation.clone())]
        });
        let created = self.created.iter().cloned().map(Statement::CreateCollation);
        replaced.chain(created).chain(self.comments.iter().cloned()).collect()
    }

    /// Drops those that nothing uses any more.
    pub fn unmake(&self) -> Vec<Statement> {
        let old = self.replaced.iter().map(|(_, waiting)| waiting.clone());
        old.chain(self.dropped.iter().cloned()).map(Statement::DropCollation).collect()
    }
}
