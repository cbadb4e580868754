//! Whether standard output was closed when the program was started.
//!
//! The standard library opens `/dev/null` in the place of a closed standard output before `main` begins, so
//! that writing to it seems to succeed. Who closed it by mistake would lose what was asked for and be told
//! that all is well; so it is looked at before that.

#![allow(unsafe_code, reason = "running before `main` has no safe way")]

use std::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

#[cfg(unix)]
#[ctor::ctor(unsafe)]
fn look() {
    // Asks the system one question and touches nothing of the standard library's runtime.
    if rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err() {
        CLOSED.store(true, Ordering::Relaxed);
    }
}

/// Whether standard output was closed when the program was started.
pub(crate) fn stdout_was_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}
