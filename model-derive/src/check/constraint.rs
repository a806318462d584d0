//! Primary keys, unique constraints, checks and indexes.

use proc_macro2::Span;
use syn::Ident;
use syn::ext::IdentExt;

use super::Column;
use super::names::Names;
use crate::errors::Errors;
use crate::naming;
use crate::parse::{
    Given, RawCheck, RawColumns, RawExclusion, RawIndex, RawModel, RawPart, RawPartTarget,
    RawUnique,
};

/// The primary key: columns by their places.
pub struct PrimaryKey {
    pub name: String,
    pub columns: Vec<usize>,
}

/// A unique constraint.
pub struct Unique {
    pub name: String,
    pub columns: Vec<usize>,
    pub include: Vec<usize>,
    pub nulls_not_distinct: bool,
    pub deferrable: Deferrable,
    pub renamed_from: Option<String>,
}

/// When a constraint is looked at.
#[derive(Clone, Copy)]
pub enum Deferrable {
    No,
    Immediate,
    Deferred,
}

/// A check.
pub struct Check {
    pub name: String,
    pub expression: String,
    pub not_valid: bool,
    pub no_inherit: bool,
    pub renamed_from: Option<String>,
}

/// An exclusion constraint.
pub struct Exclusion {
    pub name: String,
    /// What follows `EXCLUDE`.
    pub definition: String,
}

/// An index.
pub struct Index {
    pub name: String,
    pub parts: Vec<Part>,
    pub unique: bool,
    pub nulls_not_distinct: bool,
    pub method: Option<String>,
    pub predicate: Option<String>,
    pub include: Vec<usize>,
    pub options: Vec<(String, String)>,
    pub renamed_from: Option<String>,
}

/// A part of an index.
pub struct Part {
    pub target: Target,
    pub descending: bool,
    pub nulls_first: Option<bool>,
    pub collation: Option<String>,
    pub operator_class: Option<String>,
    pub prefix: Option<u32>,
}

/// What a part of an index orders.
pub enum Target {
    Column(usize),
    Expression(String),
}

/// The places of these fields; a name that is no field is an error.
pub fn places(raw: &RawModel, fields: &[Ident], errors: &mut Errors) -> Vec<usize> {
    let mut places = Vec::new();
    for ident in fields {
        let place = raw.fields.iter().position(|field| field.ident.unraw() == ident.unraw());
        match place {
            Some(place) if places.contains(&place) => {
                errors.at(ident.span(), format!("`{ident}` is listed twice: leave one out"));
            }
            Some(place) => places.push(place),
            None => errors.at(ident.span(), no_field(raw, &ident.unraw().to_string())),
        }
    }
    places
}

fn no_field(raw: &RawModel, name: &str) -> String {
    let near = raw
        .fields
        .iter()
        .map(|field| field.ident.unraw().to_string())
        .map(|field| (strsim::osa_distance(name, &field), field))
        .filter(|(distance, field)| *distance <= (field.len().max(name.len()) / 3).max(1))
        .min();
    match near {
        Some((_, field)) => format!("there is no field `{name}`: did you mean `{field}`?"),
        None => format!("there is no field `{name}` in `{}`: name one of its fields", raw.ident),
    }
}

/// The places that a constraint covers.
pub fn covered(raw: &RawModel, columns: &RawColumns, errors: &mut Errors) -> Vec<usize> {
    match columns {
        RawColumns::Listed(fields) => places(raw, fields, errors),
        RawColumns::Field(place) => vec![*place],
    }
}

fn optional(raw: &RawModel, fields: &Option<Given<Vec<Ident>>>, errors: &mut Errors) -> Vec<usize> {
    fields.as_ref().map(|given| places(raw, &given.value, errors)).unwrap_or_default()
}

/// The names of columns by their places.
pub fn column_names<'a>(columns: &'a [Column], places: &[usize]) -> Vec<&'a str> {
    places.iter().filter_map(|place| columns.get(*place)).map(|c| c.name.as_str()).collect()
}

