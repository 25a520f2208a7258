//! A copy of the repository to edit, build and commit in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a copy leaves out.
const LEFT_OUT: [&str; 5] = [".git", "target", "models", "node_modules", "benches"];

/// There is one copy, which its users have one after the other: so it is built once.
static COPY: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The copy, as long as somebody works in it.
pub(crate) struct Copy {
    folder: PathBuf,
    _turn: MutexGuard<'static, Option<PathBuf>>,
}

impl Copy {
    /// The copy as the repository is, without what earlier users have done to it.
    pub(crate) fn pristine() -> Self {
        let mut turn = COPY.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = turn.get_or_insert_with(make).clone();
        let copy = Self { folder, _turn: turn };
        copy.git(&["reset", "--quiet", "--hard"]);
        copy.git(&["clean", "--quiet", "--force", "-d"]);
        copy
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A command in the copy, whose builds share the dependencies that are built already.
    pub(crate) fn command(&self, program: &str) -> Command {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
        let mut command = Command::new(program);
        command.current_dir(&self.folder).env("CARGO_TARGET_DIR", target).env("CARGO_TERM_COLOR", "never");
        command
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        git(&self.folder, arguments);
    }

    /// Replaces something in a file.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.folder.join(file)).expect("a file");
        assert!(text.contains(from), "{file}: {from}");
        fs::write(self.folder.join(file), text.replacen(from, to, 1)).expect("room for the edit");
    }
}

/// What a command says on both streams.
pub(crate) fn both(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn make() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&folder);
    copy_folder(Path::new(env!("CARGO_MANIFEST_DIR")), &folder);
    keep_builds_apart(&folder);
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    fs::write(folder.join(".git/info/exclude"), ".cargo\n").expect("room for a line");
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "Everything"]);
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(identity).args(arguments).current_dir(folder).output().expect("git");
    assert!(output.status.success(), "git {arguments:?}: {}", both(&output));
}

/// Builds the copy's own crates with a profile of their own: Cargo would else take the copy's for the repository's, and
/// an edit of the repository after this test would go unnoticed.
fn keep_builds_apart(copy: &Path) {
    let crates = ["codegen", "contracts", "grace-ml-contracts"];
    let profiles = crates.map(|name| format!("[profile.dev.package.{name}]\ncodegen-units = 255\n"));
    fs::create_dir_all(copy.join(".cargo")).expect("a folder");
    fs::write(copy.join(".cargo/config.toml"), profiles.concat()).expect("room for the profiles");
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (path, name) = (entry.path(), entry.file_name());
        let is_left_out = LEFT_OUT.iter().any(|left_out| name == *left_out);
        match path.is_dir() {
            _ if is_left_out => {}
            true => copy_folder(&path, &to.join(&name)),
            false => fs::copy(&path, to.join(&name)).map(drop).expect("a copy"),
        }
    }
}
