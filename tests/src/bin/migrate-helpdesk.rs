//! The command line embedded in an application whose models are those of `examples/helpdesk`.

use helpdesk as _;

fn main() -> std::process::ExitCode {
    migrate_cli::main()
}
