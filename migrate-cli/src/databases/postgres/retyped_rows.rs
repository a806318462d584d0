//! Which rows a change of type is felt in: asked of the server, by carrying each value over in a
//! function that is gone when the transaction is rolled back.

use std::hash::{DefaultHasher, Hash, Hasher};

use model_core::schema::{EnumType, Schema};

use super::plan::conversion::conversion;
use super::plan::rebuilds::is_type;
use super::quote::{literal, quote};
use super::render::expression::expression;
use super::retype::may_change;
use crate::retype::RetypedRows;

/// A number that takes longer to find out is not waited for.
const LIMIT: &str = "30s";

/// See [`Dialect::retyped_rows`](crate::dialect::Dialect::retyped_rows).
pub fn retyped_rows(name: &str, before: &str, after: &str, target: &Schema) -> RetypedRows {
    let column = quote(name);
    // A type that the migration makes is not there to be asked.
    if let Some(made) = target.enums.iter().find(|e| is_type(after, &e.name)) {
        let unfit =
            (!after.ends_with("[]") && !before.ends_with("[]")).then(|| is_no_value(&column, made));
        return RetypedRows { unfit, ..RetypedRows::default() };
    }
    let mut hasher = DefaultHasher::new();
    (before, after).hash(&mut hasher);
    let function = format!("pg_temp.{}", quote(&format!("migrate_fits_{:016x}", hasher.finish())));
    RetypedRows {
        prelude: Some(format!(
            "SET LOCAL statement_timeout = '{LIMIT}'; CREATE OR REPLACE FUNCTION {function}(value {before}) RETURNS boolean LANGUAGE plpgsql AS {}",
            literal(&body(before, after))
        )),
        unfit: Some(format!("NOT {function}({column})")),
        converted: None,
        carried: Some(format!("({})::{after}", carry(name, before, after))),
    }
}

/// A column's or a variable's value, on its way to another type.
fn carry(name: &str, before: &str, after: &str) -> String {
    let using = conversion(name, before, after).using();
    using.map_or_else(|| quote(name), |using| expression(&using))
}

fn is_no_value(column: &str, of: &EnumType) -> String {
    let values: Vec<String> = of.values.iter().map(|value| literal(&value.name)).collect();
    match values.is_empty() {
        true => format!("{column} IS NOT NULL"),
        false => format!("{column}::text NOT IN ({})", values.join(", ")),
    }
}

/// A value fits that the server takes, and that comes back as it was where it may be rounded or cut.
fn body(before: &str, after: &str) -> String {
    let there = carry("value", before, after);
    let comes_back = match may_change(before, after) {
        // Where there is no way back nothing can be told of it.
        true => format!(
            "BEGIN back := {}; EXCEPTION WHEN OTHERS THEN RETURN true; END; RETURN back IS NOT DISTINCT FROM value;",
            carry("carried", after, before)
        ),
        false => "RETURN true;".to_owned(),
    };
    format!(
        "DECLARE carried {after}; back {before}; BEGIN carried := {there}; {comes_back} EXCEPTION WHEN OTHERS THEN RETURN false; END"
    )
}
