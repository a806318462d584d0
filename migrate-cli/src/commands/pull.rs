//! `migrate pull`: models out of the database.

use std::path::{Path, PathBuf};

use model_core::schema::{QualifiedName, Schema, SchemaObject, Table};
use serde_json::json;
use wildmatch::WildMatch;

use super::{DIFFERENT, DONE};
use crate::compare;
use crate::config::{self, Names};
use crate::context::{Context, Database};
use crate::diff;
use crate::files;
use crate::models;
use crate::problem::{Problem, Result};
use crate::pull::{self, Layout, Pulled, Style};
use crate::source::{SchemaState, Source};

/// What `migrate pull` is told.
#[derive(Debug, clap::Args)]
pub struct PullArgs {
    /// Only these tables; `*` and `?` stand for any characters
    #[arg(value_name = "TABLE")]
    pub tables: Vec<String>,
    /// Write them into this file, or into a folder, a file a table
    #[arg(long, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,
    /// Write over a file that was not written by `pull`
    #[arg(long, requires = "output")]
    pub force: bool,
    /// How structs are called [default: singular]
    #[arg(long, value_enum)]
    pub style: Option<config::PullStyle>,
    /// Whose names constraints and indexes have; written into migrate.toml [default: keep]
    #[arg(long, value_enum)]
    pub names: Option<Names>,
    /// Write nothing: see whether the database has moved from the models; exit 2 where it has
    #[arg(long, conflicts_with_all = ["tables", "output", "force", "style", "names"])]
    pub check: bool,
}

/// Reads the database and writes its models.
pub fn run(args: &PullArgs, context: &Context) -> Result<u8> {
    if args.check {
        return check(context);
    }
    let mut database = context.open()?;
    let schema = database.introspect(&context.scope())?;
    let tables = chosen(&schema, &args.tables)?;
    let configured = &context.located.config.pull;
    let style = Style {
        is_diesels: args.style.or(configured.style) == Some(config::PullStyle::Diesel),
        types: configured.types.clone(),
    };
    let dialect = database.dialect;
    let is_asked = |object: &SchemaObject| {
        args.tables.is_empty() || args.tables.iter().any(|pattern| matches(pattern, &object.name))
    };
    let connection = &mut database.connection;
    let mut pulled = pull::pull(&schema, &tables, is_asked, &style, dialect, connection)?;
    settle(context, &database, &schema, &mut pulled);
    let layout = layout(args.output.as_deref());
    let sources = pulled.sources(args.output.is_some(), &layout)?;
    let mut written: Vec<PathBuf> = Vec::new();
    if let Some(output) = &args.output {
        may_write(output, layout, args.force)?;
        let sql_files = pulled.sql_files();
        let package = package(output).unwrap_or_else(|| context.located.folder.clone());
        for file in &sources {
            let path = match layout {
                Layout::OneFile => output.clone(),
                Layout::Folder => output.join(&file.name),
            };
            files::replace(&path, &file.text)?;
            written.push(path);
        }
        for (path, text) in sql_files {
            let path = package.join(path);
            files::replace(&path, &text)?;
            written.push(path);
        }
    } else {
        let text: String = sources.iter().map(|file| file.text.as_str()).collect();
        context.output.script(text.trim_end());
    }
    let names = settle_names(args, context, &pulled, dialect.capabilities().renames_constraints)?;
    tell(args, context, &schema, &tables, &pulled);
    let source = (args.output.is_none()).then(|| sources.first().map(|file| file.text.clone()));
    context.output.document(&json!({
        "models": pulled.count(),
        "files": written,
        "source": source.flatten(),
        "names": names,
        "notes": pulled.notes,
    }));
    Ok(DONE)
}

fn matches(pattern: &str, name: &QualifiedName) -> bool {
    let pattern = WildMatch::new_case_insensitive(pattern);
    pattern.matches(&name.name) || pattern.matches(&name.to_string())
}

/// The tables that are asked for.
fn chosen<'a>(schema: &'a Schema, patterns: &[String]) -> Result<Vec<&'a Table>> {
    let all = schema.tables.iter().filter(|table| !pull::is_below(table));
    let views = schema.objects.iter().filter(|object| object.kind.is_view());
    let names: Vec<&QualifiedName> =
        schema.tables.iter().map(|t| &t.name).chain(views.map(|view| &view.name)).collect();
    if let Some(missing) =
        patterns.iter().find(|pattern| !names.iter().any(|name| matches(pattern, name)))
    {
        let names: Vec<String> = all.map(|table| table.name.to_string()).collect();
        return Err(Problem::new(format!("the database has no table `{missing}`"))
            .help(format!("it has {}", names.join(", "))));
    }
    let is_asked = |table: &&Table| {
        patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, &table.name))
    };
    let tables: Vec<&Table> = all.filter(is_asked).collect();
    let is_view = |name: &&&QualifiedName| !schema.tables.iter().any(|table| table.name == ***name);
    let has_view = !patterns.is_empty()
        && names.iter().filter(is_view).any(|name| patterns.iter().any(|p| matches(p, name)));
    match tables.is_empty() && !has_view {
        true => Err(Problem::new("the database has no table to make a model of")),
        false => Ok(tables),
    }
}

