//! The processor's time that something takes, in all threads of the program, because some of the
//! peers ask SQLite in a thread of its own: the slowest of the fastest tenth of as many runs as
//! three seconds have, and of three at least; a line of text each.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

const TIME: Duration = Duration::from_secs(3);

/// Prints the name, a tab and microseconds.
pub fn measure(name: &str, mut work: impl FnMut() -> usize) {
    let (mut times, begun) = (Vec::new(), Instant::now());
    while begun.elapsed() < TIME || times.len() < 3 {
        let begun = ProcessTime::now();
        let rows = work();
        times.push(begun.elapsed());
        assert_ne!(rows, 0, "{name}");
    }
    times.sort_unstable();
    println!("{name}\t{:.1}", times[times.len() / 10].as_secs_f64() * 1e6);
}
