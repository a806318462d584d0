//! The models allocate as often as the same queries written by hand in plain Diesel, and no more.

use benches::Pair;
use diesel::QueryResult;
use model_tests::Server;

fn alike<C>(connection: &mut C, pairs: &[Pair<C>]) {
    for pair in pairs {
        let mut counted = |work: fn(&mut C) -> QueryResult<usize>| {
            // The first run prepares the statement.
            let rows = work(connection).expect("the query is right");
            let counted = allocation_counter::measure(|| {
                work(connection).expect("the query is right");
            });
            ((rows, counted.count_total), counted.bytes_total)
        };
        let (by_hand, bytes_by_hand) = counted(pair.by_hand);
        let (models, bytes) = counted(pair.models);
        assert_eq!(models, by_hand, "{}: rows and allocations", pair.name);
        // Eager loading keeps the parents' keys, and `belonging_to` pointers to them.
        assert!(bytes <= bytes_by_hand, "{}: {bytes} bytes, not {bytes_by_hand}", pair.name);
    }
}

#[test]
fn sqlite() {
    let mut connection = benches::sqlite::database().expect("SQLite needs no server");
    alike(&mut connection, &benches::sqlite::pairs::PAIRS);
}

#[test]
fn postgres() {
    let Some(database) = Server::Postgres.database() else { return };
    let mut connection = benches::postgres::database(&database.url).expect("a connection");
    alike(&mut connection, &benches::postgres::pairs::PAIRS);
}
