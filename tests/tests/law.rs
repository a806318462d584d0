//! The law on random schemas and random edits. `PROPTEST_CASES` sets how many new ones are tried;
//! without it they are the same ones every time, so that a change that has nothing to do with
//! them never fails on them. A failure shrinks, its seed is kept in `law.regressions`, and the pair
//! becomes a case.

use std::path::Path;

use model_tests::Server;
use model_tests::generate::{self, Edit};
use model_tests::law::{self, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, RngSeed, TestRunner};

/// How many pairs a server walks, always the same ones, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 120;

fn holds(server: Server) {
    if server.database().is_none() {
        return;
    }
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let persistence = FileFailurePersistence::WithSource("regressions");
    let standard = Config::default();
    let config = Config {
        cases: asked.unwrap_or(CASES),
        rng_seed: if asked.is_some() { standard.rng_seed } else { RngSeed::Fixed(2015) },
        max_shrink_iters: 400,
        source_file: Some(file!()),
        failure_persistence: Some(Box::new(persistence)),
        ..standard
    };
    let edits = prop::collection::vec(Edit::any(), 0..6);
    let pairs = (generate::schemas(), edits, generate::objects());
    let outcome = TestRunner::new(config).run(&pairs, |(before, edits, objects)| {
        let before = generate::over(before, &objects);
        let (after, renames) = generate::apply(&before, &edits);
        let after = generate::carry(&before, after, &renames, &objects);
        let pair = generate::pair(server, &before, &after, &renames);
        let binary = Path::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        let told = |why: &str| {
            format!(
                "{why}\n\nbefore:\n{}\nafter:\n{}\nflags: {:?}",
                pair.before, pair.after, pair.flags
            )
        };
        match law::walk(binary, server, &pair) {
            Verdict::Holds(_) => Ok(()),
            Verdict::Skipped => Err(TestCaseError::fail("the server went away")),
            Verdict::Refused(why) => Err(TestCaseError::fail(told(&format!("refused: {why}")))),
            Verdict::Broken(why) => Err(TestCaseError::fail(told(&why))),
        }
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
}

model_tests::on_servers!(holds);