/// Which fields are the key: those listed, those marked, or `id`.
pub fn primary_key_columns(raw: &RawModel, errors: &mut Errors) -> Vec<usize> {
    let said = raw.primary_key.is_some() || raw.fields.iter().any(|it| it.primary_key.is_some());
    let Some(of_diesel) = &raw.diesel.primary_key else { return key_of_model(raw, errors) };
    without_key(raw, of_diesel.word, "primary_key(…)", errors);
    let columns = of_diesel.value.iter().map(|name| {
        let named = raw.fields.iter().find(|field| {
            field.diesel.column.as_ref().map_or(&field.ident, |given| &given.value) == name
        });
        named.map_or(name, |field| &field.ident).clone()
    });
    let mut found = places(raw, &columns.collect::<Vec<_>>(), errors);
    if said {
        let of_model = key_of_model(raw, errors);
        let (mut before, mut after) = (of_model.clone(), found.clone());
        before.sort_unstable();
        after.sort_unstable();
        if before != after {
            let message = "this is another key than the one of `#[model(primary_key)]`: name one of \
                           the two";
            errors.at(of_diesel.word, message);
        }
        found = of_model;
    }
    found
}

/// The key that the model's own attributes name.
fn key_of_model(raw: &RawModel, errors: &mut Errors) -> Vec<usize> {
    let marked: Vec<usize> =
        (0..raw.fields.len()).filter(|place| raw.fields[*place].primary_key.is_some()).collect();
    if let Some(listed) = &raw.primary_key {
        if let Some(mark) = marked.first().and_then(|place| raw.fields[*place].primary_key.as_ref())
        {
            super::contradiction(errors, mark.word, "primary_key", "primary_key(…)");
        }
        without_key(raw, listed.word, "primary_key(…)", errors);
        return places(raw, &listed.value.columns, errors);
    }
    if let Some(mark) = marked.first().and_then(|place| raw.fields[*place].primary_key.as_ref()) {
        without_key(raw, mark.word, "primary_key", errors);
    }
    if raw.no_primary_key.is_some() {
        return Vec::new();
    }
    if !marked.is_empty() {
        return marked;
    }
    match raw.fields.iter().position(|field| field.ident == "id") {
        Some(id) => vec![id],
        None => {
            let may_be_meant = raw.broken || raw.fields.iter().any(|field| field.broken);
            if !raw.fields.is_empty() && !may_be_meant {
                errors.at(
                    raw.ident.span(),
                    format!(
                        "`{}` has no primary key: add a field `id`, or mark one with \
                         `#[model(primary_key)]`; `no_primary_key` above the struct is for a table \
                         that has none",
                        raw.ident
                    ),
                );
            }
            Vec::new()
        }
    }
}

/// A key beside the word that there is none.
fn without_key(raw: &RawModel, at: Span, word: &str, errors: &mut Errors) {
    if raw.no_primary_key.is_some() {
        super::contradiction(errors, at, word, "no_primary_key");
    }
}

