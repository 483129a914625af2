//! Somebody who meddles while something runs.

use std::sync::atomic::{AtomicBool, Ordering};

/// Does something again and again in another thread while `work` runs.
pub fn while_doing(mut again: impl FnMut() + Send, work: impl FnOnce()) {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                again();
            }
        });
        // Also when a check fails, the other thread must end.
        struct Stop<'a>(&'a AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _stop = Stop(&stop);
        work();
    });
}
