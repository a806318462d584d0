//! The law of the project, for any two schemas and with rows in the tables: apply up, and the
//! catalog is the target's; compare again, and there is nothing; apply down, and the catalog is
//! the start's. What rows could survive did.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::catalog;
use crate::servers::{Backend, Database, Server};

/// Two schemas, and rows for the first.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    /// The start.
    pub before: String,
    /// The target.
    pub after: String,
    /// What stands in the start's tables.
    pub rows: String,
    /// Further words for `migrate diff`: `--rename`, and what comes with it.
    pub flags: Vec<String>,
}

/// What came of a pair.
#[derive(Debug)]
pub enum Verdict {
    /// The law holds.
    Holds(Migration),
    /// The tool said that it can't, and why.
    Refused(String),
    /// The law is broken.
    Broken(String),
    /// The server isn't there, or wasn't asked for.
    Skipped,
}

/// The text of a migration, all parts of it in the order in which they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Migration {
    /// The text of `up.sql`.
    pub up: String,
    /// The text of `down.sql`.
    pub down: String,
}

struct Broken(String);

impl<E: fmt::Display> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Walks a pair up and down with the binary `migrate`.
pub fn walk(migrate: &Path, server: Server, pair: &Pair) -> Verdict {
    match try_walk(migrate, server, pair) {
        Ok(verdict) => verdict,
        Err(Broken(why)) => Verdict::Broken(why),
    }
}

fn try_walk(migrate: &Path, server: Server, pair: &Pair) -> Result<Verdict, Broken> {
    let (Some(live), Some(target)) = (server.database(), server.database()) else {
        return Ok(Verdict::Skipped);
    };
    let load = |what: &str, database: &Database, sql: &str| {
        database.run(sql).map_err(|why| Broken(format!("the case itself: {what}: {why}")))
    };
    load("before", &live, &pair.before)?;
    load("after", &target, &pair.after)?;
    let (start, goal) = (catalog::read(&live), catalog::read(&target));
    load("rows", &live, &pair.rows)?;
    let (columns, goal_columns) = (Columns::read(&live), Columns::read(&target));
    let kept = columns.kept(&goal_columns, &pair.flags, server.backend());
    let values_before = values(&live, kept.iter().map(|k| (&k.before, &k.columns_before)));

    let folder = tempfile::tempdir()?;
    let (status, said) = diff(migrate, &live, &target, folder.path(), &pair.flags)?;
    match status {
        Some(1) if empty(folder.path())? => return Ok(Verdict::Refused(said)),
        Some(0) if start == goal => return Ok(Verdict::Holds(Migration::default())),
        Some(0) => return Err(Broken(format!("no change seen, but:\n{}", delta(&start, &goal)))),
        Some(2) => {}
        other => return Err(Broken(format!("exit {other:?}: {said}"))),
    }
    let parts = parts(folder.path())?;
    let mut migration = Migration::default();
    for part in &parts {
        migration.up.push_str(&std::fs::read_to_string(part.join("up.sql"))?);
        migration.down.push_str(&std::fs::read_to_string(part.join("down.sql"))?);
    }
    let told = |what: &str, why: String| Broken(format!("{what}: {why}\n{}", migration.up));

    for part in &parts {
        apply(&live, part, "up.sql").map_err(|why| told("up.sql", why))?;
    }
    let reached = catalog::read(&live);
    if reached != goal {
        return Err(told("after up", delta(&reached, &goal)));
    }
    let values_after = values(&live, kept.iter().map(|k| (&k.after, &k.columns_after)));
    if values_after != values_before {
        return Err(told("rows after up", rows_delta(&values_before, &values_after)));
    }
    let again = tempfile::tempdir()?;
    let (status, said) = diff(migrate, &live, &target, again.path(), &[])?;
    if status != Some(0) {
        return Err(told("compared again", said));
    }
    let told = |what: &str, why: String| Broken(format!("{what}: {why}\n{}", migration.down));
    for part in parts.iter().rev() {
        apply(&live, part, "down.sql").map_err(|why| told("down.sql", why))?;
    }
    let returned = catalog::read(&live);
    if returned != start {
        return Err(told("after down", delta(&returned, &start)));
    }
    let values_back = values(&live, kept.iter().map(|k| (&k.before, &k.columns_before)));
    if values_back != values_before {
        return Err(told("rows after down", rows_delta(&values_before, &values_back)));
    }
    Ok(Verdict::Holds(migration))
}

