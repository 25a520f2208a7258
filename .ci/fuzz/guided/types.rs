//! Looks for documents that a type and its schema judge differently, or that a type does not give back as they came.

#![no_main]

mod groups;
mod support;
mod verdict;
mod ways;

use std::cell::Cell;

use fuzz::judges::Judges;
use fuzz::subject::{self, Subject};
use libfuzzer_sys::fuzz_target;

use verdict::Verdict;
use ways::Ways;

/// The types, and validators of their schemas.
struct Bench {
    subjects: Vec<Subject>,
    judged: Vec<(Ways, Judges)>,
    n_compared: Cell<u64>,
}

thread_local! {
    static BENCH: Bench = Bench::new();
}

fuzz_target!(|bytes: &[u8]| BENCH.with(|bench| bench.compare(bytes)));

impl Bench {
    fn new() -> Self {
        let subjects: Vec<Subject> = serde_json::from_str(include_str!("subjects.json")).unwrap_or_default();
        let judged: Vec<_> = subjects.iter().filter_map(judged).collect();
        assert!(!judged.is_empty() && judged.len() == subjects.len(), "a type or a validator is missing");
        Self { subjects, judged, n_compared: Cell::new(0) }
    }

    fn compare(&self, bytes: &[u8]) {
        let (place, text) = subject::draw(&self.subjects, bytes);
        let (subject, (ways, judges)) = (&self.subjects[place], &self.judged[place]);
        let verdict = Verdict::of(judges, &text);
        self.n_compared.update(|count| count + u64::from(verdict.is_known()));
        // `serde_json` has floats where a document has numbers that no float holds.
        let n_ways = if verdict == Verdict::Unknown { 1 } else { ways.len() };
        for (way, name) in ways.iter().zip(["from_json", "serde_json"]).take(n_ways) {
            let answer = way(&text);
            let words = verdict.fault(&text, &answer).unwrap_or_default();
            assert!(words.is_empty(), "{name}: {words}: {text}\n{}: {}\n{answer:?}", subject.dialect, subject.schema);
        }
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        eprintln!("{} documents compared by {} types", self.n_compared.get(), self.subjects.len());
    }
}

/// How a subject is read, and its validators.
fn judged(subject: &Subject) -> Option<(Ways, Judges)> {
    let at = groups::TYPES.binary_search_by_key(&subject.module, |(module, _)| *module).ok()?;
    Some((groups::TYPES.get(at)?.1, Judges::of(subject.draft(), &subject.schema)?))
}
