//! `migrate man`

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap_mangen::Man;

use crate::output::{self, Format};
use crate::problem::Problem;

/// What `migrate man` is told.
#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// Write a page for each command into this folder
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Prints the page, or writes all of them.
pub fn run(args: &ManArgs, command: clap::Command, format: Format) -> ExitCode {
    let (result, doing) = match &args.output {
        None => (print(command), "could not print the page".to_owned()),
        Some(folder) => (
            std::fs::create_dir_all(folder)
                .and_then(|()| clap_mangen::generate_to(command, folder)),
            format!("could not write the pages into {}", folder.display()),
        ),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::report(&Problem::new(doing).because(error), format);
            ExitCode::FAILURE
        }
    }
}

fn print(command: clap::Command) -> io::Result<()> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    output::bytes(&page);
    Ok(())
}
