//! `migrate completions`

use std::process::ExitCode;

use crate::output;

/// What `migrate completions` is told.
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// Prints them. They are of the command line alone: no configuration is read.
pub fn run(args: &CompletionsArgs, mut command: clap::Command) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "migrate", &mut script);
    output::bytes(&script);
    ExitCode::SUCCESS
}
