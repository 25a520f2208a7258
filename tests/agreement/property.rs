//! Checks on many lists of decisions, and the plainest list that fails.

use std::env;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

/// How many lists are tried, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 48;

/// The longest list: beyond it a document takes the plainest choices only.
const LONGEST: usize = 500;

/// How often a failing list is made plainer at most.
const SHRINKING: u32 = 5000;

/// Runs a check on many lists of decisions; the error is that of the plainest list found to fail.
///
/// The lists are the same in each run, so that no change is blamed for a document that it did not bring up:
/// `PROPTEST_RNG_SEED` gives others, and `PROPTEST_CASES` more.
pub(crate) fn for_all(check: impl Fn(&[u32]) -> Result<(), String>) -> Result<(), String> {
    let mut runner = TestRunner::new(config());
    let decisions = vec(any::<u32>(), 0..=LONGEST);
    let result = runner.run(&decisions, |decisions| check(&decisions).map_err(TestCaseError::fail));
    result.map_err(|failure| match failure {
        // The check's own message shows the document, which says more than the decisions that led to it.
        TestError::Fail(reason, _) | TestError::Abort(reason) => reason.to_string(),
    })
}

fn config() -> Config {
    let mut config = Config { failure_persistence: None, max_shrink_iters: SHRINKING, ..Config::default() };
    if env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(0);
    }
    config
}
