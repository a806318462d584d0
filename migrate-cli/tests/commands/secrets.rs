//! No password is ever told: not by a URL that can't be read, nor by a fault in a file that holds one.

use crate::project::{Project, told};

/// The password in several spellings; none of these pieces may turn up.
const PIECES: [&str; 3] = ["hunt3r", "s3cond", "th1rd"];

/// URLs and what is taken for one, each with a password in it.
const URLS: [&str; 33] = [
    "postgres://me:hunt3r-s3cond@127.0.0.1:1/app",
    "POSTGRES://me:hunt3r-s3cond@127.0.0.1:1/app",
    "PostgreSQL://me:hunt3r-s3cond@127.0.0.1:1/app",
    "mysql://me:hunt3r-s3cond@127.0.0.1:1/app",
    "MYSQL://me:hunt3r-s3cond@127.0.0.1:1/app",
    "mariadb://me:hunt3r-s3cond@127.0.0.1:1/app",
    "oracle://me:hunt3r-s3cond@127.0.0.1:1/app",
    "sqlite3://me:hunt3r-s3cond@127.0.0.1:1/app",
    "postgres:me:hunt3r-s3cond@127.0.0.1:1/app",
    "me:hunt3r-s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r/s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r#s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r?s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r@s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r:s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r%s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r s3cond@127.0.0.1:1/app",
    "postgres://me:1/hunt3r?s3cond=th1rd@127.0.0.1:1/app",
    "postgres://me:1/hunt3r?sslmode=s3cond@127.0.0.1:1/app",
    "postgres://me:hunt3r-s3cond",
    "postgres://me:hunt3r-s3cond@127.0.0.1:port/app",
    "postgres://me:hunt3r-s3cond@127.0.0.1:1/app?unknown=x",
    "postgres://me@127.0.0.1:1/app?password=hunt3r-s3cond",
    "postgres://me@127.0.0.1:1/app?sslpassword=hunt3r-s3cond",
    "mysql://me:hunt3r/s3cond@127.0.0.1:1/app",
    "mysql://me:hunt3r#s3cond@127.0.0.1:1/app",
    "mysql://me:1#s3cond-hunt3r@127.0.0.1:1/app",
    "mysql://me:hunt3r?s3cond@127.0.0.1:1/app",
    "mysql://me:1?s3cond=hunt3r@127.0.0.1:1/app",
    "mysql://me:hunt3r@s3cond@127.0.0.1:1/app",
    "mysql://me:hunt3r-s3cond@127.0.0.1:1/app?sslaccept=strict",
    "host=127.0.0.1 port=1 user=me password=hunt3r-s3cond dbname=app",
    "host=127.0.0.1 port=1 password = 'hunt3r s3cond' dbname=app",
];

fn silent(output: &str, about: &str) {
    assert!(!output.starts_with("exit 0"), "{about}: {output}");
    for piece in PIECES {
        assert!(!output.contains(piece), "{about}: {output}");
    }
}

fn in_every_format(project: &Project, args: &[&str], about: &str) {
    for more in [&["--verbose"][..], &["--format", "json"]] {
        silent(&project.run(&[args, more].concat()), about);
    }
}

#[test]
fn on_the_command_line() {
    let project = Project::new();
    project.migration("1_a", "SELECT 1;", "SELECT 1;");
    for url in URLS {
        in_every_format(&project, &["current", "--database-url", url], url);
        let joined = format!("--database-url={url}");
        in_every_format(&project, &["upgrade", &joined], url);
        in_every_format(&project, &["diff", "--from", url, "--to", "empty"], url);
        in_every_format(&project, &["current", "--scratch-url", url], url);
        in_every_format(&project, &["diff", "--from", "empty", "--to", url], url);
        // Where no URL belongs at all.
        in_every_format(&project, &["upgrade", url], url);
        in_every_format(&project, &[url], url);
        in_every_format(&project, &["current", &format!("--databse-url={url}")], url);
        in_every_format(&project, &["current", "--databse-url", url], url);
        in_every_format(&project, &["current", "--format", url], url);
        in_every_format(&project, &["generate", "-m", "x", "--schema", url], url);
    }
}

#[test]
fn in_the_environment_and_in_files() {
    let toml = |url: &str| toml_string(url);
    for url in URLS {
        let project = Project::new();
        let variable = told(project.command(&["current"]).env("DATABASE_URL", url));
        silent(&variable, url);
        let run = |args: &[&str]| told(project.command(args).env_remove("DATABASE_URL"));
        project.write(".env", &format!("DATABASE_URL=\"{}\"\n", url.replace('"', "\\\"")));
        silent(&run(&["current"]), url);
        for broken in [
            format!("DATABASE_URL={url} and more\n"),
            format!("DATABASE_URL='{url}\n"),
            format!("DATABASE_URL {url}\n"),
            format!("export {url}\n"),
            format!("OTHER KEY={url}\nDATABASE_URL={url}\n"),
        ] {
            project.write(".env", &broken);
            silent(&run(&["current"]), &broken);
            silent(&run(&["current", "--format", "json"]), &broken);
        }
        std::fs::remove_file(project.path(".env")).unwrap();
        for text in [
            format!("[database]\nurl = {}\n", toml(url)),
            format!("[database]\nurl = {}\nulr = 1\n", toml(url)),
            format!("[database]\nulr = {}\n", toml(url)),
            format!("[database]\nurl = \"sqlite:a.db\"\nscratch_url = {}\n", toml(url)),
            format!("[database]\nlock_timeout = {}\n", toml(url)),
            format!("[database]\nurl = {url}\n"),
            format!("[database]\nurl = \"{url}\n"),
            format!("[database]\nurl = [{}]\n", toml(url)),
            format!("url: {url}\n"),
        ] {
            project.write("migrate.toml", &text);
            silent(&run(&["current"]), &text);
            silent(&run(&["current", "--format", "json"]), &text);
        }
    }
}

fn toml_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn the_cure_is_named() {
    let project = Project::new();
    for url in [
        "postgres://me:hunt3r/s3cond@127.0.0.1:1/app",
        "postgres://me:hunt3r@s3cond@127.0.0.1:1/app",
        "mysql://me:hunt3r/s3cond@127.0.0.1:1/app",
        "mysql://me:hunt3r#s3cond@127.0.0.1:1/app",
        "mysql://me:hunt3r?s3cond@127.0.0.1:1/app",
        "postgres://me:hunt3r%s3cond@127.0.0.1:1/app",
    ] {
        let output = told(project.command(&["current"]).env("DATABASE_URL", url));
        assert!(output.contains("`/` is written %2F"), "{url}: {output}");
    }
}

#[test]
fn a_fault_is_still_shown() {
    let project = Project::new();
    let text = "[database]\nurl = \"postgres://me:hunt3r-s3cond@h/app\"\nulr = 1\n";
    project.write("migrate.toml", text);
    let output = project.run(&["current"]);
    assert!(output.contains("url = \"postgres://me:***@h/app\""), "{output}");
    assert!(output.contains("unknown field `ulr`"), "{output}");
}
