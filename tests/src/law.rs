//! The law of the project, for any two schemas and with rows in the tables: apply up, and the
//! catalog is the target's; compare again, and there is nothing; apply down, and the catalog is
//! the start's. What rows could survive did.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::catalog;
use crate::servers::{Backend, Database};

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
    /// The server isn't installed.
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
pub fn walk(migrate: &Path, backend: Backend, pair: &Pair) -> Verdict {
    match try_walk(migrate, backend, pair) {
        Ok(verdict) => verdict,
        Err(Broken(why)) => Verdict::Broken(why),
    }
}

fn try_walk(migrate: &Path, backend: Backend, pair: &Pair) -> Result<Verdict, Broken> {
    let (Some(live), Some(target)) = (backend.database(), backend.database()) else {
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
    let common = columns.common(&goal_columns);
    let common_before = columns.values(&live, &common);

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
    let common_after = goal_columns.values(&live, &common);
    if common_after != common_before {
        return Err(told("rows after up", rows_delta(&common_before, &common_after)));
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
    let common_back = columns.values(&live, &common);
    if common_back != common_before {
        return Err(told("rows after down", rows_delta(&common_before, &common_back)));
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

type Values = BTreeMap<String, Vec<String>>;

fn rows_delta(before: &Values, after: &Values) -> String {
    let changed = before.iter().filter(|(table, rows)| after.get(*table) != Some(rows));
    changed
        .map(|(table, rows)| format!("{table}:\n  had {rows:?}\n  has {:?}", after.get(table)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The plain columns of every table with their types.
struct Columns(BTreeMap<String, BTreeMap<String, String>>);

impl Columns {
    fn read(database: &Database) -> Self {
        let question = match database.backend {
            Backend::Sqlite => {
                "SELECT t.name, c.name, upper(c.type) FROM pragma_table_list t, pragma_table_xinfo(t.name) c
                 WHERE t.type = 'table' AND c.hidden = 0 AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            }
            Backend::Postgres => {
                "SELECT format('%I.%I', n.nspname, c.relname), a.attname,
                        format_type(a.atttypid, a.atttypmod)
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
        let mut tables: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let rows = database.connect().query(question).unwrap_or_else(|e| panic!("{e}"));
        for row in rows {
            if let [Some(table), Some(column), Some(ty)] = &row[..] {
                tables.entry(table.clone()).or_default().insert(column.clone(), ty.clone());
            }
        }
        Self(tables)
    }

    /// The columns of one name and type in tables of one name.
    fn common(&self, other: &Self) -> Self {
        let tables = self.0.iter().filter_map(|(table, columns)| {
            let theirs = other.0.get(table)?;
            let same = columns.iter().filter(|(name, ty)| theirs.get(*name) == Some(ty));
            Some((table.clone(), same.map(|(n, t)| (n.clone(), t.clone())).collect()))
        });
        Self(tables.collect())
    }

    /// The rows of the tables of `of`, as sorted lines.
    fn values(&self, database: &Database, of: &Self) -> Values {
        let mut connection = database.connect();
        let quote = |name: &str| match database.backend {
            Backend::Mysql => format!("`{}`", name.replace('`', "``")),
            _ => format!("\"{}\"", name.replace('"', "\"\"")),
        };
        let mut values = Values::new();
        for (table, columns) in &of.0 {
            // PostgreSQL's came out of format('%I.%I') quoted.
            let from = match database.backend {
                Backend::Postgres => table.clone(),
                _ => quote(table),
            };
            let mut list: Vec<String> = columns.keys().map(|name| quote(name)).collect();
            list.push("'.'".to_owned());
            let query = format!("SELECT {} FROM {from}", list.join(", "));
            values.insert(table.clone(), catalog::rows(connection.as_mut(), &query));
        }
        values
    }
}
