//! Prints what the generated types cost beside what one would otherwise use, all from one run.
//!
//! Instructions, counted by callgrind, do not depend on what else the machine does; times are printed beside them.
//! `cargo run --release` prints the tables. `CALLGRIND_OUT=folder` keeps the profiles, one for each cell, for kcachegrind.

mod callgrind;
mod cell;
mod compiling;
mod documents;
mod generation;
mod growth;
mod plain;
mod reading;
mod shapes;
mod table;
mod wall;
mod writing;

#[allow(warnings, clippy::all, clippy::pedantic, reason = "it is as typify wrote it")]
mod typify {
    include!(concat!(env!("OUT_DIR"), "/typify.rs"));
}

#[allow(warnings, clippy::all, clippy::pedantic, reason = "it is as typify wrote it")]
mod typify_shapes {
    include!(concat!(env!("OUT_DIR"), "/typify_shapes.rs"));
}

#[allow(warnings, clippy::all, clippy::pedantic, reason = "it is as typify wrote it")]
mod typify_wide {
    include!(concat!(env!("OUT_DIR"), "/typify_wide.rs"));
}

use std::error::Error;

use cell::Cell;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(growth::CHILD) {
        return growth::run(arguments);
    }
    let documents = documents::all()?;
    let mut cells: Vec<Cell> = reading::cells(&documents)?;
    cells.extend(shapes::cells()?);
    cells.extend(writing::cells(&documents)?);
    cells.extend(generation::cells()?);
    if std::env::args().any(|argument| argument == callgrind::CHILD) {
        callgrind::run(&cells);
        return Ok(());
    }
    let instructions = callgrind::count(cells.len());
    if let Err(reason) = &instructions {
        eprintln!("no instructions, times only: {reason}");
    }
    let times = wall::measure(&cells);
    table::print(&cells, instructions.ok().as_deref(), &times);
    growth::print()?;
    compiling::print()
}
