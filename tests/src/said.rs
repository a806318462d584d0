use std::process::Command;

/// Runs a command to its end: its exit status, and all that it said on both outputs.
pub fn said(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().expect("the command starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), said)
}
