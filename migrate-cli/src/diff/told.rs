//! What the two sides of a change say, for people.

use std::collections::BTreeMap;

use model_core::schema::{
    Check, Collation, Column, ConstraintIndex, DefaultValue, Deferrable, EnumType, Exclusion,
    ForeignKey, Grant, Identity, Index, IndexColumn, IndexTarget, KeyColumn, NotNull, PrimaryKey,
    SchemaObject, Sequence, SequenceOptions, SortOrder, Unique,
};

use super::{Aspects, Object};

/// Something whose aspects can be told, each by its word.
pub trait Told: Object {
    /// Each aspect's word with what this side says of it. What is too long for a line is left out.
    fn told(&self) -> Vec<(&'static str, String)>;
}

/// What differs, each `word before -> after`; the word alone where the two can't be told.
pub fn differences<T: Told>(before: &T, after: &T, aspects: T::Aspects) -> Vec<String> {
    let (before, after) = (before.told(), after.told());
    let value = |told: &[(&'static str, String)], word: &str| {
        told.iter().find(|(of, _)| *of == word).map(|(_, value)| value.clone())
    };
    let words = aspects.words().into_iter();
    words
        .map(|word| match (value(&before, word), value(&after, word)) {
            (Some(before), Some(after)) if before != after => match word {
                // The two say it themselves.
                "not null" => format!("{before} -> {after}"),
                word => format!("{word} {before} -> {after}"),
            },
            _ => word.to_owned(),
        })
        .collect()
}

/// In one line, and none where there is nothing.
fn text(of: Option<&str>) -> String {
    match of {
        None | Some("") => "none".to_owned(),
        Some(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

pub(super) fn quoted(of: Option<&String>) -> String {
    of.map_or_else(|| "none".to_owned(), |text| format!("'{}'", text.replace('\n', " ")))
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

fn list(of: &[String]) -> String {
    if of.is_empty() { "none".to_owned() } else { format!("({})", of.join(", ")) }
}

pub(super) fn pairs(of: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> = of.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    list(&pairs)
}

pub(super) fn granted(of: &[Grant]) -> String {
    let one = |grant: &Grant| {
        let column = grant.column.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
        let grantee = if grant.grantee.is_empty() { "public" } else { &grant.grantee };
        format!("{}{column} to {grantee}", grant.privilege.to_lowercase())
    };
    list(&of.iter().map(one).collect::<Vec<_>>())
}

fn deferrable(of: Deferrable) -> String {
    match of {
        Deferrable::No => "no",
        Deferrable::Immediate => "initially immediate",
        Deferrable::Deferred => "initially deferred",
    }
    .to_owned()
}

fn counted(of: &SequenceOptions) -> String {
    let number = |word: &str, n: Option<i64>| n.map(|n| format!("{word} {n}"));
    let parts = [
        of.ty.clone(),
        number("from", of.start),
        number("by", of.increment),
        number("at least", of.min),
        number("at most", of.max),
        of.cycle.filter(|cycle| *cycle).map(|_| "cycle".to_owned()),
    ];
    list(&parts.into_iter().flatten().collect::<Vec<_>>())
}

fn identity(of: &Identity) -> String {
    match of {
        Identity::None => "none".to_owned(),
        Identity::Auto { .. } => "by the database".to_owned(),
        Identity::Standard { always, options } => {
            let when = if *always { "always" } else { "by default" };
            format!("identity {when} {}", counted(options))
        }
        Identity::Serial { sequence, options } => format!("serial {sequence} {}", counted(options)),
        Identity::AutoIncrement => "auto_increment".to_owned(),
        Identity::RowidAutoincrement => "autoincrement".to_owned(),
    }
}

fn part(name: &str, prefix: Option<u32>, collation: Option<&str>, order: SortOrder) -> String {
    let mut text = name.to_owned();
    text += &prefix.map(|length| format!("({length})")).unwrap_or_default();
    text += &collation.map(|name| format!(" collate {name}")).unwrap_or_default();
    text + if order.is_ascending() { "" } else { " desc" }
}

fn key_columns(of: &[KeyColumn]) -> String {
    let columns = of.iter().map(|c| part(&c.name, c.prefix, c.collation.as_deref(), c.order));
    list(&columns.collect::<Vec<_>>())
}

/// The columns of a key whose last is a span of time.
fn span(columns: String, word: &str, of: bool) -> String {
    if of { format!("{columns} {word}") } else { columns }
}

fn not_null(of: Option<&NotNull>) -> String {
    let Some(of) = of else { return text(None) };
    let word = |word: &str, is: bool| if is { format!(" {word}") } else { String::new() };
    of.name.clone() + &word("no inherit", of.no_inherit) + &word("not valid", of.not_valid)
}

fn index_settings(of: &ConstraintIndex) -> String {
    let parameters = of.parameters.iter().map(|(name, value)| format!("{name} = {value}"));
    let marks = [(of.clustered, "clustered"), (of.replica_identity, "replica identity")];
    let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned());
    list(&parameters.chain(marks).collect::<Vec<_>>())
}

fn index_columns(of: &[IndexColumn]) -> String {
    let columns = of.iter().map(|c| {
        let name = match &c.target {
            IndexTarget::Column(name) => name.clone(),
            IndexTarget::Expression(sql) => format!("({})", text(Some(sql))),
        };
        let class = c.operator_class.as_ref().map(|class| format!(" {class}")).unwrap_or_default();
        part(&name, c.prefix, c.collation.as_deref(), c.order) + &class
    });
    list(&columns.collect::<Vec<_>>())
}

impl Told for Column {
    fn told(&self) -> Vec<(&'static str, String)> {
        let computed = self.computed.as_ref().map(|computed| {
            let kept = if computed.stored { "stored" } else { "virtual" };
            format!("({}) {kept}", text(Some(&computed.expression)))
        });
        let collation = self.collation.as_ref().or(self.charset.as_ref());
        vec![
            ("type", text(self.ty.native())),
            ("not null", if self.nullable { "null" } else { "not null" }.to_owned()),
            ("not null constraint", not_null(self.not_null.as_ref())),
            ("default", text(self.default.as_ref().and_then(DefaultValue::sql))),
            ("key generation", identity(&self.identity)),
            ("generated expression", text(computed.as_deref())),
            ("collation", text(collation.map(String::as_str))),
            ("on update", text(self.on_update.as_deref())),
            ("comment", quoted(self.comment.as_ref())),
            ("options", pairs(&self.options)),
        ]
    }
}

impl Told for PrimaryKey {
    fn told(&self) -> Vec<(&'static str, String)> {
        vec![
            (
                "columns",
                span(key_columns(&self.columns), "without overlaps", self.without_overlaps),
            ),
            ("include", list(&self.include)),
            ("deferrable", deferrable(self.deferrable)),
            ("on conflict", text(self.on_conflict.as_deref())),
            ("settings", index_settings(&self.index)),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for Unique {
    fn told(&self) -> Vec<(&'static str, String)> {
        vec![
            (
                "columns",
                span(key_columns(&self.columns), "without overlaps", self.without_overlaps),
            ),
            ("include", list(&self.include)),
            ("nulls not distinct", yes(self.nulls_not_distinct)),
            ("deferrable", deferrable(self.deferrable)),
            ("on conflict", text(self.on_conflict.as_deref())),
            ("settings", index_settings(&self.index)),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for ForeignKey {
    fn told(&self) -> Vec<(&'static str, String)> {
        let of = match self.on_delete_columns.is_empty() {
            true => String::new(),
            false => format!(" {}", list(&self.on_delete_columns)),
        };
        let (delete, update) = (self.on_delete.sql(), self.on_update.sql());
        let actions = format!("on delete {delete}{of} on update {update}").to_lowercase();
        vec![
            ("columns", span(list(&self.columns), "period", self.period)),
            ("references", format!("{} {}", self.references, list(&self.referenced_columns))),
            ("actions", actions),
            ("deferrable", deferrable(self.deferrable)),
            ("match full", yes(self.match_full)),
            ("not valid", yes(self.not_valid)),
            ("enforced", yes(!self.not_enforced)),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for Check {
    fn told(&self) -> Vec<(&'static str, String)> {
        vec![
            ("condition", format!("({})", text(Some(&self.expression)))),
            ("no inherit", yes(self.no_inherit)),
            ("not valid", yes(self.not_valid)),
            ("enforced", yes(!self.not_enforced)),
            ("column", text(self.column.as_deref())),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for Exclusion {
    fn told(&self) -> Vec<(&'static str, String)> {
        vec![
            ("definition", text(Some(&self.definition))),
            ("settings", index_settings(&self.index)),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for Index {
    fn told(&self) -> Vec<(&'static str, String)> {
        let settings = ConstraintIndex {
            clustered: self.clustered,
            replica_identity: self.replica_identity,
            ..ConstraintIndex::default()
        };
        vec![
            ("columns", index_columns(&self.columns)),
            ("unique", yes(self.unique)),
            ("nulls not distinct", yes(self.nulls_not_distinct)),
            ("method", text(self.method.as_deref())),
            ("include", list(&self.include)),
            ("condition", text(self.predicate.as_deref())),
            ("options", pairs(&self.options)),
            ("settings", index_settings(&settings)),
            ("comment", quoted(self.comment.as_ref())),
        ]
    }
}

impl Told for Collation {
    fn told(&self) -> Vec<(&'static str, String)> {
        let mut parts = vec![self.provider.clone(), self.locale.clone()];
        parts.extend(self.ctype.clone());
        parts.extend(self.nondeterministic.then(|| "not deterministic".to_owned()));
        parts.extend(self.rules.as_ref().map(|rules| format!("rules {}", text(Some(rules)))));
        vec![("definition", list(&parts)), ("comment", quoted(self.comment.as_ref()))]
    }
}

impl Told for EnumType {
    fn told(&self) -> Vec<(&'static str, String)> {
        let values: Vec<String> = self.values.iter().map(|v| format!("'{}'", v.name)).collect();
        vec![("values", list(&values))]
    }
}

impl Told for Sequence {
    fn told(&self) -> Vec<(&'static str, String)> {
        let owner = self.owned_by.as_ref().map(|owner| match &owner.column {
            Some(column) => format!("{}.{column}", owner.table),
            None => owner.table.to_string(),
        });
        vec![
            ("options", counted(&self.options)),
            ("owner", text(owner.as_deref())),
            ("grants", granted(&self.grants)),
        ]
    }
}

impl Told for SchemaObject {
    fn told(&self) -> Vec<(&'static str, String)> {
        vec![("comment", quoted(self.comment.as_ref())), ("grants", granted(&self.grants))]
    }
}

impl Told for String {
    fn told(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use model_core::schema::{ColumnType, ObjectKind, QualifiedName};

    use super::*;

    fn untold<T: Told>(of: &T) -> Vec<&'static str> {
        let told = of.told();
        let words = T::Aspects::all().words();
        assert!(told.iter().all(|(word, _)| words.contains(word)), "a word of no aspect");
        words.into_iter().filter(|word| !told.iter().any(|(of, _)| of == word)).collect()
    }

    #[test]
    fn every_aspect_is_told_but_for_whole_texts() {
        assert!(untold(&Column::new("a", ColumnType::Native("int".into()))).is_empty());
        assert!(untold(&PrimaryKey::default()).is_empty());
        assert!(untold(&Unique::default()).is_empty());
        assert!(untold(&ForeignKey::default()).is_empty());
        assert!(untold(&Check::default()).is_empty());
        assert!(untold(&Exclusion::default()).is_empty());
        assert_eq!(untold(&Index::default()), ["text"]);
        let view = SchemaObject::new(ObjectKind::View, QualifiedName::new("v"));
        assert_eq!(untold(&view), ["definition", "indexes"]);
    }

    #[test]
    fn both_sides_are_told() {
        let before = Column::new("name", ColumnType::Native("varchar(80)".into()));
        let after = Column {
            ty: ColumnType::Native("text".into()),
            nullable: true,
            default: Some(DefaultValue::Sql("'a'".into())),
            ..before.clone()
        };
        let aspects = super::super::ColumnAspects {
            ty: true,
            nullable: true,
            default: true,
            ..Default::default()
        };
        assert_eq!(
            differences(&before, &after, aspects),
            ["type varchar(80) -> text", "not null -> null", "default none -> 'a'"]
        );
    }
}
