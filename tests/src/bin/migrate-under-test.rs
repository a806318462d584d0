//! The command line as an application embeds it, for tests that run it as a process.

fn main() -> std::process::ExitCode {
    migrate_cli::main()
}
