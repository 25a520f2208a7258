//! One thing to measure.

/// One way of doing one task.
pub struct Cell {
    /// What is done, the rows' heading.
    pub task: &'static str,
    /// To what; each is a column.
    pub subject: &'static str,
    /// How; each is a row, and the first one is the measure of the others.
    pub way: &'static str,
    /// Does it once.
    pub run: Box<dyn Fn()>,
}

impl Cell {
    pub fn new<T>(task: &'static str, subject: &'static str, way: &'static str, run: impl Fn() -> T + 'static) -> Self {
        Self { task, subject, way, run: Box::new(move || drop(std::hint::black_box(run()))) }
    }
}
