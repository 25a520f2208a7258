//! What generating takes as a schema grows to thousands of definitions: time and memory, each in a process of its own.

use std::error::Error;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use codegen::load::Text;
use codegen::{EmitOptions, Options};

use crate::generation::many;

/// The argument that asks for one measurement, before how many definitions and whether by typify alone.
pub const CHILD: &str = "--growth";

/// How many definitions the schemas have.
const SIZES: [usize; 3] = [1000, 2000, 4000];

/// Prints a row for each way and what it takes.
pub fn print() -> Result<(), Box<dyn Error>> {
    let heading: String = SIZES.iter().map(|size| format!("{:>24}", format!("{size} definitions"))).collect();
    println!("\n{:<44}{heading}", "generating thousands, time and most memory");
    for (way, name) in [("typify", "typify alone on the lowered input"), ("all", "everything, from text to text")] {
        let figures: Result<String, Box<dyn Error>> = SIZES.iter().map(|size| figure(*size, way)).collect();
        println!("{name:<44}{}", figures?);
    }
    Ok(())
}

/// What a process of its own says of itself.
fn figure(size: usize, way: &str) -> Result<String, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).args([CHILD, &size.to_string(), way]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr)?.into());
    }
    Ok(format!("{:>24}", String::from_utf8(output.stdout)?.trim()))
}

/// Generates once and prints what that took.
pub fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let size = arguments.next().ok_or("how many definitions?")?.parse()?;
    let texts = [Text { name: "many.json".into(), path: "many.json".into(), text: many(size) }];
    let start = Instant::now();
    let planned = codegen::plan_texts(&texts, &Options::default()).map_err(|found| found.to_string())?;
    let (start, planned_in) = (Instant::now(), start.elapsed());
    let before = if arguments.next().as_deref() == Some("typify") {
        codegen::typegen::typify_alone(&planned.plan).map_err(|found| found.to_string())?;
        Duration::ZERO
    } else {
        codegen::emit(&planned, &EmitOptions::default()).map_err(|found| found.to_string())?;
        planned_in
    };
    println!("{:.2?}, {}", before + start.elapsed(), most_memory());
    Ok(())
}

/// The most memory that this process has held, where the system tells (Linux: `proc_pid_status(5)`).
fn most_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    peak.map_or_else(|| "-".to_owned(), |kilobytes| format!("{} MB", kilobytes / 1024))
}
