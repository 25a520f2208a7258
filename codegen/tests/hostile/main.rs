//! Schemas that mean no good: names, texts, depths, sizes and references that a generator trips over.
//!
//! None may make it panic, and whatever it writes compiles without a warning.

#![cfg(test)]

mod ambiguous;
mod compiled;
mod deep;
mod names;
mod odd;
mod recursive;
mod scratch;
mod texts;
mod wide;
