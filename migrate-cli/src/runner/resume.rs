//! Goes on where a run was cut off, or back from there.

use std::time::{Duration, Instant};

use super::Direction;
use super::plain::{Plain, replay};
use super::progress::Position;
use super::runner::{Answer, Outcome, Runner};
use super::state::State;
use super::text::Text;
use super::unit::{Unit, UnitKind};
use crate::database::Connection;
use crate::dialect::Scope;
use crate::history::Applied;
use crate::problem::{Problem, Result, Snippet};
use crate::scratch::Scratch;

/// What is known of a statement in doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    Done,
    NotDone,
    Unknown(String),
}

impl<'a> Runner<'a> {
    /// Brings a migration that was cut off to its end, or back to its start where that is the way.
    pub(super) fn go_on(
        &mut self,
        direction: Direction,
        position: &Position,
    ) -> Result<Outcome<'a>> {
        let folder = self.folder;
        let migration = folder.find(&position.version).ok_or_else(|| {
            Problem::new(format!(
                "version {} was cut off half-way on {}, and {} has no such migration",
                position.version,
                self.url,
                folder.path.display()
            ))
            .help(
                "get its folder from where it was written: only its files know the rest of the way",
            )
        })?;
        let text = Text::read(migration, position.direction, self.dialect)?;
        self.await_end(&text, position)?;
        self.output.note(format!(
            "An earlier run of {} stopped at statement {} of {} of {}; going {} from there",
            migration.name,
            (position.statement + 1).min(text.statements.len()),
            text.statements.len(),
            position.direction.file(),
            if position.direction == direction { "on" } else { "back" }
        ));
        match position.direction == direction {
            true => self.forward(&text, position)?,
            false => self.back(migration, &text, position)?,
        }
        Ok(Outcome::Done(migration))
    }

    /// A client that ended does not end its statement: waits while the server still runs it.
    fn await_end(&mut self, text: &Text<'_>, position: &Position) -> Result<()> {
        let start = Instant::now();
        // Before anything else is asked of the schema, which may have to wait for that statement.
        let units = text.units(false);
        let Some(unit) = containing(&units, position.statement) else { return Ok(()) };
        let mut told = false;
        loop {
            let running = unit
                .statements
                .clone()
                .find_map(|index| self.dialect.running(self.connection, text.sql(index)));
            let Some(running) = running else { return Ok(()) };
            if start.elapsed() >= self.patience {
                return Err(Problem::new(format!(
                    "{} was cut off, and the server still runs statement {} of {}: {running}",
                    text.migration.name,
                    position.statement + 1,
                    text.file()
                ))
                .help("wait for it, or end that session; then run this again"));
            }
            if !told {
                self.output
                    .note(format!("Waiting for a statement that was left running: {running}"));
                told = true;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    pub(super) fn forward(&mut self, text: &Text<'_>, position: &Position) -> Result<()> {
        if text.digest(position.statement) != position.digest {
            return Err(Problem::new(format!(
                "{} was cut off at statement {}, and what stands before it in {} has changed since",
                text.migration.name,
                position.statement + 1,
                text.file()
            ))
            .help(format!(
                "restore the file and run this again: statements 1 to {} are done, and only what comes after may be corrected",
                position.statement
            )));
        }
        let lost = text.lost_with_session(position.statement);
        if let Some(lost) = lost.filter(|_| position.statement < text.statements.len()) {
            return Err(Problem::new(format!(
                "{} was cut off at statement {}, and what statement {} of {} made ended with its session",
                text.migration.name,
                position.statement + 1,
                lost + 1,
                text.file()
            ))
            .help(format!(
                "run statements {} to {} by hand, then `migrate stamp` to record where the database is",
                position.statement + 1,
                text.statements.len()
            )));
        }
        let units = text.units(self.is_nothing_undoable()?);
        let Resolved { from, perhaps_done } = self.resolve(text, position, &units)?;
        let ran = self.steps(text, |steps| {
            steps.perhaps_done = perhaps_done;
            steps.run(&units, from)
        });
        ran.map_err(|failure| failure.explain(text))
    }

    /// Finds out what became of the statement in doubt, if there is one.
    pub(super) fn resolve(
        &mut self,
        text: &Text<'_>,
        position: &Position,
        units: &[Unit],
    ) -> Result<Resolved> {
        let at = position.statement;
        let certain = |from| Ok(Resolved { from, perhaps_done: None });
        let Some(unit) = containing(units, at).filter(|_| position.started) else {
            return certain(at);
        };
        self.dialect.tidy_up(self.connection, text.sql(at))?;
        let verdict = match (self.answer, unit.kind) {
            (Some(Answer::Done), _) => Verdict::Done,
            (Some(Answer::NotDone), _) | (None, UnitKind::Final { repeatable: true }) => {
                Verdict::NotDone
            }
            (None, _) => self.judge(text, unit),
        };
        match verdict {
            Verdict::Done => certain(unit.statements.end),
            Verdict::NotDone => certain(unit.statements.start),
            // The database itself tells, by refusing to make or drop it twice.
            Verdict::Unknown(_)
                if unit.statements.len() == 1
                    && ["CREATE", "DROP"].contains(&text.statements[at].word.as_str()) =>
            {
                Ok(Resolved { from: at, perhaps_done: Some(at) })
            }
            Verdict::Unknown(why) => Err(ask(text, at, &why)),
        }
    }

    /// Whether the live schema is as before the unit or as after it.
    fn judge(&mut self, text: &Text<'_>, unit: &Unit) -> Verdict {
        let start = unit.statements.start;
        let states = self.tried(text, start, std::slice::from_ref(unit));
        let live = self.dialect.introspect(self.connection, &Scope::default());
        let (states, live) = match (states, live) {
            (Ok(states), Ok(live)) => (states, State::of(&live)),
            (Err(problem), _) => return Verdict::Unknown(because(&problem)),
            (_, Err(error)) => return Verdict::Unknown(error.to_string()),
        };
        let [before, after] = states.as_slice() else {
            return Verdict::Unknown("it could not be tried".to_owned());
        };
        let places = before.changes(after);
        match (live.agrees(before, &places), live.agrees(after, &places)) {
            _ if places.is_empty() => {
                Verdict::Unknown("it changes nothing of the schema".to_owned())
            }
            (true, _) => Verdict::NotDone,
            (_, true) => Verdict::Done,
            _ => Verdict::Unknown(
                "the schema is neither as before that statement nor as after it".to_owned(),
            ),
        }
    }

    /// What the schema is before and after each of some units, tried in a scratch database: all that is
    /// applied, then the script up to there. It ends early where a unit fails.
    pub(super) fn tried(
        &mut self,
        text: &Text<'_>,
        start: usize,
        units: &[Unit],
    ) -> Result<Vec<State>> {
        let (mut scratch, _guard) = self.replayed(text)?;
        let mut plain = scratched(scratch.as_mut(), text);
        plain.statements(0..start, true).map_err(|failure| failure.explain(text))?;
        let mut states = vec![self.state(plain.connection)?];
        for unit in units {
            if plain.statements(unit.statements.clone(), true).is_err() {
                break;
            }
            states.push(self.state(plain.connection)?);
        }
        Ok(states)
    }

    /// A scratch database with all that is applied before a script begins.
    pub(super) fn replayed(
        &mut self,
        text: &Text<'_>,
    ) -> Result<(Box<dyn Connection>, Option<Scratch>)> {
        let applied = Applied::read(self.connection, self.dialect.session())?;
        let (_, mut scratch, guard) = self.scratch_server.make(self.url)?;
        Applied::make_table(scratch.as_mut(), self.dialect.session())?;
        let is_down = text.direction == Direction::Down;
        for migration in &self.folder.migrations {
            let is_this = migration.version == text.migration.version;
            if if is_this { is_down } else { applied.contains(&migration.version) } {
                replay(scratch.as_mut(), self.dialect, migration, Direction::Up)?;
            }
        }
        Ok((scratch, guard))
    }

    pub(super) fn state(&self, connection: &mut dyn Connection) -> Result<State> {
        Ok(State::of(&self.dialect.introspect(connection, &Scope::default())?))
    }
}

/// Where to go on.
pub struct Resolved {
    /// With this statement.
    pub from: usize,
    /// It may have been done after all, which the database will say.
    pub perhaps_done: Option<usize>,
}

/// Runs statements in a scratch database.
pub fn scratched<'a>(scratch: &'a mut dyn Connection, text: &'a Text<'a>) -> Plain<'a> {
    Plain { connection: scratch, text, watch: None, patience: Duration::from_secs(60) }
}

fn containing(units: &[Unit], statement: usize) -> Option<&Unit> {
    units.iter().find(|unit| unit.statements.contains(&statement))
}

pub fn because(problem: &Problem) -> String {
    match std::error::Error::source(problem) {
        Some(cause) => format!("{problem}: {cause}"),
        None => problem.to_string(),
    }
}

fn ask(text: &Text<'_>, statement: usize, why: &str) -> Problem {
    let command = text.direction.command();
    let span = text.span(statement, None);
    Problem::new(format!(
        "{} was cut off at statement {} of {}, and whether that statement was done can't be told from the database",
        text.migration.name,
        statement + 1,
        text.statements.len()
    ))
    .because(why.to_owned())
    .at(Snippet {
        source: miette::NamedSource::new(text.file(), text.text.clone()).with_language("sql"),
        span: (span.start, span.len()),
        label: "was it done?".to_owned(),
    })
    .help(format!(
        "look whether it was. If so, `migrate {command} --cut-off done` goes on after it; if not, `migrate {command} --cut-off not-done` runs it again"
    ))
}
