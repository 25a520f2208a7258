//! `codegen watch` runs again when a file is saved, and only then.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// A process that is ended with the test, however that ends.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
        command.arg("watch").args(arguments).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// What is said until the next change is waited for.
    fn round(&self) -> String {
        let mut said = String::new();
        loop {
            let line =
                self.lines.recv_timeout(Duration::from_mins(2)).unwrap_or_else(|_| panic!("nothing after: {said}"));
            if line.starts_with("waiting for a change") {
                return said;
            }
            said += &line;
            said.push('\n');
        }
    }
}

const GOOD: &str = "{\n  \"title\": \"Point\",\n  \"type\": \"object\",\n  \"required\": [\"x\"]\n}\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("watch").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("schemas")).unwrap();
    fs::write(folder.join("schemas/point.json"), GOOD).unwrap();
    folder
}

#[test]
fn a_save_is_followed_by_another_check() {
    let folder = folder("check");
    let watching = Watching::start(&folder, &[]);
    let first = watching.round();
    assert!(first.contains("layout") && !first.contains("has changed"), "{first}");
    let clean = "{\n  \"title\": \"Point\",\n  \"requird\": []\n}\n";
    fs::write(folder.join("schemas/point.json"), clean).unwrap();
    let second = watching.round();
    assert!(second.starts_with("schemas/point.json has changed\n") && second != first, "{second}");
    // What is not there at first counts as soon as it is, and a file that is replaced as well.
    fs::write(folder.join("schemas/other.json"), GOOD).unwrap();
    assert!(watching.round().starts_with("schemas/other.json has changed\n"));
    fs::write(folder.join("draft"), GOOD).unwrap();
    fs::rename(folder.join("draft"), folder.join("schemas/point.json")).unwrap();
    assert!(watching.round().starts_with("schemas/point.json has changed\n"));
    // Nothing that the runs themselves do is a change.
    assert!(watching.lines.recv_timeout(Duration::from_secs(1)).is_err());
}

#[test]
fn code_is_generated_again_and_mistakes_do_not_end_the_watch() {
    let folder = folder("generate");
    let watching = Watching::start(&folder, &["generate", "schemas/point.json"]);
    watching.round();
    let models = || fs::read_to_string(folder.join("models/point.rs")).unwrap();
    assert!(models().contains("struct Point"));
    fs::write(folder.join("schemas/point.json"), "{ \"$ref\": \"#/$defs/None\" }").unwrap();
    watching.round();
    assert!(models().contains("struct Point"));
    fs::write(folder.join("schemas/point.json"), GOOD.replace("Point", "Spot")).unwrap();
    watching.round();
    assert!(models().contains("struct Spot"));
}
