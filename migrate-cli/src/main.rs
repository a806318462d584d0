//! The binary `migrate`; everything it does is in the library.

fn main() -> std::process::ExitCode {
    migrate_cli::main()
}
