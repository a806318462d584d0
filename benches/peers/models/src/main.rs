//! The models of this workspace, or with the argument `by_hand` plain Diesel.

#[path = "../../measure.rs"]
mod measure;

fn main() {
    let by_hand = std::env::args().nth(1).as_deref() == Some("by_hand");
    let mut connection = benches::sqlite::database().expect("SQLite needs no server");
    for pair in benches::sqlite::pairs::PAIRS {
        let work = if by_hand { pair.by_hand } else { pair.models };
        measure::measure(pair.name, || work(&mut connection).expect("the query is right"));
    }
}
