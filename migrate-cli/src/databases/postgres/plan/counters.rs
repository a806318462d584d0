//! Columns that are counted up: which stop, which go on, and which begin.

use model_core::schema::{Column, Identity, QualifiedName, SequenceOptions};

use super::columns::ColumnPlanner;
use super::defaults::{default_of, draws_from};
use super::sequences::{identity_sequence, resize};
use super::temporary;
use crate::databases::postgres::names::beside;
use crate::databases::postgres::options::ColumnOptions;
use crate::databases::postgres::statement::{
    Clause, ColumnName, Range, StandardIdentity, Statement,
};

fn is_identity(column: &Column) -> bool {
    matches!(column.identity, Identity::Standard { .. })
}

impl ColumnPlanner<'_> {
    /// What draws from a sequence that goes, or counts by itself and no longer will, stops first.
    /// Tells whether the column's default is gone with that.
    pub(super) fn stop_counting(&mut self, before: &Column, after: &Column) -> bool {
        let table = &self.table.diff.before.name;
        let sequences = self.sequences;
        let loses_default = default_of(table, before).is_some_and(|default| {
            let dropped = sequences.dropped.iter();
            let mut going = dropped.chain(&sequences.gone).chain(&sequences.released);
            going.any(|sequence| draws_from(&default, sequence))
        });
        if is_identity(before) && !is_identity(after) {
            self.make_successor(before, after);
            let clause = Clause::DropIdentity(before.name.clone());
            self.plan.early.push(Statement::alter_by(table, clause));
        }
        if loses_default {
            let clause = Clause::DropDefault(before.name.clone());
            self.plan.early.push(Statement::alter_by(table, clause));
        }
        loses_default
    }

    /// The sequence of a serial that was an identity is made while the identity's is there to go
    /// on from.
    fn make_successor(&mut self, before: &Column, after: &Column) {
        let Identity::Serial { sequence, options } = &after.identity else { return };
        let own = beside(&self.table.diff.after.name, sequence);
        if !self.sequences.makes(&own) {
            return;
        }
        // Its namespace is there already, whatever becomes of the table's.
        let waiting = temporary::beside_it(self.names, &own);
        let from = identity_sequence(&self.table.diff.before.name, before);
        let range = Range::of(options);
        self.plan.early.extend([
            Statement::CreateSequence { name: waiting.clone(), options: options.clone() },
            Statement::CopyCount { to: waiting.clone(), from, range },
        ]);
        self.plan.made.insert(own, waiting);
    }

    /// Identity and serial, on both sides or on one.
    pub(super) fn change_counting(&mut self, before: &Column, after: &Column) {
        let table = &self.table.diff.after.name;
        match (&before.identity, &after.identity) {
            (
                Identity::Standard { always: was, options: old },
                Identity::Standard { always, options: new },
            ) => {
                let resized = resize(&identity_sequence(table, after), old, new);
                self.plan.counters.extend(resized);
                if was != always {
                    let (column, always) = (after.name.clone(), *always);
                    self.plan.clauses.push(Clause::SetIdentity { column, always });
                }
            }
            (_, Identity::Standard { always, options }) => {
                self.begin_identity(before, after, *always, options);
            }
            (was, Identity::Serial { sequence, options }) => {
                let own = beside(table, sequence);
                // One that is made in the place of an identity's has taken over its count.
                let begins = match was {
                    Identity::None => self.sequences.makes(&own),
                    Identity::Standard { .. } => !self.sequences.makes(&own),
                    _ => false,
                };
                if begins {
                    self.count_on(own, after, options);
                }
            }
            _ => {}
        }
    }

    /// A column becomes an identity. It goes on where its own sequence stood, if it had one.
    fn begin_identity(
        &mut self,
        before: &Column,
        after: &Column,
        always: bool,
        options: &SequenceOptions,
    ) {
        let table = &self.table.diff.after.name;
        let sequence = ColumnOptions::read(after).sequence;
        let identity = StandardIdentity { always, sequence, options: options.clone() };
        let clause = Clause::AddIdentity { column: after.name.clone(), identity };
        self.plan.late.push(Statement::alter_by(table, clause));
        let own = identity_sequence(table, after);
        if let Identity::Serial { sequence, .. } = &before.identity {
            let old = beside(&self.table.diff.before.name, sequence);
            if self.sequences.dropped.contains(&old) {
                let aside = temporary::aside(self.names, sequence);
                let waiting = beside(table, &aside);
                self.plan.waiting.insert(old, aside);
                self.plan.late.extend([
                    Statement::CopyCount {
                        to: own,
                        from: waiting.clone(),
                        range: Range::of(options),
                    },
                    Statement::DropSequence(waiting),
                ]);
                return;
            }
        }
        self.count_on(own, after, options);
    }

    /// Goes on after the last value that is there.
    fn count_on(&mut self, sequence: QualifiedName, column: &Column, options: &SequenceOptions) {
        let column = ColumnName::new(&self.table.diff.after.name, &column.name);
        let downwards = options.increment.unwrap_or(1) < 0;
        let range = Range::of(options);
        self.plan.late.push(Statement::CountOn { sequence, column, downwards, range });
    }
}
