//! Tells when files change, once for all that change together.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::disk;
use crate::cli::exit::Failure;

/// How long nothing must change before a change counts as complete: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(80);

/// The changes of some files and folders, from now on.
pub(super) struct Changes {
    /// The paths that have changed, as soon as they have.
    changed: Receiver<PathBuf>,
    /// Ends the watching when it is dropped.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches folders with all that is in them, and files even if they are replaced or not there yet.
    pub(super) fn of(paths: &[PathBuf]) -> Result<Self, Failure> {
        let here = env::current_dir()?;
        let wanted: Vec<PathBuf> = paths.iter().map(|path| here.join(path)).collect();
        let (sender, changed) = mpsc::channel();
        let is_wanted = {
            let wanted = wanted.clone();
            move |path: &Path| wanted.iter().any(|wanted| path.starts_with(wanted))
        };
        let tell = move |event: notify::Result<Event>| {
            let event = event.ok().filter(|event| is_change(event.kind));
            for path in event.into_iter().flat_map(|event| event.paths).filter(|path| is_wanted(path)) {
                // If nobody waits any more, the process is about to end.
                let _ = sender.send(path.strip_prefix(&here).unwrap_or(&path).to_owned());
            }
        };
        let mut watcher = notify::recommended_watcher(tell).map_err(|error| unwatchable(&error))?;
        for (folder, mode) in folders(&wanted) {
            watcher.watch(&folder, mode).map_err(|error| unwatchable(&error))?;
        }
        Ok(Self { changed, _watcher: watcher })
    }

    /// Waits until something has changed, and nothing more does; the first path of all.
    pub(super) fn wait(&self) -> Option<PathBuf> {
        let first = self.changed.recv().ok()?;
        while self.changed.recv_timeout(QUIET).is_ok() {}
        Some(first)
    }
}

/// The folders to watch: those that are named, and those of the files that are in none of them.
fn folders(wanted: &[PathBuf]) -> Vec<(PathBuf, RecursiveMode)> {
    let is_folder = |path: &Path| disk::is_folder(&path.to_string_lossy());
    let (whole, files): (Vec<&PathBuf>, Vec<&PathBuf>) = wanted.iter().partition(|path| is_folder(path));
    let mut parents: Vec<&Path> = files.iter().filter_map(|file| file.parent()).collect();
    parents.retain(|parent| is_folder(parent) && !whole.iter().any(|folder| parent.starts_with(folder)));
    parents.sort_unstable();
    parents.dedup();
    let whole = whole.into_iter().map(|folder| (folder.clone(), RecursiveMode::Recursive));
    whole.chain(parents.into_iter().map(|parent| (parent.to_owned(), RecursiveMode::NonRecursive))).collect()
}

/// Whether a file has another text now; that somebody reads it is no change.
fn is_change(kind: EventKind) -> bool {
    let is_about_text = kind.is_create() || kind.is_modify() || kind.is_remove();
    is_about_text && !matches!(kind, EventKind::Modify(ModifyKind::Metadata(_)))
}

fn unwatchable(error: &notify::Error) -> Failure {
    Failure::usage("unwatchable-files", format!("files cannot be watched: {error}"), "run the command by hand")
}