fn diff(
    migrate: &Path,
    from: &Database,
    to: &Database,
    output: &Path,
    flags: &[String],
) -> Result<(Option<i32>, String), Broken> {
    let output = Command::new(migrate)
        .args(["diff", "--exit-code", "--from", &from.url, "--to", &to.url, "--output"])
        .arg(output)
        .args(flags)
        .env_remove("DATABASE_URL")
        .stdin(Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    Ok((output.status.code(), said.trim().to_owned()))
}

fn empty(folder: &Path) -> std::io::Result<bool> {
    Ok(std::fs::read_dir(folder)?.next().is_none())
}

/// The folders of a migration: one, or numbered ones below it.
fn parts(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut parts: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            parts.push(path);
        }
    }
    parts.sort();
    Ok(if parts.is_empty() { vec![folder.to_owned()] } else { parts })
}

/// Runs a file as Diesel's harness does: in a transaction unless its metadata says otherwise.
fn apply(database: &Database, part: &Path, file: &str) -> Result<(), String> {
    let sql = std::fs::read_to_string(part.join(file)).map_err(|e| e.to_string())?;
    let metadata = std::fs::read_to_string(part.join("metadata.toml")).unwrap_or_default();
    let bare = metadata.replace(' ', "").contains("run_in_transaction=false");
    let mut connection = database.connect();
    let begin = if bare { "" } else { "BEGIN;\n" };
    let end = if bare { "" } else { "\nCOMMIT;" };
    connection.execute(&format!("{begin}{sql}{end}")).map_err(|e| e.to_string())
}

fn delta(have: &[String], want: &[String]) -> String {
    let lacks = want.iter().filter(|line| !have.contains(line)).map(|line| format!("- {line}"));
    let extra = have.iter().filter(|line| !want.contains(line)).map(|line| format!("+ {line}"));
    lacks.chain(extra).take(12).collect::<Vec<_>>().join("\n")
}

/// The rows of each table, as sorted lines.
type Values = Vec<Vec<String>>;

fn rows_delta(before: &Values, after: &Values) -> String {
    let changed = before.iter().zip(after).filter(|(before, after)| before != after);
    changed
        .map(|(before, after)| format!("had {before:?}\nhas {after:?}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn quote(backend: Backend, name: &str) -> String {
    match backend {
        Backend::Mysql => format!("`{}`", name.replace('`', "``")),
        _ => format!("\"{}\"", name.replace('"', "\"\"")),
    }
}

/// What stands in some columns of some tables, given quoted.
fn values<'a>(
    database: &Database,
    of: impl Iterator<Item = (&'a Vec<String>, &'a Vec<String>)>,
) -> Values {
    let mut connection = database.connect();
    of.map(|(tables, columns)| {
        // Rows without a column in common are still counted.
        let list: Vec<&str> = columns.iter().map(String::as_str).chain(["'.'"]).collect();
        let select = |table: &String| format!("SELECT {} FROM {table}", list.join(", "));
        let selects: Vec<String> = tables.iter().map(select).collect();
        catalog::rows(connection.as_mut(), &selects.join(" UNION ALL "))
    })
    .collect()
}

/// What the flags rename of a column's or an enumeration's values: the old one, the new one.
fn renamed_values<'a>(flags: &'a [String], holders: &[String]) -> Vec<(&'a str, &'a str)> {
    let of = |flag: &'a String| {
        let value = flag.strip_prefix("value:")?;
        let rest =
            holders.iter().find_map(|h| value.strip_prefix(h.as_str())?.strip_prefix('.'))?;
        rest.split_once('=')
    };
    flags.iter().filter_map(of).collect()
}

fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// A column's values by the names that they had before.
fn with_old_values(backend: Backend, column: &str, values: &[(&str, &str)]) -> String {
    let cast = if backend == Backend::Postgres { "::text" } else { "" };
    let column = quote(backend, column);
    let cases: Vec<String> =
        values.iter().map(|(old, new)| format!("WHEN {} THEN {}", text(new), text(old))).collect();
    format!("CASE {column}{cast} {} ELSE {column}{cast} END", cases.join(" "))
}

/// A table that is on both sides, and its columns that hold the same type there; all quoted. Tables
/// that stand below it on one side alone stand beside it on the other: rows go with them.
struct Kept {
    before: Vec<String>,
    after: Vec<String>,
    columns_before: Vec<String>,
    columns_after: Vec<String>,
}

/// Every table, by the name that the flags give it.
struct Columns(BTreeMap<String, PlainTable>);

/// A table as a query names it, and its columns with their types.
struct PlainTable {
    quoted: String,
    /// The table that it is a partition of.
    parent: Option<String>,
    columns: BTreeMap<String, String>,
}

