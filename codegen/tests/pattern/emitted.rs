//! Emitted code: what it reads like, and that it compiles and agrees with the verdict at generation time.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use codegen::pattern::{Compiled, Engine, compile};
use quote::format_ident;

use crate::samples::{PATTERNS, pseudo_random, random_pattern, text_for};

#[test]
fn emitted_code_reads_like_code() {
    let cases = [
        (
            r"^sha256:[a-f0-9]{64}$",
            r#"/// Whether `text` matches `^sha256:[a-f0-9]{64}$`.
            fn matches_it(text: &str) -> bool {
                let is_allowed = |byte: u8| matches!(byte, b'a'..=b'f' | b'0'..=b'9');
                text.strip_prefix("sha256:").is_some_and(|rest| {
                    rest.len() == 64 && rest.bytes().fold(true, |all, byte| all & is_allowed(byte))
                })
            }"#,
        ),
        (
            r"^a(b*a)*$",
            r"/// Whether `text` matches `^a(b*a)*$`.
            fn matches_it(text: &str) -> bool {
                let mut state = 1;
                for byte in text.bytes() {
                    state = match (state, byte) {
                        (2 | 3, b'b') => 2,
                        (1..=3, b'a') => 3,
                        _ => return false,
                    };
                }
                state == 3
            }",
        ),
        (
            r"(.)\1",
            r#"/// Whether `text` matches `(.)\1`.
            fn matches_it(text: &str) -> bool {
                static PATTERN: ::std::sync::LazyLock<Option<::regress::Regex>> =
                    ::std::sync::LazyLock::new(regex);
                fn regex() -> Option<::regress::Regex> {
                    ::regress::Regex::with_flags(r"(.)\1", "u").ok()
                }
                PATTERN.as_ref().is_some_and(|pattern| pattern.find(text).is_some())
            }"#,
        ),
    ];
    for (source, expected) in cases {
        let emitted = syn::parse2(compile(source).unwrap().emit(&format_ident!("matches_it"))).unwrap();
        let expected = syn::parse_file(expected).unwrap();
        assert_eq!(prettyplease::unparse(&emitted), prettyplease::unparse(&expected), "{source}");
    }
}

/// The emitted matchers of all patterns, and of some random ones, in one program that is compiled once: it reads lines of
/// a matcher's name and a text in hexadecimal, and answers each with the verdict.
#[test]
fn emitted_code_agrees() {
    let matchers = matchers();
    let program = build(&matchers);
    let mut questions = String::new();
    let mut expected = String::new();
    for (name, (source, pattern)) in &matchers {
        for seed in 0..150 {
            let choices: Vec<u16> = pseudo_random(seed).take(60).collect();
            let text = text_for(source, &choices);
            write!(questions, "{name} ").unwrap();
            text.bytes().for_each(|byte| write!(questions, "{byte:02x}").unwrap());
            questions.push('\n');
            writeln!(expected, "{} {source} on {text:?}", pattern.is_match(&text)).unwrap();
        }
    }
    let answers = ask(&program, questions);
    let wrong: Vec<_> = answers.lines().zip(expected.lines()).filter(|(got, line)| !line.starts_with(*got)).collect();
    assert_eq!(answers.lines().count(), expected.lines().count());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Patterns that need no engine at run time, by the name of the matcher.
fn matchers() -> BTreeMap<String, (String, Compiled)> {
    let pieces = |seed: usize| pseudo_random(seed as u64).take(1 + seed % 8).collect::<Vec<_>>();
    let random = (0..250).map(|seed| random_pattern(&pieces(seed)));
    let sources = PATTERNS.iter().map(|(source, _)| (*source).to_owned()).chain(random);
    sources
        .filter_map(|source| compile(&source).ok().map(|pattern| (source, pattern)))
        .filter(|(_, pattern)| pattern.engine() != Engine::Backtracking)
        .enumerate()
        .map(|(index, pattern)| (format!("matcher_{index}"), pattern))
        .collect()
}

fn build(matchers: &BTreeMap<String, (String, Compiled)>) -> PathBuf {
    let mut program = String::from("//! Emitted matchers.\n");
    let mut arms = String::new();
    for (name, (_, pattern)) in matchers {
        let file = syn::parse2(pattern.emit(&format_ident!("{name}"))).unwrap();
        program.push_str(&prettyplease::unparse(&file));
        writeln!(arms, "\"{name}\" => {name}(&text),").unwrap();
    }
    write!(
        program,
        "fn main() {{
            for line in std::io::stdin().lines() {{
                let line = line.unwrap();
                let (name, hex) = line.split_once(' ').unwrap();
                let bytes = (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..][..2], 16).unwrap());
                let text = String::from_utf8(bytes.collect()).unwrap();
                println!(\"{{}}\", match name {{ {arms} _ => unreachable!() }});
            }}
        }}"
    )
    .unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (source, binary) = (folder.join("matchers.rs"), folder.join("matchers"));
    std::fs::write(&source, program).unwrap();
    let compiler = Command::new("rustc").args(["--edition=2024", "-Dwarnings", "-o"]).args([&binary, &source]).output();
    let compiler = compiler.unwrap();
    assert!(compiler.status.success(), "{}", String::from_utf8_lossy(&compiler.stderr));
    binary
}

fn ask(program: &Path, questions: String) -> String {
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(questions.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
