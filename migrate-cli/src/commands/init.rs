//! `migrate init`

use serde_json::json;

use super::DONE;
use crate::config;
use crate::context::Context;
use crate::files;
use crate::history::{Folder, Record};
use crate::problem::{Problem, Result};

/// What `migrate init` is told.
#[derive(Debug, clap::Args)]
pub struct InitArgs {}

/// Makes the migrations folder and `migrate.toml`; what is there already stays as it is.
pub fn run(_args: &InitArgs, context: &Context) -> Result<u8> {
    let directory = &context.directory;
    let config = std::path::Path::new(config::FILE);
    let mut made = Vec::new();
    if !directory.is_dir() {
        std::fs::create_dir_all(directory).map_err(|e| {
            Problem::new(format!("could not make the folder {}", directory.display())).because(e)
        })?;
        made.push(format!("{}/", directory.display()));
    }
    let _lock = context.lock_folder()?;
    let folder = Folder::read(directory)?;
    let record = Record::read(directory)?;
    if !directory.join("history.toml").exists() {
        record.with_new(&folder).write(directory)?;
        made.push(directory.join("history.toml").display().to_string());
    }
    if !config.exists() {
        files::replace(config, &template(context))?;
        made.push(config::FILE.to_owned());
    }
    for path in &made {
        context.output.say(format!("Made {path}"));
    }
    if made.is_empty() {
        context.output.say("Nothing to do: the migrations folder and migrate.toml are there");
    }
    if !folder.migrations.is_empty() {
        context.output.say(format!("Found {} migrations", folder.migrations.len()));
    }
    context.output.document(&json!({ "made": made, "migrations": folder.migrations.len() }));
    Ok(DONE)
}

/// A folder that was chosen with `-d` is written down, so that it need not be given again.
fn template(context: &Context) -> String {
    match &context.global.directory {
        Some(directory) => {
            let value = toml::Value::String(directory.display().to_string());
            config::TEMPLATE
                .replace("# directory = \"migrations\"", &format!("directory = {value}"))
        }
        None => config::TEMPLATE.to_owned(),
    }
}
