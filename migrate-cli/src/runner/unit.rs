//! A script that is not one transaction, cut into the steps that are done whole or not at all, as far as
//! the database allows. Pure.

use std::ops::Range;

use crate::dialect::Effect;

/// Some of a script's statements, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Which.
    pub statements: Range<usize>,
    /// How they are run.
    pub kind: UnitKind,
}

/// How statements are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// As they are: they change nothing but the session.
    Session,
    /// In one transaction, with the record of it; the script may bring the transaction.
    Atomic {
        /// The first statement begins it, the last commits it.
        own: bool,
    },
    /// Outside of any transaction: the record can't be in one with it.
    Final {
        /// Running it twice does what running it once does.
        repeatable: bool,
    },
}

/// What a script's cutting depends on besides its statements.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// Neighbours that can be undone go into one transaction.
    pub together: bool,
    /// Some tables forget nothing when a transaction is undone, so that no statement can be.
    pub nothing_undoable: bool,
}

/// The units of a script, given what its statements are.
pub fn units(effects: &[Effect], rules: Rules) -> Vec<Unit> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < effects.len() {
        let unit = unit(effects, at, rules);
        at = unit.statements.end;
        found.push(unit);
    }
    found
}

fn unit(effects: &[Effect], at: usize, rules: Rules) -> Unit {
    let rest = &effects[at..];
    let to = |length: usize, kind| Unit { statements: at..at + length, kind };
    match rest[0] {
        // An end without a beginning does nothing.
        Effect::Session | Effect::Commit | Effect::Rollback | Effect::Unlock => {
            to(1, UnitKind::Session)
        }
        Effect::Final { repeatable } => to(1, UnitKind::Final { repeatable }),
        Effect::Undoable if rules.nothing_undoable => to(1, UnitKind::Final { repeatable: false }),
        Effect::Undoable if rules.together => {
            let joins = |effect: &&Effect| matches!(effect, Effect::Undoable | Effect::Session);
            let run = &rest[..rest.iter().take_while(joins).count()];
            let last = run.iter().rposition(|effect| *effect == Effect::Undoable);
            to(last.unwrap_or_default() + 1, UnitKind::Atomic { own: false })
        }
        Effect::Undoable => to(1, UnitKind::Atomic { own: false }),
        Effect::Lock => {
            let end = rest.iter().position(|effect| *effect == Effect::Unlock);
            to(end.map_or(rest.len(), |end| end + 1), UnitKind::Final { repeatable: false })
        }
        Effect::Begin => {
            let is_end = |effect: &Effect| matches!(effect, Effect::Commit | Effect::Rollback);
            let Some(end) = rest.iter().position(is_end) else {
                return to(rest.len(), UnitKind::Final { repeatable: false });
            };
            let plain = |effect: &Effect| matches!(effect, Effect::Undoable | Effect::Session);
            let is_atomic = rest[1..end].iter().all(plain) && !rules.nothing_undoable;
            let kind = match (is_atomic, rest[end]) {
                (true, Effect::Commit) => UnitKind::Atomic { own: true },
                (is_atomic, _) => UnitKind::Final { repeatable: is_atomic },
            };
            to(end + 1, kind)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Effect::{Begin, Commit, Lock, Rollback, Session, Undoable, Unlock};

    const LAST: Effect = Effect::Final { repeatable: false };

    fn cut(effects: &[Effect], rules: Rules) -> Vec<(usize, UnitKind)> {
        let units = units(effects, rules);
        assert!(units.windows(2).all(|pair| pair[0].statements.end == pair[1].statements.start));
        units.into_iter().map(|unit| (unit.statements.len(), unit.kind)).collect()
    }

    #[test]
    fn one_by_one() {
        assert_eq!(
            cut(&[Session, Undoable, Undoable, LAST], Rules::default()),
            [
                (1, UnitKind::Session),
                (1, UnitKind::Atomic { own: false }),
                (1, UnitKind::Atomic { own: false }),
                (1, UnitKind::Final { repeatable: false })
            ]
        );
    }

    #[test]
    fn together_up_to_what_commits() {
        let rules = Rules { together: true, ..Rules::default() };
        assert_eq!(
            cut(&[Undoable, Session, Undoable, Session, LAST, Undoable], rules),
            [
                (3, UnitKind::Atomic { own: false }),
                (1, UnitKind::Session),
                (1, UnitKind::Final { repeatable: false }),
                (1, UnitKind::Atomic { own: false })
            ]
        );
    }

    #[test]
    fn transactions_and_locks_of_the_script_are_one_piece() {
        assert_eq!(
            cut(&[Begin, Undoable, Session, Commit, Begin, LAST, Commit], Rules::default()),
            [(4, UnitKind::Atomic { own: true }), (3, UnitKind::Final { repeatable: false })]
        );
        assert_eq!(
            cut(&[Begin, Undoable, Rollback, Lock, Undoable, Unlock], Rules::default()),
            [(3, UnitKind::Final { repeatable: true }), (3, UnitKind::Final { repeatable: false })]
        );
        assert_eq!(
            cut(&[Begin, Undoable], Rules::default()),
            [(2, UnitKind::Final { repeatable: false })]
        );
    }

    #[test]
    fn where_nothing_can_be_undone_nothing_is_atomic() {
        let rules = Rules { nothing_undoable: true, together: true };
        assert_eq!(
            cut(&[Undoable, Begin, Undoable, Commit], rules),
            [
                (1, UnitKind::Final { repeatable: false }),
                (3, UnitKind::Final { repeatable: false })
            ]
        );
    }
}
