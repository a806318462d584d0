//! Foreign keys: everything about them that needs no look at the parent.

use proc_macro2::Span;
use syn::{Ident, Path};

use super::Column;
use super::constraint::{self, Deferrable, column_names, covered, deferrable};
use super::names::Names;
use super::relation::{self, parent};
use crate::errors::Errors;
use crate::naming::{self, MAX_IDENTIFIER};
use crate::parse::{Given, RawColumns, RawForeignKey, RawModel, Text};

/// A key whose name and columns are right.
pub struct ForeignKey {
    pub name: String,
    pub columns: Vec<usize>,
    /// `parent::column` for each.
    pub references: Vec<Path>,
    pub on_delete: Action,
    pub on_update: Action,
    pub deferrable: Deferrable,
    pub match_full: bool,
    /// The columns that `on_delete` is for, where not all.
    pub on_delete_columns: Vec<usize>,
    pub not_valid: bool,
    pub renamed_from: Option<String>,
    /// Whether the tables can be joined without saying by which columns.
    pub join: bool,
    /// Whether this key is the one of those to its parent that lets both tables be in one query.
    pub same_query: bool,
    /// The method that gives the row it leads to.
    pub relation: Ident,
    /// The parent's method that gives the rows that lead there.
    pub reverse: Ident,
}

