//! The statement that makes an object, out of what the server shows: without who made it, and with nothing
//! that it would say anyway.

use std::ops::Range;

use super::rows::{EventRow, TriggerRow};
use super::shown::Shown;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::quote::{account, quote};
use crate::databases::mysql::session::lexis_under;
use crate::sql::{Token, TokenKind};

/// Who an object runs as, as SQL.
pub fn definer(shown: &Shown) -> Option<String> {
    let lexis = lexis_under(&shown.sql_mode);
    let tokens = lexis.tokens(&shown.statement);
    let at = definer_at(&tokens)?;
    let names = tokens[at.clone()].get(2..)?;
    let user = names.first().and_then(Token::name)?;
    let host = names.get(1).map(|host| lexis.tokens(host.text.get(1..).unwrap_or_default()));
    let host = host.and_then(|tokens| tokens.first().and_then(Token::name));
    Some(account(&user, host.as_deref()))
}

/// Which tokens say it: `DEFINER`, `=`, the user, `@` and the host.
fn definer_at(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let at = tokens.iter().take(6).position(|token| token.is("definer"))?;
    let host = tokens.get(at + 3).filter(|token| token.kind == TokenKind::Parameter);
    Some(at..at + 3 + usize::from(host.is_some()))
}

/// A view: with the database's own name taken out, and what is the default left out.
pub fn view(shown: &Shown, database: &str) -> String {
    let text = &shown.statement;
    let lexis = lexis_under("");
    let tokens = lexis.tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let at = |word: &str| tokens.iter().position(|token| token.is(word));
    let Some(start) = at("view") else { return text.clone() };
    let mut sql = "CREATE ".to_owned();
    let algorithm = at("algorithm").filter(|at| *at < start).map_or("", |at| word(at + 2));
    if !algorithm.is_empty() && !algorithm.eq_ignore_ascii_case("undefined") {
        sql += &format!("ALGORITHM={algorithm} ");
    }
    let invoker = at("security").filter(|at| *at < start).map_or("", |at| word(at + 1));
    if invoker.eq_ignore_ascii_case("invoker") {
        sql += "SQL SECURITY INVOKER ";
    }
    sql + &unqualified(&text[tokens[start].start..], database)
}

/// A routine.
pub fn routine(shown: &Shown) -> String {
    let lexis = lexis_under(&shown.sql_mode);
    let tokens = lexis.tokens(&shown.statement);
    without(&shown.statement, &tokens, definer_at(&tokens).into_iter().collect())
}

/// An event, which begins when it is made where nobody said anything else.
pub fn event(shown: &Shown, row: &EventRow) -> String {
    let lexis = lexis_under(&shown.sql_mode);
    let tokens = lexis.tokens(&shown.statement);
    let mut left_out: Vec<Range<usize>> = definer_at(&tokens).into_iter().collect();
    if row.starts_when_made {
        let starts = tokens.iter().position(|token| token.is("starts"));
        left_out.extend(starts.map(|at| at..at + 2));
    }
    without(&shown.statement, &tokens, left_out)
}

/// A trigger. MariaDB keeps its head as somebody wrote it, and neither server keeps its place in there.
pub fn trigger(shown: &Shown, row: &TriggerRow, follows: Option<&str>) -> String {
    let lexis = lexis_under(&shown.sql_mode);
    let tokens = lexis.tokens(&shown.statement);
    let is = |at: usize, word| tokens.get(at).is_some_and(|token| token.is(word));
    let row_at = (0..tokens.len()).find(|at| is(*at, "each") && is(at + 1, "row"));
    let mut body = row_at.map_or(0, |at| at + 2);
    if is(body, "follows") || is(body, "precedes") {
        body += 2;
    }
    // A comment before what it does belongs to that.
    let start = body.checked_sub(1).and_then(|last| tokens.get(last)).map_or(0, Token::end);
    let body = shown.statement[start..].trim_start();
    let body = ended(body, &lexis.tokens(body), 0);
    let follows = follows.map(|other| format!(" FOLLOWS {}", quote(other))).unwrap_or_default();
    format!(
        "CREATE TRIGGER {} {} {} ON {} FOR EACH ROW{follows}\n{body}",
        quote(&row.trigger_name),
        row.action_timing,
        row.event_manipulation,
        quote(&row.event_object_table)
    )
}

/// A statement without some of its tokens and the blanks behind them.
fn without(text: &str, tokens: &[Token<'_>], left_out: Vec<Range<usize>>) -> String {
    let mut sql = String::with_capacity(text.len());
    let mut from = 0;
    for range in left_out {
        let (Some(first), end) = (tokens.get(range.start), tokens.get(range.end)) else { continue };
        sql.push_str(&text[from..first.start]);
        from = end.map_or(text.len(), |token| token.start);
    }
    let end = from + ended(&text[from..], tokens_from(tokens, from), from).len();
    sql.push_str(&text[from..end]);
    sql
}

fn tokens_from<'t, 's>(tokens: &'t [Token<'s>], from: usize) -> &'t [Token<'s>] {
    let first = tokens.iter().position(|token| token.start >= from);
    first.map_or(&[], |first| &tokens[first..])
}

/// A text without semicolons at its end: MySQL keeps one where several statements were sent together. Its
/// tokens have their places from `offset` on.
fn ended<'s>(text: &'s str, tokens: &[Token<'_>], offset: usize) -> &'s str {
    let ends = tokens.iter().rev().take_while(|token| token.is_symbol(";")).count();
    let first = ends.checked_sub(1).and_then(|last| tokens.get(tokens.len() - 1 - last));
    let end = first.map_or(text.len(), |token| token.start.saturating_sub(offset));
    text.get(..end).unwrap_or(text).trim_end()
}
