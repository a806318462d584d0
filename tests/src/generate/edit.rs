//! Edits of a schema. One that does not apply changes nothing, so that any list of them is valid.

use proptest::prelude::*;
use proptest::sample::Index;

use super::division::WAYS;
use super::{COLUMN_NAMES, Check, Column, ForeignKey, KINDS, Table, Unique};

/// One edit; an [`Index`] picks among what is there.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A further table.
    AddTable,
    /// A table goes, with the keys to it.
    DropTable(Index),
    /// A table gets another name.
    RenameTable(Index),
    /// A further column.
    AddColumn(Index, Index, Index, Option<u8>),
    /// A column goes, with what mentions it.
    DropColumn(Index, Index),
    /// A column gets another name.
    RenameColumn(Index, Index),
    /// A column holds more.
    Widen(Index, Index),
    /// A column holds the same in another way.
    Convert(Index, Index),
    /// A column that is computed.
    AddGenerated(Index, Index),
    /// Another comment of a column, or of the table, or none.
    SetComment(Index, Option<Index>, Option<u8>),
    /// The database counts the key up in another way, or no more.
    SetCounter(Index, u8),
    /// The key holds more, or less.
    ToggleKeyType(Index),
    /// The key gets a second column, or has it no more.
    ToggleCompositeKey(Index, Index),
    /// A further key, to a unique column.
    AddKeyToUnique(Index, Index, Index, (u8, u8, u8)),
    /// Other options, or none.
    SetOptions(Index, u8),
    /// Its rows are divided in another way, or not at all.
    SetDivision(Index, Option<u8>),
    /// A text is compared in another way.
    ToggleCollation(Index, Index),
    /// Two columns get each other's name.
    SwapColumns(Index, Index, Index),
    /// A further value of the enumeration, anywhere.
    AddChoice(Index),
    /// A value goes that no row has.
    DropChoice(Index),
    /// A value gets another name.
    RenameChoice(Index),
    /// The first value comes last.
    TurnChoices,
    /// NULL is allowed, or no more.
    ToggleNullable(Index, Index),
    /// Another default, or none.
    SetDefault(Index, Index, Option<u8>),
    /// A further key.
    AddKey(Index, Index, (u8, u8, u8)),
    /// A key goes, with its column.
    DropKey(Index, Index),
    /// A key does something else.
    ChangeKey(Index, Index, (u8, u8, u8)),
    /// A further unique constraint.
    AddUnique(Index, Index, Index, u8),
    /// A unique constraint of another kind.
    ChangeUnique(Index, Index, u8),
    /// A unique constraint goes.
    DropUnique(Index, Index),
    /// A further index.
    AddIndex(Index, Index, Index, u8),
    /// An index of another kind.
    ChangeIndex(Index, Index, u8),
    /// An index goes.
    DropIndex(Index, Index),
    /// A further check.
    AddCheck(Index, Index, bool),
    /// A check goes.
    DropCheck(Index, Index),
}

