//! A stack that is deep enough for the deepest document that `load` lets in.
//!
//! Reading, copying and comparing nested JSON recurses once per level. Documents of ordinary depth fit any stack;
//! for the others the work is done on a thread of its own, so that depth never depends on who calls.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// How many levels of arrays and objects a schema document may nest.
pub const MAX_DEPTH: usize = 4096;

/// Depths up to this one need no stack of their own: it is also what readers of instances allow.
pub const ORDINARY_DEPTH: usize = 128;

/// Address space, not memory: pages are only used when the stack grows into them.
const STACK_BYTES: usize = 256 << 20;

/// Does `work` on a deep stack, or on the caller's if no thread can be had.
///
/// # Panics
///
/// Panics if `work` panics, with the same payload.
pub fn on_deep_stack<T: Send>(work: impl Fn() -> T + Sync) -> T {
    scope(|threads| match Builder::new().stack_size(STACK_BYTES).spawn_scoped(threads, &work) {
        Ok(thread) => thread.join().unwrap_or_else(|payload| resume_unwind(payload)),
        Err(_) => work(),
    })
}
