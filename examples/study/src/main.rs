//! Prints what the models ask of a database.

use study as _;

fn main() {
    print!("{}", model_core::registry::json());
}
