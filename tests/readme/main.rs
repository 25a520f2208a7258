//! What the README offers works in a copy of the repository: its page, the GitHub Action and the hooks.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that meets the unexpected must stop")]

mod action;
mod copy;
mod hooks;
mod page;
