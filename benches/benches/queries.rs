//! Pairs of the same query, which take turns: `cargo bench -p benches`, and on PostgreSQL too with
//! `POSTGRES_URL=postgres://… cargo bench -p benches --features postgres`.
//!
//! The processor's time that each takes in this program, their ratio, and how often each allocates.
//! Neither the server's time is in it, which the models can't change, nor that of other programs;
//! what is left of those only makes a run longer, so the time is that of the fastest tenth.

use std::time::{Duration, Instant};

use benches::Pair;
use cpu_time::ThreadTime;
use diesel::QueryResult;

/// How long a pair takes turns.
const TIME: Duration = Duration::from_secs(6);
/// How often it does at least.
const ROUNDS: usize = 40;

fn main() {
    let mut sqlite = benches::sqlite::database().expect("SQLite needs no server");
    table("SQLite in memory", &mut sqlite, &benches::sqlite::pairs::PAIRS);
    #[cfg(feature = "postgres")]
    match std::env::var("POSTGRES_URL") {
        Ok(url) => {
            let mut connection = benches::postgres::database(&url).expect("PostgreSQL lets us in");
            table("PostgreSQL", &mut connection, &benches::postgres::pairs::PAIRS);
        }
        Err(_) => eprintln!("PostgreSQL is left out: POSTGRES_URL doesn't say where it is"),
    }
}

fn table<C>(database: &str, connection: &mut C, pairs: &[Pair<C>]) {
    println!("| {database} | by hand | models | ratio | allocations by hand | models |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for pair in pairs {
        let (by_hand, models) = times(connection, pair);
        println!(
            "| {} | {} | {} | {:.2} | {} | {} |",
            pair.name,
            microseconds(by_hand),
            microseconds(models),
            models.as_secs_f64() / by_hand.as_secs_f64(),
            allocations(connection, pair.by_hand),
            allocations(connection, pair.models),
        );
    }
    println!();
}

/// The times of both, of which neither is always the first.
fn times<C>(connection: &mut C, pair: &Pair<C>) -> (Duration, Duration) {
    let (mut by_hand, mut models) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    while begun.elapsed() < TIME || by_hand.len() < ROUNDS {
        if by_hand.len() % 2 == 0 {
            by_hand.push(time(connection, pair.by_hand));
            models.push(time(connection, pair.models));
        } else {
            models.push(time(connection, pair.models));
            by_hand.push(time(connection, pair.by_hand));
        }
    }
    (fastest_tenth(by_hand), fastest_tenth(models))
}

fn time<C>(connection: &mut C, work: fn(&mut C) -> QueryResult<usize>) -> Duration {
    let begun = ThreadTime::now();
    let rows = work(connection).expect("the query is right");
    let spent = begun.elapsed();
    assert_ne!(rows, 0);
    spent
}

/// The slowest of the fastest tenth.
fn fastest_tenth(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 10]
}

fn microseconds(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}

fn allocations<C>(connection: &mut C, work: fn(&mut C) -> QueryResult<usize>) -> u64 {
    let counted = allocation_counter::measure(|| {
        work(connection).expect("the query is right");
    });
    counted.count_total
}
