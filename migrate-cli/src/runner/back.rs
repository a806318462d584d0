//! Goes back from the middle of a script, by the end of the other one.
//!
//! Which end is found by trying. Either `down.sql` has a place at which the schema is what it is now, and
//! what follows leads back; or, in a scratch database that is cut off like the real one, some end of it leads
//! exactly to where the cut-off script began. Statements that change rows are not seen in a schema. So where
//! several ends would do, which differ in such statements, as many of them are run as there were run of the
//! cut-off script while the schema was what it is now: `down.sql` reverts them in the opposite order. Rows
//! of a table and values of a column that the migration itself has made do not count, since they go with it.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::Direction;
use super::progress::Position;
use super::resume::{Resolved, because, scratched};
use super::row_changes::changes_old_rows;
use super::runner::Runner;
use super::state::State;
use super::text::Text;
use super::unit::Unit;
use crate::dialect::Scope;
use crate::history::{Folder, Migration};
use crate::problem::{Problem, Result};

impl<'a> Runner<'a> {
    /// Brings a migration that was cut off back to where it began.
    pub(super) fn back(
        &mut self,
        migration: &'a Migration,
        cut_off: &Text<'_>,
        position: &Position,
    ) -> Result<()> {
        let nothing_undoable = self.is_nothing_undoable()?;
        let there = cut_off.units(nothing_undoable);
        let Resolved { from, perhaps_done } = self.resolve(cut_off, position, &there)?;
        let text = Text::read(migration, cut_off.direction.back(), self.dialect)?;
        let units = text.units(nothing_undoable);
        let found = match perhaps_done {
            Some(_) => Err("whether its last statement was done can't be told".to_owned()),
            None => self.place(cut_off, &there, from, &text, &units),
        };
        let place = found.map_err(|why| self.no_way(cut_off, &text, from, why))?;
        let statement = if place == 0 { 0 } else { units[place - 1].statements.end };
        let position = Position {
            version: migration.version.clone(),
            direction: text.direction,
            statement,
            started: false,
            digest: text.digest(statement),
        };
        self.progress.save(self.connection, &position)?;
        self.forward(&text, &position)
    }

    /// Before which unit of the way back to begin.
    fn place(
        &mut self,
        cut_off: &Text<'_>,
        there: &[Unit],
        from: usize,
        text: &Text<'_>,
        units: &[Unit],
    ) -> std::result::Result<usize, String> {
        let told = |problem: Problem| because(&problem);
        let done = there.iter().take_while(|unit| unit.statements.end <= from).count();
        let states = self.tried(cut_off, 0, there).map_err(told)?;
        let Some(now) = states.get(done) else {
            return Err(format!("{} can't be tried up to there", cut_off.file()));
        };
        let ends = match self.same_schema(text, units).map_err(told)? {
            Some(ends) => ends,
            None => self
                .leading_back(cut_off, from, text, units, &states[0])
                .map_err(told)?
                .ok_or("no end of it leads back to where the migration began")?,
        };
        // The stretch of the cut-off script in which the schema is what it is now.
        let first = (0..=done).rev().take_while(|i| states[*i] == *now).last().unwrap_or(done);
        let last = (done..states.len()).take_while(|i| states[*i] == *now).last().unwrap_or(done);
        let counts = |text: &Text<'_>, unit: &Unit| changes_old_rows(text, unit, &states[0], now);
        let rows = |units: &[Unit]| units.iter().filter(|unit| counts(cut_off, unit)).count();
        let stretch = Stretch {
            run: rows(&there[first..done]),
            all: rows(&there[first..last]),
            is_end: done == there.len(),
        };
        let changing: Vec<usize> =
            (*ends.start()..*ends.end()).filter(|index| counts(text, &units[*index])).collect();
        choose(stretch, &ends, &changing).ok_or_else(|| {
            "which of its statements that change rows to run can't be told".to_owned()
        })
    }

    /// The last places at which the schema is what it is in the live database.
    fn same_schema(
        &mut self,
        text: &Text<'_>,
        units: &[Unit],
    ) -> Result<Option<RangeInclusive<usize>>> {
        // Where the cut-off script can't be run to its end, this way can't be tried from its beginning.
        let Ok(states) = self.tried(text, 0, units) else { return Ok(None) };
        if states.len() <= units.len() {
            return Ok(None);
        }
        let live = State::of(&self.dialect.introspect(self.connection, &Scope::default())?);
        let places: BTreeSet<&str> =
            states.windows(2).flat_map(|pair| pair[0].changes(&pair[1])).collect();
        let agrees: Vec<bool> = states.iter().map(|state| live.agrees(state, &places)).collect();
        Ok(last_run(&agrees))
    }

