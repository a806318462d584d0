//! What a schema keeps by name and value, as types. The names stand in this file and nowhere else.

use std::collections::BTreeMap;

type Options = BTreeMap<String, String>;

const ENGINE: &str = "engine";
const CHARSET: &str = "charset";
const COLLATION: &str = "collation";
const SYSTEM_VERSIONING: &str = "system_versioning";
const PARTITION_BY: &str = "partition_by";
const INVISIBLE: &str = "invisible";
const WITHOUT_SYSTEM_VERSIONING: &str = "without_system_versioning";
const SRID: &str = "srid";
const COLUMN_FORMAT: &str = "column_format";
const STORAGE: &str = "storage";
const NOT_SECONDARY: &str = "not_secondary";
const ENGINE_ATTRIBUTE: &str = "engine_attribute";
const SECONDARY_ENGINE_ATTRIBUTE: &str = "secondary_engine_attribute";
const PARSER: &str = "parser";
const KEY_BLOCK_SIZE: &str = "key_block_size";

/// The options of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// The storage engine.
    pub engine: Option<String>,
    /// The character set of new columns, where a model names no collation.
    pub charset: Option<String>,
    /// The collation of new columns.
    pub collation: Option<String>,
    /// It keeps a history of its rows (MariaDB).
    pub system_versioned: bool,
    /// All that follows `PARTITION BY`.
    pub partition_by: Option<String>,
    /// The rest, which the server takes as `NAME=value`. An engine's own have their name in backticks.
    pub settings: Options,
}

impl TableOptions {
    /// Takes the map apart.
    pub fn read(options: &Options) -> Self {
        let mut settings = options.clone();
        Self {
            engine: settings.remove(ENGINE),
            charset: settings.remove(CHARSET),
            collation: settings.remove(COLLATION),
            system_versioned: settings.remove(SYSTEM_VERSIONING).is_some(),
            partition_by: settings.remove(PARTITION_BY),
            settings,
        }
    }

    /// The map again.
    pub fn into_map(self) -> Options {
        let mut options = self.settings;
        let known = [
            (ENGINE, self.engine),
            (CHARSET, self.charset),
            (COLLATION, self.collation),
            (SYSTEM_VERSIONING, self.system_versioned.then(yes)),
            (PARTITION_BY, self.partition_by),
        ];
        put(&mut options, known);
        options
    }

    /// What leads from these options to others in `ALTER TABLE`; history and partitions have clauses
    /// of their own.
    pub fn changes(&self, after: &Self) -> Vec<TableSetting> {
        let (before, wanted) = (self.named(), after.named());
        let engine = after.engine.as_deref();
        let makes_difference =
            |name: &str, value: &str| is_known_to(name, engine) && implied(name) != Some(value);
        let mut settings: Vec<TableSetting> = wanted
            .iter()
            .filter(|(name, value)| makes_difference(name, value))
            .filter(|(name, value)| before.get(*name) != Some(value))
            .map(|(name, value)| TableSetting::new(name, value))
            .collect();
        let gone = before.iter().filter(|(name, _)| {
            let stays = wanted.get(*name).is_some_and(|value| makes_difference(name, value));
            !stays && is_known_to(name, engine)
        });
        settings.extend(gone.filter_map(|(name, value)| {
            let default = default_of(name).filter(|default| default != value)?;
            Some(TableSetting::new(name, default))
        }));
        settings
    }

    /// Everything that `CREATE TABLE` and `ALTER TABLE` take as a setting.
    fn named(&self) -> BTreeMap<&str, &str> {
        let own = [(ENGINE, &self.engine), (CHARSET, &self.charset), (COLLATION, &self.collation)];
        let own = own.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        let rest = self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        rest.chain(own).collect()
    }
}

/// One setting of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableSetting {
    /// `DEFAULT CHARACTER SET … COLLATE …`
    Collation(String),
    /// `COMMENT=`
    Comment(String),
    /// An option of the engine's own: its name in backticks, its value as SQL.
    OfEngine(String, String),
    /// Any other: its name, its value as SQL.
    Named(String, String),
}

impl TableSetting {
    fn new(name: &str, value: &str) -> Self {
        let (name, value) = (name.to_owned(), value.to_owned());
        match name.as_str() {
            COLLATION => Self::Collation(value),
            _ if name.starts_with('`') => Self::OfEngine(name, value),
            _ => Self::Named(name, value),
        }
    }
}

