//! The figures as tables: a row for each way, a column for each subject, all as shares of the first row.

use std::time::Duration;

use crate::cell::Cell;

/// Prints a table of instructions, where they are known, and one of times for each task.
pub fn print(cells: &[Cell], instructions: Option<&[u64]>, times: &[Duration]) {
    for task in distinct(cells.iter().map(|cell| cell.task)) {
        if let Some(instructions) = instructions {
            let shown: Vec<(f64, String)> =
                instructions.iter().map(|count| (*count as f64, format!("{count}"))).collect();
            print_task(task, "instructions", cells, &shown);
        }
        let shown: Vec<(f64, String)> = times.iter().map(|time| (time.as_secs_f64(), format!("{time:.1?}"))).collect();
        print_task(task, "time", cells, &shown);
    }
}

fn print_task(task: &str, unit: &str, cells: &[Cell], figures: &[(f64, String)]) {
    let of_task: Vec<(&Cell, &(f64, String))> =
        cells.iter().zip(figures).filter(|(cell, _)| cell.task == task).collect();
    let subjects = distinct(of_task.iter().map(|(cell, _)| cell.subject));
    println!(
        "\n{:<44}{}",
        format!("{task}, {unit}"),
        subjects.iter().map(|name| format!("{name:>24}")).collect::<String>()
    );
    for way in distinct(of_task.iter().map(|(cell, _)| cell.way)) {
        let columns = subjects.iter().map(|subject| {
            let mut column = of_task.iter().filter(|(cell, _)| cell.subject == *subject);
            let measure = column.clone().next().map_or(1.0, |(_, (figure, _))| *figure);
            column.find(|(cell, _)| cell.way == way).map_or_else(
                || format!("{:>24}", "-"),
                |(_, (figure, text))| format!("{text:>15} {:>8.2}", figure / measure),
            )
        });
        println!("{way:<44}{}", columns.collect::<String>());
    }
}

fn distinct(names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut distinct = Vec::new();
    for name in names {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    distinct
}
