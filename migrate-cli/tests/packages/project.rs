use std::path::{Path, PathBuf};
use std::process::Output;

/// Packages in a folder of their own. What they need is built once for all the tests, so each
/// package has a name that no other test has.
pub struct Project {
    folder: tempfile::TempDir,
}

/// What came back of a command.
pub struct Told {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// What a package with models needs. Without a database's feature the models are for any.
pub const NEEDS: &str = "[dependencies]\nmodel-core = { {core} }\n{diesel}\n";

/// A program that nobody wants to have started.
pub const RUNS: &str = "fn main() { std::fs::write(\"ran\", \"\").unwrap(); loop {} }";

/// A struct with a table of this name.
pub fn model(table: &str) -> String {
    let name = table[..1].to_uppercase() + &table[1..];
    format!(
        "use model_core::prelude::*;\n#[derive(Model)]\n#[model(table = \"{table}\")]\n\
         pub struct {name} {{ pub id: i32 }}\n"
    )
}

impl Project {
    pub fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        // The same versions as in this workspace, which are there without the network.
        let lock = repository().join("Cargo.lock");
        std::fs::copy(lock, project.path("Cargo.lock")).unwrap();
        project
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<str>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text.as_ref()).unwrap();
        self
    }

    /// Writes the Cargo.toml of a folder. `rest` follows the name; `{core}` stands for the place of
    /// model-core, `{diesel}` for the line with Diesel.
    pub fn manifest(&self, folder: &str, name: &str, rest: &str) -> &Self {
        let core = repository().join("model-core").display().to_string();
        let workspace = match folder == "." && !rest.contains("[workspace]") {
            true => "[workspace]\n",
            false => "",
        };
        let rest = rest
            .replace("{core}", &format!("path = \"{core}\""))
            .replace("{diesel}", "diesel = { version = \"2.3\", default-features = false }");
        let package =
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        self.write(&format!("{folder}/Cargo.toml"), format!("{package}{rest}{workspace}"))
    }

    pub fn command(&self, args: &[&str]) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_migrate"));
        let variables = std::env::vars_os().map(|(name, _)| name);
        for name in variables.filter(|name| name.to_string_lossy().starts_with("CARGO_")) {
            command.env_remove(name);
        }
        command
            .current_dir(self.folder.path())
            .env_remove("CLICOLOR_FORCE")
            .env("DATABASE_URL", format!("sqlite:{}", self.path("app.db").display()))
            .envs(settings())
            .args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Told {
        told(self.command(args).output().unwrap())
    }

    /// Runs it in a folder below.
    pub fn run_in(&self, folder: &str, args: &[&str]) -> Told {
        told(self.command(args).current_dir(self.path(folder)).output().unwrap())
    }

    /// What `migrate models` prints.
    pub fn models(&self, args: &[&str]) -> serde_json::Value {
        let told = self.run(&[&["models"], args].concat());
        assert_eq!(told.code, 0, "{}", told.stderr);
        serde_json::from_str(&told.stdout).unwrap()
    }

    /// The tables in it.
    pub fn tables(&self, args: &[&str]) -> Vec<String> {
        let document = self.models(args);
        let tables = document["schema"]["tables"].as_array().unwrap();
        tables.iter().map(|table| table["name"]["name"].as_str().unwrap().to_owned()).collect()
    }

    pub fn succeed(&self, args: &[&str]) -> Told {
        let told = self.run(args);
        assert_eq!(told.code, 0, "{}{}", told.stdout, told.stderr);
        told
    }
}

/// How cargo is to build here: all tests share what they need, as small as it can be.
pub fn settings() -> [(&'static str, String); 4] {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    [
        ("CARGO_TARGET_DIR", target.display().to_string()),
        ("CARGO_NET_OFFLINE", "true".to_owned()),
        ("CARGO_PROFILE_DEV_DEBUG", "0".to_owned()),
        ("CARGO_INCREMENTAL", "0".to_owned()),
    ]
}

fn told(output: Output) -> Told {
    Told {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Told {
    /// It stopped with an error that has all of these in it.
    pub fn refused(&self, words: &[&str]) {
        assert_eq!(self.code, 1, "{}{}", self.stdout, self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "no `{word}` in: {}", self.stderr);
        }
    }
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
