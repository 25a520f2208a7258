//! How generated code is laid out, and which optional parts it has.

/// Where the generated modules go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A folder of modules under a `mod.rs`, to be a module of any crate or to be included from `OUT_DIR`.
    #[default]
    Modules,
    /// A crate of its own.
    Crate {
        /// The package's name.
        name: String,
    },
    /// One file with everything in it.
    SingleFile,
}

/// What the emitting stages can be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmitOptions {
    /// Where the generated modules go.
    pub layout: Layout,
    /// Whether date-time types convert to and from `jiff::Timestamp` when the user's crate has a feature `jiff`.
    pub jiff: bool,
}
