use model_core::schema::{
    Check, Deferrable, Exclusion, ForeignKey, KeyColumn, NotNull, PrimaryKey, Unique,
};

use super::list::names;
use crate::databases::postgres::quote::{qualified, quote};

fn named(name: Option<&String>) -> String {
    name.map(|n| format!("CONSTRAINT {} ", quote(n))).unwrap_or_default()
}

fn key(columns: &[KeyColumn], without_overlaps: bool, include: &[String]) -> String {
    let mut columns: Vec<String> = columns.iter().map(|c| quote(&c.name)).collect();
    if let (true, Some(last)) = (without_overlaps, columns.last_mut()) {
        last.push_str(" WITHOUT OVERLAPS");
    }
    let include =
        if include.is_empty() { String::new() } else { format!(" INCLUDE ({})", names(include)) };
    format!("({}){include}", columns.join(", "))
}

fn deferrable(when: Deferrable) -> &'static str {
    match when {
        Deferrable::No => "",
        Deferrable::Immediate => " DEFERRABLE",
        Deferrable::Deferred => " DEFERRABLE INITIALLY DEFERRED",
    }
}

pub fn primary_key(k: &PrimaryKey) -> String {
    let columns = key(&k.columns, k.without_overlaps, &k.include);
    format!("{}PRIMARY KEY {columns}{}", named(k.name.as_ref()), deferrable(k.deferrable))
}

pub fn unique(u: &Unique) -> String {
    let nulls = if u.nulls_not_distinct { "NULLS NOT DISTINCT " } else { "" };
    let columns = key(&u.columns, u.without_overlaps, &u.include);
    format!("{}UNIQUE {nulls}{columns}{}", named(u.name.as_ref()), deferrable(u.deferrable))
}

pub fn check(c: &Check) -> String {
    let inherit = if c.no_inherit { " NO INHERIT" } else { "" };
    let rows = rows(c.not_valid, c.not_enforced);
    format!("{}CHECK ({}){inherit}{rows}", named(c.name.as_ref()), c.expression)
}

/// What forbids NULL, as `ADD` takes it.
pub fn not_null(column: &str, n: &NotNull) -> String {
    let inherit = if n.no_inherit { " NO INHERIT" } else { "" };
    let rows = rows(n.not_valid, false);
    format!("{}NOT NULL {}{inherit}{rows}", named(Some(&n.name)), quote(column))
}

/// Which rows a constraint looks at.
fn rows(not_valid: bool, not_enforced: bool) -> &'static str {
    match (not_enforced, not_valid) {
        (true, _) => " NOT ENFORCED",
        (false, true) => " NOT VALID",
        (false, false) => "",
    }
}

/// The columns of a foreign key, the last of which may be a span of time.
fn spans(columns: &[String], period: bool) -> String {
    match columns.split_last() {
        Some((last, others)) if period && !others.is_empty() => {
            format!("{}, PERIOD {}", names(others), quote(last))
        }
        _ => names(columns),
    }
}

pub fn exclusion(e: &Exclusion) -> String {
    format!("CONSTRAINT {} {}", quote(&e.name), e.definition)
}

/// A foreign key, as `ADD` takes it.
pub fn foreign_key(k: &ForeignKey) -> String {
    let parents = if k.referenced_columns.is_empty() {
        String::new()
    } else {
        format!(" ({})", spans(&k.referenced_columns, k.period))
    };
    let mut text = format!(
        "{}FOREIGN KEY ({}) REFERENCES {}{parents}",
        named(k.name.as_ref()),
        spans(&k.columns, k.period),
        qualified(&k.references)
    );
    if k.match_full {
        text.push_str(" MATCH FULL");
    }
    if !k.on_update.is_no_action() {
        text.push_str(&format!(" ON UPDATE {}", k.on_update.sql()));
    }
    if !k.on_delete.is_no_action() {
        text.push_str(&format!(" ON DELETE {}", k.on_delete.sql()));
        if !k.on_delete_columns.is_empty() {
            text.push_str(&format!(" ({})", names(&k.on_delete_columns)));
        }
    }
    text.push_str(deferrable(k.deferrable));
    text.push_str(rows(k.not_valid, k.not_enforced));
    text
}
