use model_core::schema::{Column, ColumnType, ForeignKey, KeyColumn, PrimaryKey, Schema};

use super::*;
use crate::databases::sqlite::equivalence::SqliteEquivalence;
use crate::diff::{Renames, diff};
use crate::plan::Part;

fn table(name: &str, parents: &[&str]) -> Table {
    let column = |name: &str| Column::new(name, ColumnType::Native("INTEGER".into()));
    let mut table = Table::new(name);
    table.columns.push(column("id"));
    table.primary_key =
        Some(PrimaryKey { columns: vec![KeyColumn::new("id")], ..PrimaryKey::default() });
    for parent in parents {
        table.columns.push(column(parent));
        table.foreign_keys.push(ForeignKey {
            columns: vec![(*parent).to_owned()],
            references: QualifiedName::new(*parent),
            referenced_columns: vec!["id".into()],
            ..ForeignKey::default()
        });
    }
    table
}

fn part(from: Vec<Table>, to: Vec<Table>) -> Part {
    let schema = |tables| Schema { complete: true, tables, ..Schema::default() };
    let diff = diff(&schema(from), &schema(to), &Renames::default(), &SqliteEquivalence);
    let plan = plan(&diff, &Fills::new()).expect("nothing is in the way");
    plan.parts.into_iter().next().expect("there is something to do")
}

fn sql(part: &Part) -> Vec<String> {
    part.statements.iter().map(|statement| statement.sql()).collect()
}

#[test]
fn children_are_dropped_first_and_in_diesels_transaction() {
    let part = part(vec![table("a", &[]), table("b", &["a"])], vec![]);
    assert_eq!(sql(&part), ["DROP TABLE \"b\"", "DROP TABLE \"a\""]);
    assert_eq!(part.transaction, Transaction::Diesel);
}

#[test]
fn a_rebuilt_parent_needs_keys_off_and_a_rebuilt_child_does_not() {
    let changed = |name: &str, parents: &[&str]| {
        let mut table = table(name, parents);
        table.columns[0].nullable = true;
        table
    };
    let tables = || vec![table("a", &[]), table("b", &["a"])];
    let child = part(tables(), vec![table("a", &[]), changed("b", &["a"])]);
    assert_eq!(child.transaction, Transaction::Diesel);
    let parent = part(tables(), vec![changed("a", &[]), table("b", &["a"])]);
    assert_eq!(parent.transaction, Transaction::Own);
}

#[test]
fn a_parent_goes_after_the_child_that_lets_go_of_it() {
    let part = part(vec![table("a", &[]), table("b", &["a"])], vec![table("b", &[])]);
    assert_eq!(sql(&part).last().map(String::as_str), Some("DROP TABLE \"a\""));
    assert_eq!(part.transaction, Transaction::Diesel);
}
