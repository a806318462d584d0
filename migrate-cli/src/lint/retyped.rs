//! What a change of a column's type does to the rows that are there.

use model_core::schema::{Column, Table};

use super::Question;
use super::becoming::Becoming;
use crate::diff::TableDiff;

/// The change, and how to count the rows in which it is felt.
pub(super) struct Retyped<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// Some values have no place in the new type.
    pub narrows: bool,
    pub needs_cast: bool,
    pub rewrites: bool,
    pub loses: bool,
    /// Gives the rows whose value does not fit.
    pub unfit: Option<Question>,
    /// Gives the rows whose value becomes one of another kind.
    pub converted: Question,
}

pub(super) fn retyped<'a>(
    becoming: Becoming<'_>,
    diff: &TableDiff,
    (before, after): (&'a Column, &'a Column),
) -> Retyped<'a> {
    let dialect = becoming.dialect;
    let equivalence = dialect.equivalence();
    let table = || diff.before.name.clone();
    let (from, to) =
        (before.ty.native().unwrap_or_default(), after.ty.native().unwrap_or_default());
    let renames = becoming.diff.renames.values(&diff.before.name, &before.name);
    let retype = match renames {
        Some(values) => dialect.retype(&equivalence.type_with_renamed_values(from, values), to),
        None => dialect.retype(from, to),
    };
    let rows = dialect.retyped_rows(&before.name, from, to, &becoming.diff.to);
    let ask =
        |condition| Question::Where { table: table(), condition, prelude: rows.prelude.clone() };
    // Where both types list their values it is known which of them go.
    let listed = |column| equivalence.values(&Table::default(), column);
    let (was, is) = (listed(before), listed(after));
    let unfit = match was.is_empty() || is.is_empty() {
        true => rows.unfit.clone().map(ask),
        false => {
            let new_name =
                |value: &String| renames.and_then(|r| r.get(value)).unwrap_or(value).clone();
            let gone: Vec<String> = was
                .iter()
                .filter(|value| !is.contains(&new_name(value)))
                .map(|value| dialect.literal(value))
                .collect();
            let column = dialect.quote(&before.name);
            (!gone.is_empty()).then(|| ask(format!("{column} IN ({})", gone.join(", "))))
        }
    };
    let converted = match rows.converted.clone() {
        Some(condition) => ask(condition),
        None => Question::Values(table(), before.name.clone()),
    };
    Retyped {
        from,
        to,
        narrows: retype.narrows,
        needs_cast: retype.needs_cast,
        rewrites: retype.rewrites,
        loses: retype.loses,
        unfit,
        converted,
    }
}
