//! Processes that outlive no test run, and what they need of the system.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Starts something on a port that nothing listens on. Somebody may take the port before the server
/// does, so that a start that fails is tried again on another one.
pub fn on_a_free_port<T>(start: impl Fn(u16) -> Result<T, String>) -> Result<T, String> {
    let once = || {
        let listener = TcpListener::bind("127.0.0.1:0");
        let address = listener.and_then(|listener| listener.local_addr());
        start(address.map_err(|e| format!("no free port: {e}"))?.port())
    };
    once().or_else(|_| once()).or_else(|_| once())
}

/// Servers run as users of their own.
pub fn allow_everyone(folder: &Path) {
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777))
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
}

/// Whether the tests run as root, as which no database server wants to run.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// A command, run as the given user where the tests run as root.
pub fn command_as(user: &str, program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", user, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<(), String> {
    let told = format!("{command:?}");
    let output = command
        .stdin(Stdio::null())
        .current_dir("/")
        .output()
        .map_err(|e| format!("{told}: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{told}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// A test runner ends its process without running destructors, so that a shell waits for that
/// end: it stops every server whose process number stands in a `*.pid` file of the folder, and
/// removes the folder.
pub fn clean_up_after_this_process(folder: &Path) {
    let script = r#"
        while kill -0 "$1" 2>/dev/null; do sleep 0.2; done
        for file in "$2"/*.pid "$2"/*/postmaster.pid; do
            [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")" 2>/dev/null
        done
        sleep 1
        for file in "$2"/*.pid; do
            [ -f "$file" ] && kill -KILL "$(head -n 1 "$file")" 2>/dev/null
        done
        rm -rf "$2"
    "#;
    let started = Command::new("sh")
        .args(["-c", script, "watcher", &std::process::id().to_string()])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // A group of its own: an interrupt in the terminal reaches the tests, not their watcher.
        .process_group(0)
        .spawn();
    if let Err(why) = started {
        panic!("no watcher for the servers: {why}");
    }
}
