//! Which statements change rows that were there before the migration: only those need a counterpart in the
//! script that leads back.

use super::state::State;
use super::text::Text;
use super::unit::{Unit, UnitKind};
use crate::sql::{Lexis, Token};

/// Whether a unit may change rows or values that stay when the migration is reverted. `start` is the schema
/// before the migration, `now` that at which it was cut off.
pub fn changes_old_rows(text: &Text<'_>, unit: &Unit, start: &State, now: &State) -> bool {
    let lexis = &text.dialect.session().lexis;
    changes_rows(unit)
        && !unit.statements.clone().all(|statement| {
            let tokens = lexis.tokens(text.sql(statement));
            writes_new_tables(&tokens, lexis, start, now) || sets_new_columns(&tokens, lexis, start)
        })
}

/// What changes no schema can change rows; what may be run twice does not.
fn changes_rows(unit: &Unit) -> bool {
    !matches!(unit.kind, UnitKind::Session | UnitKind::Final { repeatable: true })
}

/// Whether all tables that a statement can write to were made since the start.
fn writes_new_tables(tokens: &[Token<'_>], lexis: &Lexis, start: &State, now: &State) -> bool {
    let names = |state: &State, token: &Token<'_>| {
        let own = token.name();
        own.is_some_and(|own| state.names().iter().any(|name| lexis.same_name(&own, name)))
    };
    let tables = tokens.iter().filter(|token| names(start, token) || names(now, token));
    // What rows are inserted from is only read.
    let inserts = tokens.first().is_some_and(|word| word.is("INSERT") || word.is("REPLACE"));
    let most = if inserts { 1 } else { usize::MAX };
    let written: Vec<&Token<'_>> = tables.take(most).collect();
    !written.is_empty() && !written.iter().any(|token| names(start, token))
}

/// Whether a statement is an UPDATE of one table without triggers that sets only columns made since the
/// start, and others to the values that they have.
fn sets_new_columns(tokens: &[Token<'_>], lexis: &Lexis, start: &State) -> bool {
    let Some(set) = tokens.iter().position(|token| token.is("SET")) else { return false };
    // `UPDATE table SET`, or with a namespace before it.
    let ([update, table] | [update, _, _, table]) = &tokens[..set] else { return false };
    if !update.is("UPDATE") || (set == 4 && !tokens[2].is_symbol(".")) {
        return false;
    }
    let Some(table) = table.name() else { return false };
    let own = |name: &&String| lexis.same_name(&table, name);
    if start.tables_with_triggers().iter().any(|name| own(&name)) {
        return false;
    }
    let Some(columns) = start.columns().iter().find_map(|(name, c)| own(&name).then_some(c)) else {
        return false;
    };
    assignments(&tokens[set + 1..]).all(|assignment| match assignment {
        [column, equals, value @ ..] if equals.is_symbol("=") => {
            let Some(column) = column.name() else { return false };
            let is = |own: &str| own.eq_ignore_ascii_case(&column);
            let keeps = matches!(value, [own] if own.name().is_some_and(|own| is(&own)));
            keeps || !columns.iter().any(|own| is(own))
        }
        _ => false,
    })
}

/// The parts of `a = 1, b = f(2, 3) WHERE …`.
fn assignments<'t, 'a>(tokens: &'t [Token<'a>]) -> impl Iterator<Item = &'t [Token<'a>]> {
    let mut depth = 0_usize;
    let ends = ["WHERE", "ORDER", "LIMIT", "FROM", "RETURNING"];
    let mut places = Vec::new();
    let mut end = tokens.len();
    for (index, token) in tokens.iter().enumerate() {
        match token.text {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "," if depth == 0 => places.push(index),
            _ if depth == 0 && (token.is_symbol(";") || ends.iter().any(|end| token.is(end))) => {
                end = index;
                break;
            }
            _ => {}
        }
    }
    places.push(end);
    let mut begin = 0;
    places.into_iter().map(move |place| &tokens[std::mem::replace(&mut begin, place + 1)..place])
}
