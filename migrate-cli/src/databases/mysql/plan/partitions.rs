//! Partitions stand in a statement of their own: they go before and come after the columns that
//! they are made by.

use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::Statement;
use crate::diff::TableDiff;

/// Takes them away, before the table changes: the columns that it is divided by can't change while
/// it is.
pub fn before(diff: &TableDiff) -> Option<Statement> {
    let [before, after] = partitions(diff);
    let changes = before.is_some() && before != after;
    let goes = changes && (after.is_none() || !diff.columns.is_empty());
    goes.then(|| Statement::RemovePartitioning(diff.after.name.clone()))
}

/// Divides the table, when it is what it is to be: by as little as has to be written again.
pub fn after(diff: &TableDiff) -> Option<Statement> {
    let [before, after] = partitions(diff);
    let by = after.filter(|by| before.as_ref() != Some(by))?;
    let table = diff.after.name.clone();
    let there = before.filter(|_| diff.columns.is_empty());
    Some(match there.and_then(|there| step(&there, &by)) {
        Some(Step::Add(partitions)) => Statement::AddPartitions { table, partitions },
        Some(Step::Reorganize { from, into }) => {
            Statement::ReorganizePartitions { table, from, into }
        }
        None => Statement::PartitionTable { table, by },
    })
}

fn partitions(diff: &TableDiff) -> [Option<String>; 2] {
    [&diff.before, &diff.after].map(|table| TableOptions::read(&table.options).partition_by)
}

/// What leads from one list of partitions to another without a look at all the rows.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// More at the end.
    Add(Vec<String>),
    /// Some of them, by name, become others that hold the same rows.
    Reorganize { from: Vec<String>, into: Vec<String> },
}

/// Finds it. What drops a partition is none: its rows have to go to another.
fn step(before: &str, after: &str) -> Option<Step> {
    let (head, old) = taken_apart(before)?;
    let (new_head, new) = taken_apart(after)?;
    if head != new_head {
        return None;
    }
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    if same == old.len() {
        return Some(Step::Add(new[same..].to_vec()));
    }
    if !head.to_ascii_uppercase().starts_with("RANGE") {
        return None;
    }
    // All that differs up to the end of the same range, the partition with that end included.
    let ends = old[same..].iter().rev().zip(new[same..].iter().rev());
    let rest = ends.take_while(|(a, b)| a == b).count();
    let between = |list: &[String]| list.len() - rest - same;
    let more = usize::from(between(&old) == 0 || between(&new) == 0);
    let (old, new) = (
        &old[same..old.len() - rest + more.min(rest)],
        &new[same..new.len() - rest + more.min(rest)],
    );
    if bound(old.last()?)? != bound(new.last()?)? {
        return None;
    }
    let from = old.iter().map(|partition| name(partition)).collect::<Option<_>>()?;
    Some(Step::Reorganize { from, into: new.to_vec() })
}

/// ``RANGE (`a`)`` and the partitions, one by one.
fn taken_apart(by: &str) -> Option<(String, Vec<String>)> {
    let tokens = LEXIS.lex(by);
    let (mut depth, mut place) = (0_usize, 0);
    let mut start = None;
    let mut parts = Vec::new();
    let mut opened = 0;
    let mut begins_list = false;
    for token in &tokens {
        match token.text {
            "(" => {
                depth += 1;
                if depth == 1 {
                    opened = place;
                    begins_list = true;
                }
            }
            ")" => {
                depth = depth.checked_sub(1)?;
                if depth == 0
                    && let Some((_, from)) = start
                {
                    parts.push(by.get(from..place)?.trim().to_owned());
                    let head = by.get(..start.map(|(opened, _)| opened)?)?;
                    let end = by.get(place + 1..)?.trim();
                    return end.is_empty().then(|| (head.trim().to_owned(), parts));
                }
            }
            "," if depth == 1 => {
                if let Some((opened, from)) = start {
                    parts.push(by.get(from..place)?.trim().to_owned());
                    start = Some((opened, place + 1));
                }
            }
            text if depth == 1 && begins_list && !token.is_blank() => {
                begins_list = false;
                if text.eq_ignore_ascii_case("PARTITION") {
                    start = Some((opened, place));
                }
            }
            _ => {}
        }
        place += token.text.len();
    }
    None
}

/// Its name, as it is written.
fn name(partition: &str) -> Option<String> {
    let mut tokens = LEXIS.lex(partition).into_iter().filter(|t| !t.is_blank());
    tokens.nth(1).map(|token| token.text.to_owned())
}

/// Where its range ends, as it is written.
fn bound(partition: &str) -> Option<String> {
    let tokens: Vec<_> = LEXIS.lex(partition).into_iter().filter(|t| !t.is_blank()).collect();
    let at = tokens.iter().position(|t| t.text.eq_ignore_ascii_case("THAN"))?;
    let mut depth = 0_usize;
    let mut bound = String::new();
    for token in &tokens[at + 1..] {
        match token.text {
            "(" => depth += 1,
            ")" => depth = depth.checked_sub(1)?,
            text => bound.push_str(text),
        }
        if depth == 0 {
            return Some(bound.to_ascii_uppercase());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const P0: &str = "PARTITION `p0` VALUES LESS THAN (10) ENGINE = InnoDB";
    const P1: &str = "PARTITION `p1` VALUES LESS THAN (20) ENGINE = InnoDB";
    const MAX: &str = "PARTITION `max` VALUES LESS THAN MAXVALUE ENGINE = InnoDB";

    fn range(partitions: &[&str]) -> String {
        format!("RANGE (`a`)\n({})", partitions.join(",\n "))
    }

    #[test]
    fn more_at_the_end_is_added() {
        let step = step(&range(&[P0]), &range(&[P0, P1, MAX]));
        assert_eq!(step, Some(Step::Add(vec![P1.to_owned(), MAX.to_owned()])));
    }

    #[test]
    fn what_ends_alike_is_divided_anew() {
        let into = vec![P1.to_owned(), MAX.to_owned()];
        let from = vec!["`max`".to_owned()];
        let there = step(&range(&[P0, MAX]), &range(&[P0, P1, MAX]));
        assert_eq!(there, Some(Step::Reorganize { from, into }));
        let from = vec!["`p1`".to_owned(), "`max`".to_owned()];
        let back = step(&range(&[P0, P1, MAX]), &range(&[P0, MAX]));
        assert_eq!(back, Some(Step::Reorganize { from, into: vec![MAX.to_owned()] }));
    }

    #[test]
    fn rows_without_a_place_are_looked_at() {
        assert_eq!(step(&range(&[P0, P1]), &range(&[P0])), None);
        assert_eq!(step(&range(&[P0]), "LIST (`a`)\n(PARTITION `p0` VALUES IN (1))"), None);
        assert_eq!(step("HASH (`a`)\nPARTITIONS 4", "HASH (`a`)\nPARTITIONS 8"), None);
    }
}