/// The options of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// `SELECT *` leaves it out.
    pub invisible: bool,
    /// The history of a system-versioned table leaves it out (MariaDB).
    pub without_system_versioning: bool,
    /// The spatial reference system (MySQL).
    pub srid: Option<u32>,
    /// `COLUMN_FORMAT` (MySQL)
    pub column_format: Option<String>,
    /// `STORAGE` (MySQL)
    pub storage: Option<String>,
    /// A secondary engine leaves it out (MySQL).
    pub not_secondary: bool,
    /// What engines are told about it (MySQL).
    pub attributes: EngineAttributes,
}

/// What the engine and the secondary engine are told about a column or an index: JSON (MySQL).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EngineAttributes {
    /// `ENGINE_ATTRIBUTE`
    pub primary: Option<String>,
    /// `SECONDARY_ENGINE_ATTRIBUTE`
    pub secondary: Option<String>,
}

impl EngineAttributes {
    fn read(options: &Options) -> Self {
        Self {
            primary: options.get(ENGINE_ATTRIBUTE).cloned(),
            secondary: options.get(SECONDARY_ENGINE_ATTRIBUTE).cloned(),
        }
    }

    fn put(self, options: &mut Options) {
        let known =
            [(ENGINE_ATTRIBUTE, self.primary), (SECONDARY_ENGINE_ATTRIBUTE, self.secondary)];
        put(options, known);
    }
}

impl ColumnOptions {
    /// Takes the map apart.
    pub fn read(options: &Options) -> Self {
        Self {
            invisible: options.contains_key(INVISIBLE),
            without_system_versioning: options.contains_key(WITHOUT_SYSTEM_VERSIONING),
            srid: options.get(SRID).and_then(|srid| srid.parse().ok()),
            column_format: options.get(COLUMN_FORMAT).cloned(),
            storage: options.get(STORAGE).cloned(),
            not_secondary: options.contains_key(NOT_SECONDARY),
            attributes: EngineAttributes::read(options),
        }
    }

    /// The map again.
    pub fn into_map(self) -> Options {
        let mut options = Options::new();
        let known = [
            (INVISIBLE, self.invisible.then(yes)),
            (WITHOUT_SYSTEM_VERSIONING, self.without_system_versioning.then(yes)),
            (SRID, self.srid.map(|srid| srid.to_string())),
            (COLUMN_FORMAT, self.column_format),
            (STORAGE, self.storage),
            (NOT_SECONDARY, self.not_secondary.then(yes)),
        ];
        put(&mut options, known);
        self.attributes.put(&mut options);
        options
    }
}

/// How an index is hidden from the optimizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hiding {
    /// `IGNORED` (MariaDB)
    Ignored,
    /// `INVISIBLE` (MySQL)
    Invisible,
}

/// The options of an index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexOptions {
    /// The optimizer does not use it.
    pub hidden: Option<Hiding>,
    /// What takes the texts of a full-text index apart.
    pub parser: Option<String>,
    /// The size of its blocks, in bytes or in KiB as the engine takes it.
    pub key_block_size: Option<u32>,
    /// What engines are told about it (MySQL).
    pub attributes: EngineAttributes,
}

impl IndexOptions {
    /// Takes the map apart.
    pub fn read(options: &Options) -> Self {
        let hidden = options.get(INVISIBLE).map(|word| match word.as_str() {
            "IGNORED" => Hiding::Ignored,
            _ => Hiding::Invisible,
        });
        Self {
            hidden,
            parser: options.get(PARSER).cloned(),
            key_block_size: options.get(KEY_BLOCK_SIZE).and_then(|size| size.parse().ok()),
            attributes: EngineAttributes::read(options),
        }
    }

    /// The map again.
    pub fn into_map(self) -> Options {
        let mut options = Options::new();
        let word = self.hidden.map(|hidden| match hidden {
            Hiding::Ignored => "IGNORED".to_owned(),
            Hiding::Invisible => "INVISIBLE".to_owned(),
        });
        let known = [
            (INVISIBLE, word),
            (PARSER, self.parser),
            (KEY_BLOCK_SIZE, self.key_block_size.map(|size| size.to_string())),
        ];
        put(&mut options, known);
        self.attributes.put(&mut options);
        options
    }
}

fn yes() -> String {
    "1".to_owned()
}