impl Edit {
    /// Any edit.
    pub fn any() -> impl Strategy<Value = Self> {
        let i = any::<Index>;
        let key = || (0..4u8, 0..4u8, 0..KINDS.keys);
        prop_oneof![
            Just(Self::AddTable),
            i().prop_map(Self::DropTable),
            i().prop_map(Self::RenameTable),
            (i(), i(), i(), prop::option::of(0..4u8))
                .prop_map(|(t, c, ty, d)| Self::AddColumn(t, c, ty, d)),
            (i(), i()).prop_map(|(t, c)| Self::DropColumn(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::RenameColumn(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::Widen(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::Convert(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::AddGenerated(t, c)),
            (i(), prop::option::of(i()), prop::option::of(0..2u8))
                .prop_map(|(t, c, text)| Self::SetComment(t, c, text)),
            (i(), 0..KINDS.counters).prop_map(|(t, kind)| Self::SetCounter(t, kind)),
            i().prop_map(Self::ToggleKeyType),
            (i(), i()).prop_map(|(t, c)| Self::ToggleCompositeKey(t, c)),
            (i(), i(), i(), key())
                .prop_map(|(t, parent, c, how)| Self::AddKeyToUnique(t, parent, c, how)),
            (i(), 0..KINDS.options).prop_map(|(t, kind)| Self::SetOptions(t, kind)),
            (i(), prop::option::weighted(0.8, 0..WAYS))
                .prop_map(|(t, way)| Self::SetDivision(t, way)),
            (i(), i()).prop_map(|(t, c)| Self::ToggleCollation(t, c)),
            (i(), i(), i()).prop_map(|(t, a, b)| Self::SwapColumns(t, a, b)),
            i().prop_map(Self::AddChoice),
            i().prop_map(Self::DropChoice),
            i().prop_map(Self::RenameChoice),
            Just(Self::TurnChoices),
            (i(), i()).prop_map(|(t, c)| Self::ToggleNullable(t, c)),
            (i(), i(), prop::option::of(0..4u8)).prop_map(|(t, c, d)| Self::SetDefault(t, c, d)),
            (i(), i(), key()).prop_map(|(t, parent, how)| Self::AddKey(t, parent, how)),
            (i(), i()).prop_map(|(t, k)| Self::DropKey(t, k)),
            (i(), i(), key()).prop_map(|(t, k, how)| Self::ChangeKey(t, k, how)),
            (i(), i(), i(), 0..KINDS.uniques)
                .prop_map(|(t, a, b, kind)| Self::AddUnique(t, a, b, kind)),
            (i(), i(), 0..KINDS.uniques).prop_map(|(t, u, kind)| Self::ChangeUnique(t, u, kind)),
            (i(), i()).prop_map(|(t, u)| Self::DropUnique(t, u)),
            (i(), i(), i(), 0..KINDS.indexes)
                .prop_map(|(t, a, b, kind)| Self::AddIndex(t, a, b, kind)),
            (i(), i(), 0..KINDS.indexes).prop_map(|(t, x, kind)| Self::ChangeIndex(t, x, kind)),
            (i(), i()).prop_map(|(t, x)| Self::DropIndex(t, x)),
            (i(), i(), any::<bool>()).prop_map(|(t, c, values)| Self::AddCheck(t, c, values)),
            (i(), i()).prop_map(|(t, c)| Self::DropCheck(t, c)),
        ]
    }
}

/// What is called something else, by its names in the start and in the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rename {
    /// A table.
    Table(String, String),
    /// A column, after its table's name in the start.
    Column(String, String, String),
    /// A value of the enumeration.
    Choice(String, String),
}

pub(super) fn add_key(
    table: &mut Table,
    parent: &str,
    to: Option<String>,
    (on_delete, on_update, kind): (u8, u8, u8),
) {
    let column = format!("{parent}_{}", to.as_deref().unwrap_or("id"));
    let taken = table.foreign_keys.iter().any(|k| k.column == column);
    if !taken && table.column(&column).is_none() {
        let parent = parent.to_owned();
        table.foreign_keys.push(ForeignKey { column, parent, to, on_delete, on_update, kind });
    }
}

/// One column or two, of those that keys can have.
fn pick(table: &Table, first: &Index, second: &Index) -> Option<Vec<String>> {
    let fits = |c: &&Column| c.ty.in_keys() && !c.added && c.generated.is_none();
    let fit: Vec<&Column> = table.columns.iter().filter(fits).collect();
    if fit.is_empty() {
        return None;
    }
    let mut columns = vec![fit[first.index(fit.len())].name.clone()];
    let second = &fit[second.index(fit.len())].name;
    if second > &columns[0] {
        columns.push(second.clone());
    }
    // One set of columns has one index: MariaDB would warn of a second.
    (!table.has_key_of(&columns)).then_some(columns)
}

pub(super) fn add_unique(table: &mut Table, first: &Index, second: &Index, kind: u8) {
    table.uniques.extend(pick(table, first, second).map(|columns| Unique { columns, kind }));
}

pub(super) fn add_index(table: &mut Table, first: &Index, second: &Index, kind: u8) {
    let index = |columns| super::Index { columns, kind };
    table.indexes.extend(pick(table, first, second).map(index));
}

pub(super) fn add_check(table: &mut Table, index: &Index, of_values: bool) {
    if table.columns.is_empty() {
        return;
    }
    let column = &table.columns[index.index(table.columns.len())];
    // The rows there have nothing in a new column but its default.
    let holds = of_values || !column.added || column.default.is_some();
    if holds && !table.checks.iter().any(|c| c.column == column.name) {
        table.checks.push(Check { column: column.name.clone(), of_values });
    }
}

/// A column that is one more than another; `spent` names are not to be given again.
pub(super) fn add_generated(table: &mut Table, index: &Index, spent: &[(String, String)]) {
    let fits = |c: &&Column| c.ty.counts() && c.generated.is_none();
    let fit: Vec<&Column> = table.columns.iter().filter(fits).collect();
    let free = |name: &&&str| {
        table.column(name).is_none() && !spent.iter().any(|(a, b)| a == **name || b == **name)
    };
    let Some(name) = COLUMN_NAMES.iter().find(free) else { return };
    if fit.is_empty() {
        return;
    }
    let source = fit[index.index(fit.len())];
    table.columns.push(Column {
        name: (*name).to_owned(),
        ty: source.ty,
        nullable: true,
        default: None,
        generated: Some(source.name.clone()),
        comment: None,
        collated: false,
        added: true,
        can_go: true,
    });
}
