//! The Grace ML contracts: what Grace's machine-learning services say to each other, as Rust types.
//!
//! Each type accepts exactly the documents that its schema accepts and gives back what it was given. The types are
//! generated from the schemas when this crate is built, one module for each schema file.
//!
//! ```
//! use contracts::{Insight, InsightType};
//!
//! let insight = Insight::from_json(include_str!("../../examples/insight.json"))?;
//! assert_eq!(insight.type_, InsightType::Drift);
//!
//! let error = Insight::from_json(r#"{"insight_id": "i1"}"#).unwrap_err();
//! assert!(error.violations().len() > 1);
//! # Ok::<(), contracts::Error>(())
//! ```

#[cfg(feature = "snapshots")]
pub mod snapshot;

include!(concat!(env!("OUT_DIR"), "/mod.rs"));