/// What happens to a row whose parent goes or changes.
#[derive(Clone, Copy, PartialEq)]
pub enum Action {
    Nothing,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

pub fn foreign_keys(
    raw: &RawModel,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Vec<ForeignKey> {
    let of_fields = raw.fields.iter().flat_map(|field| &field.foreign_keys);
    let mut keys: Vec<ForeignKey> = Vec::new();
    for written in raw.foreign_keys.iter().chain(of_fields) {
        let Some(places) = places(raw, written, errors) else { continue };
        if keys.iter().any(|other| other.columns == places) {
            errors.at(
                written.word,
                "these columns have a foreign key already: leave one of the two out",
            );
            continue;
        }
        keys.push(foreign_key(raw, written, places, columns, names, errors));
    }
    // Where two keys lead to one parent, neither can be the obvious join; both tables can be in one
    // query nevertheless, which must be said once.
    let parents: Vec<(String, bool)> =
        keys.iter().map(|key| (parent(&key.references[0]), key.join)).collect();
    for (place, key) in keys.iter_mut().enumerate() {
        let mut alike = parents.iter().enumerate().filter(|(_, other)| other.0 == parents[place].0);
        key.same_query = alike.clone().all(|(_, other)| other.1)
            && alike.clone().next().map(|o| o.0) == Some(place);
        key.join &= alike.nth(1).is_none();
    }
    distinct_relations(raw, &keys, errors);
    keys
}

/// No two keys of a struct give one name to their parents.
fn distinct_relations(raw: &RawModel, keys: &[ForeignKey], errors: &mut Errors) {
    if raw.schema_only.is_some() {
        return;
    }
    for (place, key) in keys.iter().enumerate() {
        if keys[..place].iter().any(|other| other.relation == key.relation) {
            errors.at(
                key.relation.span(),
                format!(
                    "two keys give the relation `{}`: write `relation = …` with another name in \
                     one of them",
                    key.relation
                ),
            );
        }
    }
}

/// Whether the struct joins two others, which takes exactly two keys.
pub fn many_to_many(raw: &RawModel, keys: &[ForeignKey], errors: &mut Errors) -> bool {
    let Some(given) = &raw.many_to_many else { return false };
    if keys.len() != 2 || keys.iter().any(|key| key.columns.len() != 1) {
        errors.at(
            given.word,
            "`many_to_many` joins the rows of two keys: give the struct two keys of one column each",
        );
    }
    true
}

/// The columns of a key, each with one it leads to.
fn places(raw: &RawModel, written: &RawForeignKey, errors: &mut Errors) -> Option<Vec<usize>> {
    if let RawColumns::Listed(listed) = &written.columns
        && (listed.is_empty() || written.references.is_empty())
    {
        errors.at(
            written.word,
            "say what leads where: `foreign_key(columns(a, b), references(parent::a, parent::b), \
             …)`",
        );
        return None;
    }
    let places = covered(raw, &written.columns, errors);
    if let RawColumns::Listed(listed) = &written.columns {
        if places.len() != listed.len() {
            return None;
        }
        if places.len() != written.references.len() {
            errors.at(
                written.word,
                format!(
                    "{} and {} don't pair up: name one column of the parent for each of `columns`",
                    count(places.len(), "column"),
                    count(written.references.len(), "reference"),
                ),
            );
            return None;
        }
    }
    Some(places)
}

fn foreign_key(
    raw: &RawModel,
    written: &RawForeignKey,
    places: Vec<usize>,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> ForeignKey {
    same_parent(&written.references, errors);
    let on_delete = action(written.on_delete.as_ref(), "on_delete", errors);
    let on_update = action(written.on_update.as_ref(), "on_update", errors);
    for (action, given, word) in
        [(on_delete, &written.on_delete, "on_delete"), (on_update, &written.on_update, "on_update")]
    {
        if let Some(given) = given {
            possible(action, given.value.span(), word, &places, columns, errors);
        }
    }
    // The right name can't be told where the names it is made of could not be read.
    let mut nowhere = Errors::default();
    let unread = raw.broken || places.iter().any(|place| raw.fields[*place].broken);
    let name_errors = if unread { &mut nowhere } else { &mut *errors };
    let name = name(written, &places, columns, names, name_errors);
    let (relation, reverse) = relation::names(raw, written, &places);
    // Beside a `table!` that was there stand its `joinable!` and the like.
    let join = written.join.unwrap_or(raw.existing.is_none());
    ForeignKey {
        name,
        columns: places.clone(),
        references: written.references.clone(),
        on_delete,
        on_update,
        deferrable: deferrable(written.deferrable.as_ref(), errors),
        match_full: written.match_full,
        on_delete_columns: on_delete_columns(raw, written, &places, on_delete, errors),
        not_valid: written.not_valid,
        renamed_from: written.renamed_from.as_ref().map(|given| given.value.value.clone()),
        join,
        same_query: join,
        relation,
        reverse,
    }
}

/// Columns of the key that the action is for, where it isn't for all.
fn on_delete_columns(
    raw: &RawModel,
    written: &RawForeignKey,
    of: &[usize],
    action: Action,
    errors: &mut Errors,
) -> Vec<usize> {
    let Some(given) = &written.on_delete_columns else { return Vec::new() };
    if !matches!(action, Action::SetNull | Action::SetDefault) {
        errors.at(
            given.word,
            "only `on_delete = set_null` and `on_delete = set_default` take columns: leave them out",
        );
    }
    let chosen = constraint::places(raw, &given.value, errors);
    for place in chosen.iter().filter(|place| !of.contains(place)) {
        let field = &raw.fields[*place].ident;
        errors.at(given.word, format!("`{field}` is no column of this key: leave it out"));
    }
    chosen
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn same_parent(references: &[Path], errors: &mut Errors) {
    let Some((first, rest)) = references.split_first() else { return };
    let mut seen = vec![last(first)];
    for other in rest {
        if parent(other) != parent(first) {
            errors.at(
                other.segments[0].ident.span(),
                format!("a key leads to one table: name a column of `{}`", parent(first)),
            );
        }
        let column = last(other);
        if seen.contains(&column) {
            errors.at(column.span(), format!("`{column}` is listed twice: leave one out"));
        }
        seen.push(column);
    }
}

fn last(path: &Path) -> Ident {
    path.segments[path.segments.len() - 1].ident.clone()
}

/// The name that has to be written, and the one that was.
fn name(
    written: &RawForeignKey,
    places: &[usize],
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> String {
    let of = column_names(columns, places);
    let expected = naming::foreign_key(names.table, &of);
    let Some(given) = &written.name else {
        errors.at(
            written.word,
            format!("a foreign key needs its name written: add `name = \"{expected}\"`"),
        );
        return expected;
    };
    let found = &given.value;
    if found.value != expected {
        errors.at(found.span, wrong_name(found, &expected, names.table, &of));
        return expected;
    }
    names.take("foreign key", found.span, Some(given), |_| expected.clone(), errors)
}

fn wrong_name(found: &Text, expected: &str, table: &str, columns: &[&str]) -> String {
    let whole = format!("fk_{table}_{}", columns.join("_"));
    if whole.len() > MAX_IDENTIFIER && found.value == whole {
        return format!(
            "this name has {} bytes and databases keep {MAX_IDENTIFIER}: write \
             `name = \"{expected}\"`",
            whole.len()
        );
    }
    format!("this foreign key is named otherwise: write `name = \"{expected}\"`")
}

fn action(given: Option<&Given<Ident>>, word: &str, errors: &mut Errors) -> Action {
    const KNOWN: [(&str, Action); 5] = [
        ("no_action", Action::Nothing),
        ("restrict", Action::Restrict),
        ("cascade", Action::Cascade),
        ("set_null", Action::SetNull),
        ("set_default", Action::SetDefault),
    ];
    let Some(Given { value: ident, .. }) = given else { return Action::Nothing };
    let written = ident.to_string();
    if let Some((_, action)) = KNOWN.iter().find(|(name, _)| *name == written) {
        return *action;
    }
    let near = KNOWN.iter().min_by_key(|(name, _)| strsim::osa_distance(&written, name));
    let message = match near {
        Some((name, _)) if strsim::osa_distance(&written, name) <= 3 => {
            format!("there is no `{word} = {written}`: did you mean `{name}`?")
        }
        _ => format!(
            "there is no `{word} = {written}`: write `cascade`, `restrict`, `set_null`, \
             `set_default` or `no_action`"
        ),
    };
    errors.at(ident.span(), message);
    Action::Nothing
}

/// Whether the columns can become what the action makes them.
fn possible(
    action: Action,
    at: Span,
    word: &str,
    places: &[usize],
    columns: &[Column],
    errors: &mut Errors,
) {
    for column in places.iter().filter_map(|place| columns.get(*place)) {
        if action == Action::SetNull && !column.nullable {
            errors.at(
                at,
                format!(
                    "`{}` can't be NULL: make it an `Option`, or choose another `{word}`",
                    column.ident
                ),
            );
        }
        if action == Action::SetDefault
            && column.default.is_none()
            && !column.nullable
            && !column.auto.on
        {
            errors.at(
                at,
                format!(
                    "`{}` has no default: give it one, or choose another `{word}`",
                    column.ident
                ),
            );
        }
    }
}
