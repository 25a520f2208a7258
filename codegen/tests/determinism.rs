//! The same schemas give the same bytes: again, in any order, elsewhere, and in another thread or process.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::SystemTime;

use codegen::{EmitOptions, Files, Layout, Options};

const SCHEMAS: [&str; 3] = ["ml_api.json", "ml_events.json", "ml_schemas.json"];

/// How often something is tried that depends on the seeds of hash tables, which differ.
const TRIES: usize = 4;

#[test]
fn every_layout_is_the_same_again() {
    let crated = Layout::Crate { name: "models".to_owned() };
    for layout in [Layout::Modules, crated, Layout::SingleFile] {
        let options = EmitOptions { layout, jiff: true };
        let [first, second] = [(); 2].map(|()| generate(&repository(), &options));
        assert_same(&first, &second);
    }
}

#[test]
fn every_thread_generates_the_same() {
    let expected = modules(&repository());
    let found = thread::scope(|threads| {
        let threads: Vec<_> = (0..TRIES).map(|_| threads.spawn(|| modules(&repository()))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for found in &found {
        assert_same(&expected, found);
    }
}

#[test]
fn every_process_generates_the_same() {
    let generate =
        || Command::new(env!("CARGO_BIN_EXE_codegen")).args(["generate", "--stdout"]).args(repository()).output();
    let expected = generate().unwrap();
    assert!(expected.status.success(), "{}", String::from_utf8_lossy(&expected.stderr));
    for _ in 1..TRIES {
        assert!(generate().unwrap().stdout == expected.stdout, "another process generates other code");
    }
}

#[test]
fn the_order_of_the_paths_does_not_matter() {
    let [first, second, third] = &repository();
    let orders = [
        [first, third, second],
        [second, first, third],
        [second, third, first],
        [third, first, second],
        [third, second, first],
    ];
    let expected = modules(&[first, second, third].map(Clone::clone));
    for order in orders {
        assert_same(&expected, &modules(&order.map(Clone::clone)));
    }
    assert_same(&expected, &modules(&[folder()]));
}

#[test]
fn a_path_given_twice_counts_once() {
    let [first, second, third] = repository();
    assert_same(&modules(&repository()), &modules(&[first, second.clone(), third, second, folder()]));
}

#[test]
fn the_place_of_the_schemas_does_not_matter() {
    let elsewhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("elsewhere/deep down");
    fs::create_dir_all(&elsewhere).unwrap();
    for file in SCHEMAS {
        fs::copy(folder().join(file), elsewhere.join(file)).unwrap();
    }
    let nested = folder().join("../codegen/../schemas");
    let expected = modules(&[folder()]);
    for place in [elsewhere, nested, folder().canonicalize().unwrap()] {
        assert_same(&expected, &modules(&[place]));
    }
}

#[test]
fn neither_the_machine_nor_the_day_shows() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    // Long enough to be no accident, short enough for the test's own duration.
    let now = (seconds / 1_000).to_string();
    let traces = [here.to_str().unwrap().to_owned(), here.canonicalize().unwrap().display().to_string(), now];
    for (path, text) in modules(&repository()).iter() {
        for trace in &traces {
            assert!(!text.contains(trace.as_str()), "{path} contains {trace}");
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas")
}

/// The repository's own schemas, file by file.
fn repository() -> [PathBuf; 3] {
    SCHEMAS.map(|file| folder().join(file))
}

fn modules(paths: &[PathBuf]) -> Files {
    generate(paths, &EmitOptions::default())
}

fn generate(paths: &[PathBuf], options: &EmitOptions) -> Files {
    codegen::generate(paths, &Options::default(), options).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

fn assert_same(expected: &Files, found: &Files) {
    let paths = |files: &Files| files.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(expected), paths(found));
    for (path, text) in expected.iter() {
        let other = found.get(path).unwrap();
        let differing = text.lines().zip(other.lines()).position(|(one, other)| one != other);
        assert!(text == other, "{path} differs in line {:?}", differing.map(|line| line + 1));
    }
}
