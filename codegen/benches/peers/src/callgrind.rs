//! Instructions: this program runs itself under callgrind, which writes a profile for each cell.

use std::process::{Command, Stdio};
use std::{env, fs, io};

use crate::cell::Cell;

/// The argument that says that callgrind is watching.
pub const CHILD: &str = "--under-callgrind";

/// How often a cell is run; first once unwatched, for what is only done once.
const RUNS: u64 = 4;

/// Runs every cell between two dumps.
pub fn run(cells: &[Cell]) {
    for cell in cells {
        (cell.run)();
        dump_profile_here();
        (0..RUNS).for_each(|_| (cell.run)());
        dump_profile_here();
    }
}

/// Callgrind dumps its counters, and starts from zero, when this function is entered.
#[inline(never)]
fn dump_profile_here() {
    std::hint::black_box(());
}

/// The instructions of each cell, per run.
pub fn count(cells: usize) -> io::Result<Vec<u64>> {
    let own = env::temp_dir().join(format!("peers-{}", std::process::id()));
    let folder = env::var_os("CALLGRIND_OUT").map_or(own.clone(), Into::into);
    fs::create_dir_all(&folder)?;
    let profile = folder.join("profile");
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--compress-strings=no", "--dump-before=*dump_profile_here*"])
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(env::current_exe()?)
        .arg(CHILD)
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(io::Error::other("valgrind failed"));
    }
    // Every second dump is a cell's; those between are what comes before it.
    let counts = (0..cells).map(|cell| total(&fs::read_to_string(profile.with_extension((2 * cell + 2).to_string()))?));
    let counts = counts.collect();
    if folder == own {
        fs::remove_dir_all(own)?;
    }
    counts
}

/// What a profile says in total.
fn total(profile: &str) -> io::Result<u64> {
    let total = profile.lines().find_map(|line| line.strip_prefix("totals: "));
    let total = total.and_then(|total| total.trim().parse::<u64>().ok());
    total.map(|total| total / RUNS).ok_or_else(|| io::Error::other("a profile without totals"))
}
