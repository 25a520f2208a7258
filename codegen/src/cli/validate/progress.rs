//! How far a long validation has come, on a terminal only.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::disk;

use super::documents::is_standard_input;

/// Shorter work than this needs no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that appears when the work takes long.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    is_shown: bool,
    n_documents: u64,
}

impl Progress {
    /// Progress through all of `files`, whose size tells how far it is, if they have one.
    pub(super) fn over(files: &[PathBuf]) -> Self {
        let lengths = files.iter().map(|file| if is_standard_input(file) { None } else { disk::length(file) });
        let total: Option<u64> = lengths.sum();
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let template = match total {
            Some(_) => "{bar:30} {percent}% of {total_bytes}, {msg}, {eta} left",
            None => "{spinner} {bytes}, {msg}, {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, begun: Instant::now(), is_shown: false, n_documents: 0 }
    }

    /// Counts one more document.
    pub(super) fn advance(&mut self, n_bytes: usize) {
        self.n_documents = self.n_documents.saturating_add(1);
        self.bar.inc(u64::try_from(n_bytes).unwrap_or(u64::MAX));
        if !self.is_shown && self.begun.elapsed() > PATIENCE {
            self.is_shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if self.is_shown {
            self.bar.set_message(format!("{} documents", self.n_documents));
        }
    }

    /// Takes the bar away while `print` prints.
    pub(super) fn pause<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
