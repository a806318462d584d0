use std::error::Error as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand};

use crate::commands;
use crate::context::{Context, Global};
use crate::database::secret;
use crate::ending;
use crate::models::child;
use crate::output;
use crate::problem::Result;

/// The exit status of a usage error, as in sysexits.h.
const USAGE: u8 = 64;

/// Compares your Diesel models with the database and writes the migration between them
#[derive(Debug, Parser)]
#[command(name = "migrate", version, max_term_width = 100, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the migrations folder and migrate.toml
    Init(commands::init::InitArgs),
    /// Write a migration from the database to the models
    #[command(visible_alias = "migrate")]
    Generate(commands::generate::GenerateArgs),
    /// Write an empty migration, for a data migration by hand
    Revision(commands::revision::RevisionArgs),
    /// Apply migrations
    Upgrade(commands::upgrade::UpgradeArgs),
    /// Revert migrations
    Downgrade(commands::downgrade::DowngradeArgs),
    /// Say where the database is
    Current(commands::current::CurrentArgs),
    /// List the last migrations; more than one after two branches met
    Heads(commands::heads::HeadsArgs),
    /// List the migrations, the newest first, and mark what is applied
    History(commands::history::HistoryArgs),
    /// Show one migration
    Show(commands::show::ShowArgs),
    /// Record migrations as applied without running them
    Stamp(commands::stamp::StampArgs),
    /// See whether models, migrations and database agree; exit 2 where they don't
    Check(commands::check::CheckArgs),
    /// Print the SQL that leads from one schema to another
    Diff(commands::diff::DiffArgs),
    /// Draw the tables and their keys: --format mermaid, dot or svg
    Diagram(commands::diagram::DiagramArgs),
    /// Tell the dangers of migrations already written; exit 2 where one is denied
    Lint(commands::lint::LintArgs),
    /// Replay everything up, down and up again in a scratch database, and compare with the models
    Verify(commands::verify::VerifyArgs),
    /// Print the models as JSON
    Models(commands::models::ModelsArgs),
    /// Write models of what the database has
    Pull(commands::pull::PullArgs),
    /// Print completions for a shell
    Completions(commands::completions::CompletionsArgs),
    /// Print the manual page
    Man(commands::man::ManArgs),
}

/// The whole command line, for a binary of your own.
///
/// Models that are linked into that binary are the ones it works with.
pub fn main() -> ExitCode {
    if let Some(files) = child::asked(std::env::args_os()) {
        return child::child(&files);
    }
    let typed: Vec<String> =
        std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    // Also of an argument that is taken for something else, and told as that.
    typed.iter().for_each(|arg| secret::suspect(arg));
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error, &typed),
    };
    let format = cli.global.format;
    if format.is_picture() && !matches!(cli.command, Command::Diagram(_)) {
        let message = "--format mermaid, dot and svg are what `migrate diagram` draws";
        // Nothing is left to do where even the message can't be printed.
        let _ = Cli::command().error(ErrorKind::InvalidValue, message).print();
        return ExitCode::from(USAGE);
    }
    match cli.command {
        Command::Completions(args) => commands::completions::run(&args, Cli::command()),
        Command::Man(args) => commands::man::run(&args, Cli::command(), format),
        command => match Context::new(cli.global).and_then(|context| run(&command, &context)) {
            Ok(status) => {
                ending::wait_if_ending();
                ExitCode::from(status)
            }
            Err(problem) => {
                ending::wait_if_ending();
                output::report(&problem, format);
                ExitCode::FAILURE
            }
        },
    }
}

/// Tells what is wrong with the command line, or the help that was asked for. What was typed is part of the
/// message: it is read once more without passwords, so that the message is made of that.
fn usage(error: &clap::Error, typed: &[String]) -> ExitCode {
    // Nothing is left to do where even the message can't be printed.
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let shown = typed.iter().map(|arg| output::plain(&secret::hide(arg)));
    let mut error = match Cli::try_parse_from(shown) {
        Err(shown) => shown,
        // What was wrong is in the password itself, so that the text without it is right.
        Ok(_) => clap::Error::raw(error.kind(), without_passwords(error)),
    };
    keep_near_suggestions(&mut error);
    let _ = error.print();
    // The command line could not be read, and this of it is asked for all the same.
    let is_json = |pair: &[String]| pair[0] == "--format" && pair[1] == "json";
    if typed.windows(2).any(is_json) || typed.iter().any(|arg| arg == "--format=json") {
        output::usage(&error.to_string());
    }
    ExitCode::from(USAGE)
}

fn without_passwords(error: &clap::Error) -> String {
    let shown = |text: &str| output::plain(&secret::hide(text));
    let value = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => shown(value),
        _ => String::new(),
    };
    let reason = error.source().map_or_else(|| error.kind().to_string(), |e| shown(&e.to_string()));
    format!(
        "invalid value '{}' for '{}': {reason}\n\nFor more information, try '--help'.\n",
        value(ContextKind::InvalidValue),
        value(ContextKind::InvalidArg),
    )
}

/// Takes out what is another word: `merge` is not a slip of the pen for `migrate`, which writes a
/// migration.
fn keep_near_suggestions(error: &mut clap::Error) {
    let (given, suggested) = (ContextKind::InvalidSubcommand, ContextKind::SuggestedSubcommand);
    let (Some(ContextValue::String(given)), Some(ContextValue::Strings(all))) =
        (error.get(given), error.get(suggested))
    else {
        return;
    };
    let is_near = |name: &String| {
        let letters = name.chars().count().max(given.chars().count());
        name.starts_with(given.as_str())
            || given.starts_with(name.as_str())
            || strsim::osa_distance(name, given) <= letters / 3
    };
    let near: Vec<String> = all.iter().filter(|name| is_near(name)).cloned().collect();
    match near.is_empty() {
        true => drop(error.remove(suggested)),
        false => drop(error.insert(suggested, ContextValue::Strings(near))),
    }
}

fn run(command: &Command, context: &Context) -> Result<u8> {
    match command {
        Command::Init(args) => commands::init::run(args, context),
        Command::Generate(args) => commands::generate::run(args, context),
        Command::Revision(args) => commands::revision::run(args, context),
        Command::Upgrade(args) => commands::upgrade::run(args, context),
        Command::Downgrade(args) => commands::downgrade::run(args, context),
        Command::Current(args) => commands::current::run(args, context),
        Command::Heads(args) => commands::heads::run(args, context),
        Command::History(args) => commands::history::run(args, context),
        Command::Show(args) => commands::show::run(args, context),
        Command::Stamp(args) => commands::stamp::run(args, context),
        Command::Check(args) => commands::check::run(args, context),
        Command::Diagram(args) => commands::diagram::run(args, context),
        Command::Diff(args) => commands::diff::run(args, context),
        Command::Lint(args) => commands::lint::run(args, context),
        Command::Verify(args) => commands::verify::run(args, context),
        Command::Pull(args) => commands::pull::run(args, context),
        Command::Models(args) => commands::models::run(args, context),
        // Handled before there is a context.
        Command::Completions(_) | Command::Man(_) => Ok(0),
    }
}
