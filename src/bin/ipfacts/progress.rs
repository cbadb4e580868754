//! A line on the terminal that says how far long work has come, and is gone when the work is done.
//!
//! It is drawn only where standard error is a terminal, and only once the work has lasted a second: whoever waits
//! wants to know, whoever does not wait wants no flicker.

use std::io::{self, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::context::Context;

/// Work that is done sooner says nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line is drawn anew no more often than this.
const PACE: Duration = Duration::from_millis(100);

/// How many characters the bar has.
const BAR: usize = 24;

/// How far some work has come.
pub(crate) struct Progress {
    total: usize,
    state: Option<Mutex<State>>,
}

struct State {
    done: usize,
    /// When the line may be drawn next.
    next: Instant,
    is_drawn: bool,
}

impl Progress {
    /// Begins work on so many drafts.
    pub(crate) fn new(total: usize, context: &Context) -> Self {
        let state = State { done: 0, next: Instant::now() + PATIENCE, is_drawn: false };
        Self { total, state: (total > 1 && context.shows_progress()).then(|| Mutex::new(state)) }
    }

    /// Another draft is done.
    pub(crate) fn step(&self) {
        let Some(state) = &self.state else { return };
        let mut state = state.lock().expect("no other holder panics");
        state.done += 1;
        let now = Instant::now();
        if now >= state.next {
            state.next = now + PACE;
            state.is_drawn = true;
            // When nobody can see it, so be it.
            let _ = write!(io::stderr(), "\r{}", line(state.done, self.total));
        }
    }
}

/// The line is taken away.
impl Drop for Progress {
    fn drop(&mut self) {
        let drawn =
            self.state.as_mut().and_then(|state| state.get_mut().ok()).is_some_and(|state| state.is_drawn);
        if drawn {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// `━━━━━━──────────────────   120 of 480 drafts`
fn line(done: usize, total: usize) -> String {
    let full = (done * BAR).checked_div(total).unwrap_or(BAR).min(BAR);
    let width = total.to_string().len();
    format!("{}{} {done:>width$} of {total} drafts", "━".repeat(full), "─".repeat(BAR - full))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_line_keeps_its_length() {
        assert_eq!(line(0, 480), "────────────────────────   0 of 480 drafts");
        assert_eq!(line(120, 480), "━━━━━━────────────────── 120 of 480 drafts");
        assert_eq!(line(480, 480), "━━━━━━━━━━━━━━━━━━━━━━━━ 480 of 480 drafts");
    }
}
