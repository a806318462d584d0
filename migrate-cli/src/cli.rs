use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{self, diff::DiffArgs};

/// The exit status of a usage error, as in sysexits.h.
const USAGE: u8 = 64;

/// Compares your Diesel models with the database and writes the migration between them
#[derive(Debug, Parser)]
#[command(name = "migrate", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the SQL that leads from one schema to another
    Diff(DiffArgs),
}

/// The whole command line, for a binary of your own.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let status = if error.use_stderr() { USAGE } else { 0 };
            // Nothing is left to do where even the message can't be printed.
            let _ = error.print();
            return ExitCode::from(status);
        }
    };
    let status = match &cli.command {
        Command::Diff(args) => commands::diff::run(args),
    };
    match status {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