    /// The last places from which the script leads from where the other one was cut off to where it began.
    fn leading_back(
        &mut self,
        cut_off: &Text<'_>,
        from: usize,
        text: &Text<'_>,
        units: &[Unit],
        target: &State,
    ) -> Result<Option<RangeInclusive<usize>>> {
        let mut leads = vec![false; units.len() + 1];
        for place in (0..=units.len()).rev() {
            let (mut scratch, _guard) = self.replayed(cut_off)?;
            let ran = scratched(scratch.as_mut(), cut_off).statements(0..from, true);
            ran.map_err(|failure| failure.explain(cut_off))?;
            let start = units.get(place).map_or(text.statements.len(), |u| u.statements.start);
            let end = text.statements.len();
            let mut plain = scratched(scratch.as_mut(), text);
            if plain
                .session_before(start)
                .and_then(|()| plain.statements(start..end, true))
                .is_err()
            {
                continue;
            }
            leads[place] = self.state(plain.connection)? == *target;
            if !leads[place] && leads.get(place + 1) == Some(&true) {
                break;
            }
        }
        Ok(last_run(&leads))
    }

    fn no_way(
        &self,
        cut_off: &Text<'_>,
        text: &Text<'_>,
        statement: usize,
        why: String,
    ) -> Problem {
        let (on, back) = (cut_off.direction.command(), text.direction.command());
        let migration = cut_off.migration;
        let previous = previous(self.folder, migration, text.direction);
        Problem::new(format!(
            "{} was cut off before statement {} of {}, and {} knows no way back from there",
            migration.name,
            statement + 1,
            cut_off.file(),
            text.file()
        ))
        .because(why)
        .help(format!(
            "bring it to its end with `migrate {on}`, then run `migrate {back}` again; or revert by hand what was run, statements 1 to {statement}, then `migrate stamp {previous}`"
        ))
    }
}

/// Of the statements that change rows and not the schema, from one change of it to the next: how many were
/// run, and how many there are.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    run: usize,
    all: usize,
    /// The script was run to its end.
    is_end: bool,
}

/// Which of the possible ends to run: before which unit to begin. `changing` are the units between them
/// that change rows.
fn choose(stretch: Stretch, ends: &RangeInclusive<usize>, changing: &[usize]) -> Option<usize> {
    let (first, last) = (*ends.start(), *ends.end());
    if stretch.is_end {
        return Some(first);
    }
    if stretch.run == 0 {
        return Some(last);
    }
    // Only where each has its counterpart: without one, rows that were deleted would not come back.
    if changing.len() != stretch.all {
        return None;
    }
    if stretch.run == stretch.all { Some(first) } else { Some(changing[stretch.all - stretch.run]) }
}

/// The last of the neighbours that are true.
fn last_run(flags: &[bool]) -> Option<RangeInclusive<usize>> {
    let last = flags.iter().rposition(|flag| *flag)?;
    let first = flags[..last].iter().rposition(|flag| !flag).map_or(0, |before| before + 1);
    Some(first..=last)
}

/// Which version a database is at where this migration is reverted, or applied.
fn previous(folder: &Folder, migration: &Migration, direction: Direction) -> String {
    let index = folder.migrations.iter().position(|m| m.version == migration.version);
    match (direction, index) {
        (Direction::Up, _) => migration.version.clone(),
        (Direction::Down, Some(index)) if index > 0 => folder.migrations[index - 1].version.clone(),
        (Direction::Down, _) => "base".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(run: usize, all: usize, is_end: bool) -> Option<usize> {
        choose(Stretch { run, all, is_end }, &(1..=3), &[1, 2])
    }

    #[test]
    fn as_many_changes_of_rows_as_were_run() {
        assert_eq!(chosen(0, 2, false), Some(3), "none was run, none is reverted");
        assert_eq!(chosen(2, 2, false), Some(1), "all");
        assert_eq!(chosen(1, 2, false), Some(2), "the last, as they are reverted backwards");
        assert_eq!(chosen(1, 3, false), None, "they don't correspond");
        assert_eq!(chosen(1, 1, false), None, "all, but two would be reverted");
        let none = choose(Stretch { run: 1, all: 1, is_end: false }, &(1..=1), &[]);
        assert_eq!(none, None, "all, but nothing reverts it: its rows would be lost");
        assert_eq!(chosen(0, 0, true), Some(1), "what was run whole is reverted whole");
        assert_eq!(chosen(0, 0, false), Some(3));
    }

    #[test]
    fn neighbours() {
        assert_eq!(last_run(&[true, false, true, true, false]), Some(2..=3));
        assert_eq!(last_run(&[true, true]), Some(0..=1));
        assert_eq!(last_run(&[false]), None);
    }
}