fn put<const N: usize>(options: &mut Options, known: [(&str, Option<String>); N]) {
    let known = known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    options.extend(known);
}

/// Whether two sets of options of a table, a column or an index come to the same.
pub fn same(a: &Options, b: &Options) -> bool {
    effective(a) == effective(b)
}

/// The options that make a difference.
fn effective(options: &Options) -> BTreeMap<&str, &str> {
    let engine = options.get(ENGINE).map(String::as_str);
    options
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, value)| is_known_to(name, engine) && implied(name) != Some(*value))
        .collect()
}

/// Whether an engine does anything with a setting. The server keeps what it was once given
/// through every change of engine, and refuses some to an engine that does not know them (1911).
fn is_known_to(name: &str, engine: Option<&str>) -> bool {
    let is = |wanted: &str| engine.is_none_or(|engine| engine.eq_ignore_ascii_case(wanted));
    match name {
        "transactional" | "page_checksum" => is("Aria"),
        // Of the engines that come with MariaDB 10.11 only InnoDB has settings of its own.
        _ if name.starts_with('`') => !["Aria", "MyISAM", "MEMORY", "CSV", "ARCHIVE"]
            .into_iter()
            .any(|other| engine.is_some_and(|engine| engine.eq_ignore_ascii_case(other))),
        _ => true,
    }
}

const TABLESPACE: &str = "tablespace";

/// The tablespace of a table that is in none with others.
const OWN_TABLESPACE: &str = "`innodb_file_per_table`";

/// The value that an engine gives a setting that nobody gave one, where the server may show it:
/// for Aria it sometimes does and sometimes does not.
fn implied(name: &str) -> Option<&'static str> {
    match name {
        "transactional" | "page_checksum" => Some("1"),
        TABLESPACE => Some(OWN_TABLESPACE),
        _ => None,
    }
}

/// The value that takes a setting away again; none where every table has one.
fn default_of(name: &str) -> Option<&'static str> {
    match name {
        ENGINE | COLLATION => None,
        "transactional" | "page_checksum" => Some("1"),
        "insert_method" => Some("NO"),
        TABLESPACE => Some(OWN_TABLESPACE),
        "union" => Some("()"),
        "secondary_engine" => Some("NULL"),
        ENGINE_ATTRIBUTE | SECONDARY_ENGINE_ATTRIBUTE => Some("''"),
        "autoextend_size" | "delay_key_write" | "checksum" | "key_block_size" | "max_rows"
        | "min_rows" | "avg_row_length" => Some("0"),
        "connection" | "compression" => Some("''"),
        "encryption" => Some("'N'"),
        // `row_format`, `stats_persistent`, `pack_keys` and their like
        _ => Some("DEFAULT"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(pairs: &[(&str, &str)]) -> Options {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn what_another_engine_left_behind_makes_no_difference() {
        let moved =
            options(&[("engine", "InnoDB"), ("page_checksum", "1"), ("transactional", "0")]);
        assert!(same(&moved, &options(&[("engine", "InnoDB")])));
        let moved = options(&[("engine", "MyISAM"), ("`encrypted`", "'no'")]);
        assert!(same(&moved, &options(&[("engine", "MyISAM")])));
    }

    #[test]
    fn what_holds_anyway_makes_no_difference() {
        let shown = options(&[("engine", "Aria"), ("page_checksum", "1"), ("transactional", "1")]);
        assert!(same(&shown, &options(&[("engine", "Aria")])));
        let other = options(&[("engine", "Aria"), ("transactional", "0")]);
        assert!(!same(&shown, &other));
    }

    #[test]
    fn a_map_is_read_and_written() {
        let table = options(&[
            ("collation", "utf8mb4_bin"),
            ("engine", "InnoDB"),
            ("partition_by", "KEY (`a`)"),
            ("row_format", "DYNAMIC"),
            ("system_versioning", "1"),
        ]);
        assert_eq!(TableOptions::read(&table).into_map(), table);
        let column = options(&[("invisible", "1"), ("srid", "4326"), ("storage", "DISK")]);
        assert_eq!(ColumnOptions::read(&column).into_map(), column);
        let index =
            options(&[("engine_attribute", "{}"), ("invisible", "IGNORED"), ("parser", "ngram")]);
        assert_eq!(IndexOptions::read(&index).into_map(), index);
    }
}