impl Columns {
    fn read(database: &Database) -> Self {
        let question = match database.server.backend() {
            Backend::Sqlite => {
                "SELECT t.name, c.name, upper(c.type)
                 FROM pragma_table_list t, pragma_table_xinfo(t.name) c
                 WHERE t.type = 'table' AND c.hidden = 0
                   AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            }
            Backend::Postgres => {
                "SELECT CASE n.nspname WHEN 'public' THEN c.relname
                             ELSE n.nspname || '.' || c.relname END,
                        a.attname, format_type(a.atttypid, a.atttypmod),
                        CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END
                            || format('%I.%I', n.nspname, c.relname),
                        (SELECT CASE pn.nspname WHEN 'public' THEN p.relname
                                ELSE pn.nspname || '.' || p.relname END
                         FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                         JOIN pg_namespace pn ON pn.oid = p.relnamespace
                         WHERE h.inhrelid = c.oid AND c.relispartition)
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   AND c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%'
                   AND n.nspname <> 'information_schema'"
            }
            Backend::Mysql => {
                "SELECT table_name, column_name, column_type FROM information_schema.columns
                 JOIN information_schema.tables USING (table_schema, table_name)
                 WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
                   AND IFNULL(generation_expression, '') = ''"
            }
        };
        let mut tables: BTreeMap<String, PlainTable> = BTreeMap::new();
        let rows = database.connect().query(question).unwrap_or_else(|e| panic!("{e}"));
        for row in rows {
            let [Some(table), Some(column), Some(ty), quoted @ ..] = &row[..] else { continue };
            let entry = tables.entry(table.clone()).or_insert_with(|| PlainTable {
                quoted: match quoted {
                    [Some(quoted), ..] => quoted.clone(),
                    _ => quote(database.server.backend(), table),
                },
                parent: quoted.get(1).cloned().flatten(),
                columns: BTreeMap::new(),
            });
            entry.columns.insert(column.clone(), ty.clone());
        }
        Self(tables)
    }

    /// The table at the top of those above a table.
    fn root(&self, table: &str) -> Option<String> {
        let parent = self.0.get(table)?.parent.clone()?;
        self.root(&parent).or(Some(parent))
    }

    /// What is on both sides, under one name or renamed by the flags.
    fn kept(&self, other: &Self, flags: &[String], backend: Backend) -> Vec<Kept> {
        let renamed = |what: &str, old: &str| {
            let prefix = format!("{what}:{old}=");
            flags.iter().find_map(|flag| flag.strip_prefix(&prefix)).map(str::to_owned)
        };
        let tables = self.0.iter().filter_map(|(table, plain)| {
            let new = renamed("table", table).unwrap_or_else(|| table.clone());
            let theirs = other.0.get(&new)?;
            let name = |old: &String| renamed("table", old).unwrap_or_else(|| old.clone());
            let is_kept = |root: &String| other.0.contains_key(&name(root));
            let above = self.root(table).filter(|root| is_kept(root));
            let is_there = |root: &String| self.0.keys().any(|old| name(old) == *root);
            if above.or(other.root(&new).filter(|root| is_there(root))).is_some() {
                return None;
            }
            // What is on its own on one side and below it on the other.
            let below = |old: &String| self.root(old).as_ref() == Some(table);
            let is_below = |new_name: &String| other.root(new_name).as_ref() == Some(&new);
            let joining =
                self.0.iter().filter(|(old, t)| t.parent.is_none() && is_below(&name(old)));
            let leaving = self.0.keys().filter(|old| below(old));
            let leaving = leaving.filter_map(|old| other.0.get(&name(old)));
            let leaving = leaving.filter(|t| t.parent.is_none());
            let own = |t: &PlainTable| t.quoted.clone();
            let mut kept = Kept {
                before: [own(plain)].into_iter().chain(joining.map(|(_, t)| own(t))).collect(),
                after: [own(theirs)].into_iter().chain(leaving.map(own)).collect(),
                columns_before: Vec::new(),
                columns_after: Vec::new(),
            };
            for (column, ty) in &plain.columns {
                let flag = renamed("column", &format!("{table}.{column}"))
                    .or_else(|| renamed("column", &format!("{new}.{column}")));
                // One that goes, and whose name another column has from then on.
                let taken = || {
                    let end = format!("={column}");
                    let of = [format!("column:{table}."), format!("column:{new}.")];
                    flags.iter().any(|f| f.ends_with(&end) && of.iter().any(|o| f.starts_with(o)))
                };
                if flag.is_none() && taken() {
                    continue;
                }
                let name = flag.unwrap_or_else(|| column.clone());
                let holder =
                    |table: &String| [format!("{table}.{column}"), format!("{table}.{name}")];
                let holders = [holder(table), holder(&new), [ty.clone(), ty.clone()]].concat();
                let values = renamed_values(flags, &holders);
                if !values.is_empty() && theirs.columns.contains_key(&name) {
                    kept.columns_before.push(quote(backend, column));
                    kept.columns_after.push(with_old_values(backend, &name, &values));
                } else if theirs.columns.get(&name) == Some(ty) {
                    kept.columns_before.push(quote(backend, column));
                    kept.columns_after.push(quote(backend, &name));
                }
            }
            Some(kept)
        });
        tables.collect()
    }
}
