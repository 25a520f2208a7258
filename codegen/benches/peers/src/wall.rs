//! Times: of many rounds over all cells, each cell's best.

use std::time::{Duration, Instant};

use crate::cell::Cell;

const ROUNDS: usize = 25;

/// A round runs a cell for about this long.
const ROUND: Duration = Duration::from_millis(2);

/// The best time of each cell, per run.
pub fn measure(cells: &[Cell]) -> Vec<Duration> {
    let repeats: Vec<u32> = cells.iter().map(|cell| repeats(time(&*cell.run, 1).max(time(&*cell.run, 1)))).collect();
    let mut best = vec![Duration::MAX; cells.len()];
    for _ in 0..ROUNDS {
        for ((cell, repeats), best) in cells.iter().zip(&repeats).zip(&mut best) {
            *best = (*best).min(time(&*cell.run, *repeats));
        }
    }
    best
}

fn repeats(once: Duration) -> u32 {
    u32::try_from(ROUND.as_nanos() / once.as_nanos().max(1)).unwrap_or(u32::MAX).max(1)
}

fn time(run: &dyn Fn(), repeats: u32) -> Duration {
    let start = Instant::now();
    (0..repeats).for_each(|_| run());
    start.elapsed() / repeats
}