fn layout(output: Option<&Path>) -> Layout {
    let is_file = |path: &Path| !path.is_dir() && path.extension().is_some_and(|end| end == "rs");
    match output {
        Some(path) if !is_file(path) => Layout::Folder,
        _ => Layout::OneFile,
    }
}

/// Refuses to write over what somebody else wrote.
fn may_write(output: &Path, layout: Layout, force: bool) -> Result<()> {
    let path = match layout {
        Layout::OneFile => output.to_owned(),
        Layout::Folder => output.join("mod.rs"),
    };
    let Ok(text) = std::fs::read_to_string(&path) else { return Ok(()) };
    if force || text.trim().is_empty() || pull::is_ours(&text) {
        return Ok(());
    }
    Err(Problem::new(format!("{} is there already, and `pull` did not write it", path.display()))
        .help("give another --output, or --force to write over it"))
}

/// The folder of the package that a file is in.
fn package(output: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(output).ok()?;
    let mut folders = whole.ancestors().skip(1);
    folders.find(|folder| folder.join("Cargo.toml").is_file()).map(Path::to_owned)
}

/// Has a scratch database keep what the models will declare, and takes back what it keeps in another way: right
/// after this there is nothing to generate.
fn settle(context: &Context, database: &Database, schema: &Schema, pulled: &mut Pulled) {
    loop {
        let declarations = pulled.declarations();
        if declarations.is_empty() {
            return;
        }
        let is_any = match compare::unlike(context, database, schema, declarations) {
            Ok(unlike) => {
                !unlike.is_empty()
                    && pulled.take_back(schema, |name| unlike.iter().any(|u| u == name))
            }
            Err(problem) => {
                let said = problem.to_string();
                let is_blamed = |name: &str| said.starts_with(&format!("{name} ("));
                pulled.take_back(schema, is_blamed)
                    || {
                        pulled.notes.push(format!(
                        "views, functions and triggers have no model, since no scratch database could be asked how it keeps them: {said}"
                    ));
                        while pulled.take_back(schema, |_| true) {}
                        false
                    }
            }
        };
        if !is_any {
            break;
        }
    }
    let left: Vec<String> =
        pulled.unregistered().map(|file| format!("{} stays as it is: the models declare it in no way that the database would keep alike", file.object)).collect();
    pulled.notes.extend(left);
}

/// Writes down whose names count, where that makes a difference.
fn settle_names(
    args: &PullArgs,
    context: &Context,
    pulled: &Pulled,
    renames_constraints: bool,
) -> Result<Names> {
    let configured = context.located.config.generate.names;
    let is_same = pulled.other_names == 0;
    let names = match args.names.or(configured) {
        Some(names) => names,
        None if is_same => Names::Convention,
        None => Names::Keep,
    };
    if configured.unwrap_or_default() != names && (!is_same || args.names.is_some()) {
        config::write_names(&context.located, names)?;
        context.output.note(format!(
            "Wrote `names = \"{}\"` under [generate] in {}",
            names.word(),
            config::FILE
        ));
    }
    if !is_same && names == Names::Convention {
        let count = pulled.other_names;
        context.output.note(match renames_constraints {
            true => format!("`generate` will rename {count} constraints and indexes"),
            false => format!(
                "`generate` will rename {count} constraints and indexes, and rebuild {} tables for it, since the database renames no constraint in place; `names = \"keep\"` leaves them, and is the default for that",
                pulled.tables_of_other_names
            ),
        });
    }
    Ok(names)
}

/// What there is to say beside the models.
fn tell(args: &PullArgs, context: &Context, schema: &Schema, tables: &[&Table], pulled: &Pulled) {
    if let Some(output) = &args.output {
        context.output.say(format!("Wrote {} models into {}", pulled.count(), output.display()));
    }
    pulled.notes.iter().for_each(|note| context.output.warn(note.clone()));
    let others = schema.tables.iter().filter(|t| !pull::is_below(t)).count() - tables.len();
    if others > 0 {
        context.output.note(format!(
            "{others} other tables of the database have no model from here: where no other model has them, put them under `ignore` in {}, or `generate` would drop them",
            config::FILE
        ));
    }
    context.output.note(format!("The models need {}", pulled.needs()));
}

/// Whether the database is what the models say.
fn check(context: &Context) -> Result<u8> {
    let models = models::load(context)?;
    let state = SchemaState::live(Source::Database, context.open()?, context)?;
    let comparison = compare::models_against(context, &models, state)?;
    let lines = diff::describe_both(&comparison.diff);
    if lines.is_empty() {
        context.output.say("The database is what the models say");
    } else {
        context.output.answer("The database has moved from the models; to bring it there:");
        lines.iter().for_each(|line| context.output.answer(format!("  {line}")));
        context.output.note(
            "  help: `migrate pull` writes models of what the database has, `migrate generate` brings the database to the models",
        );
    }
    context.output.document(&json!({ "agree": lines.is_empty(), "differences": lines }));
    Ok(if lines.is_empty() { DONE } else { DIFFERENT })
}
