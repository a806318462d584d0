use nonempty::NonEmpty;

use super::expression::expression;
use super::list::names;
use crate::databases::postgres::quote::{qualified, quote};
use crate::databases::postgres::session::LEXIS;
use crate::databases::postgres::statement::{PartitionStatement, RowValue};

pub fn render(statement: &PartitionStatement) -> String {
    match statement {
        PartitionStatement::Attach { parent, partition, bound } => format!(
            "ALTER TABLE {} ATTACH PARTITION {} {bound}",
            qualified(parent),
            qualified(partition)
        ),
        PartitionStatement::Detach { parent, partition } => {
            format!("ALTER TABLE {} DETACH PARTITION {}", qualified(parent), qualified(partition))
        }
        PartitionStatement::AttachIndex { parent, index } => {
            format!("ALTER INDEX {} ATTACH PARTITION {}", qualified(parent), qualified(index))
        }
        PartitionStatement::SaveRows { from, columns, to } => {
            let columns: Vec<String> = columns.iter().cloned().collect();
            format!(
                "CREATE TABLE {} AS SELECT {} FROM {}",
                qualified(to),
                names(&columns),
                qualified(from)
            )
        }
        PartitionStatement::PutRows { from, to, columns, overriding } => {
            let overriding = if *overriding { " OVERRIDING SYSTEM VALUE" } else { "" };
            let (to, from) = (qualified(to), qualified(from));
            let (columns, values) = lists(columns);
            format!("INSERT INTO {to} ({columns}){overriding} SELECT {values} FROM {from}")
        }
    }
}

fn lists(columns: &NonEmpty<(String, RowValue)>) -> (String, String) {
    let values = columns.iter().map(|(_, value)| match value {
        RowValue::Made(of) => expression(of),
        // A value that ends in a comment must not swallow the closing parenthesis.
        RowValue::Given(text) if LEXIS.ends_in_line_comment(text) => format!("({text}\n)"),
        RowValue::Given(text) => format!("({text})"),
    });
    let values: Vec<String> = values.collect();
    let columns: Vec<String> = columns.iter().map(|(column, _)| quote(column)).collect();
    (columns.join(", "), values.join(", "))
}