pub fn primary_key(
    raw: &RawModel,
    columns: Vec<usize>,
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> PrimaryKey {
    let given = raw.primary_key.as_ref();
    let span = given.map_or(raw.ident.span(), |given| given.word);
    let name = given.and_then(|given| given.value.name.as_ref());
    let name = names.take("primary key", span, name, naming::primary_key, errors);
    PrimaryKey { name, columns }
}

pub fn uniques(
    raw: &RawModel,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Vec<Unique> {
    let of_fields = raw.fields.iter().flat_map(|field| &field.uniques);
    let mut found: Vec<Unique> = Vec::new();
    for written in raw.uniques.iter().chain(of_fields) {
        let unique = unique(raw, written, columns, names, errors);
        let same = |other: &Unique| {
            let (mut a, mut b) = (other.columns.clone(), unique.columns.clone());
            a.sort_unstable();
            b.sort_unstable();
            a == b
        };
        if found.iter().any(same) {
            errors.at(written.word, "this is unique already: leave one of the two out");
        }
        found.push(unique);
    }
    found
}

fn unique(
    raw: &RawModel,
    written: &RawUnique,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Unique {
    let covered = covered(raw, &written.columns, errors);
    let of = column_names(columns, &covered);
    let default = |table: &str| naming::unique(table, &of);
    Unique {
        name: names.take("unique constraint", written.word, written.name.as_ref(), default, errors),
        include: optional(raw, &written.include, errors),
        nulls_not_distinct: written.nulls_not_distinct,
        deferrable: deferrable(written.deferrable.as_ref(), errors),
        renamed_from: written.renamed_from.as_ref().map(|given| given.value.value.clone()),
        columns: covered,
    }
}

/// `deferred` or `immediate`
pub fn deferrable(given: Option<&Given<Ident>>, errors: &mut Errors) -> Deferrable {
    let Some(Given { value: ident, .. }) = given else { return Deferrable::No };
    match ident.to_string().as_str() {
        "immediate" => Deferrable::Immediate,
        "deferred" => Deferrable::Deferred,
        _ => {
            let message = "write `deferrable`, `deferrable = immediate` or `deferrable = deferred`";
            errors.at(ident.span(), message);
            Deferrable::No
        }
    }
}

pub fn checks(
    raw: &RawModel,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Vec<Check> {
    let of_fields = raw.fields.iter().flat_map(|field| &field.checks);
    raw.checks
        .iter()
        .chain(of_fields)
        .map(|written| Check {
            name: names.take(
                "check",
                written.word,
                written.name.as_ref(),
                |table| naming::check(table, &what(written, columns)),
                errors,
            ),
            expression: written.expression.value.clone(),
            not_valid: written.not_valid,
            no_inherit: written.no_inherit,
            renamed_from: written.renamed_from.as_ref().map(|given| given.value.value.clone()),
        })
        .collect()
}

pub fn exclusions(
    raw: &RawModel,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Vec<Exclusion> {
    let exclusion = |written: &RawExclusion| {
        let definition = written.definition.value.trim().to_owned();
        let default = |table: &str| naming::exclusion(table, &named_in(&definition, columns));
        let name = names.take("exclusion", written.word, written.name.as_ref(), default, errors);
        Exclusion { name, definition }
    };
    raw.exclusions.iter().map(exclusion).collect()
}

/// What a check is about: its field, or the columns its condition names, or a hash of it. All of
/// these stay the same while the condition does.
fn what(check: &RawCheck, columns: &[Column]) -> String {
    if let Some(column) = check.field.and_then(|place| columns.get(place)) {
        return column.name.clone();
    }
    named_in(&check.expression.value, columns)
}

/// The columns that an expression names, or a hash of it.
fn named_in(expression: &str, columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    naming::subject(expression, &names)
}

pub fn indexes(
    raw: &RawModel,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Vec<Index> {
    let of_fields = raw.fields.iter().flat_map(|field| &field.indexes);
    raw.indexes
        .iter()
        .chain(of_fields)
        .map(|written| index(raw, written, columns, names, errors))
        .collect()
}

fn index(
    raw: &RawModel,
    written: &RawIndex,
    columns: &[Column],
    names: &mut Names<'_>,
    errors: &mut Errors,
) -> Index {
    let parts: Vec<Part> =
        written.parts.iter().filter_map(|it| part(raw, written, it, errors)).collect();
    let of: Vec<String> = parts
        .iter()
        .map(|part| match &part.target {
            Target::Column(place) => columns[*place].name.clone(),
            Target::Expression(text) => naming::hash(text),
        })
        .collect();
    let default = |table: &str| naming::index(table, &of);
    Index {
        name: names.take("index", written.word, written.name.as_ref(), default, errors),
        parts,
        unique: written.unique,
        nulls_not_distinct: written.nulls_not_distinct,
        method: written.method.as_ref().map(|given| given.value.value.clone()),
        predicate: written.predicate.as_ref().map(|given| given.value.value.clone()),
        include: optional(raw, &written.include, errors),
        options: super::pairs(&written.options, errors),
        renamed_from: written.renamed_from.as_ref().map(|given| given.value.value.clone()),
    }
}

fn part(raw: &RawModel, index: &RawIndex, written: &RawPart, errors: &mut Errors) -> Option<Part> {
    let target = match (&written.target, &index.columns) {
        (RawPartTarget::Expression(text), _) => Target::Expression(text.value.clone()),
        (RawPartTarget::Field(field), _) => {
            Target::Column(*places(raw, std::slice::from_ref(field), errors).first()?)
        }
        (RawPartTarget::This, RawColumns::Field(place)) => Target::Column(*place),
        (RawPartTarget::This, RawColumns::Listed(_)) => return None,
    };
    let order = &written.order;
    Some(Part {
        target,
        descending: order.descending,
        nulls_first: order.nulls_first,
        collation: order.collation.as_ref().map(|given| given.value.value.clone()),
        operator_class: order.operator_class.as_ref().map(|given| given.value.value.clone()),
        prefix: order.prefix.as_ref().map(|given| given.value),
    })
}
