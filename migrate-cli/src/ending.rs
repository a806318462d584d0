//! What is still done when the process is ended by a signal: Ctrl-C, `kill`, a closed terminal.
//!
//! The signal keeps its meaning: when the work is done the process ends by it, as if nobody had listened.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

type Task = Box<dyn FnOnce() + Send>;

static TASKS: Mutex<Vec<(usize, Task)>> = Mutex::new(Vec::new());
static ENDING: AtomicBool = AtomicBool::new(false);

/// Something that is to be done when a signal ends the process while this value lives.
pub struct Work(usize);

/// Does this when a signal ends the process.
pub fn on_signal(task: impl FnOnce() + Send + 'static) -> Work {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    tasks().push((number, Box::new(task)));
    listen();
    Work(number)
}

impl Drop for Work {
    fn drop(&mut self) {
        tasks().retain(|(number, _)| *number != self.0);
    }
}

fn tasks() -> MutexGuard<'static, Vec<(usize, Task)>> {
    TASKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Before the process ends by itself: one that is being ended by a signal leaves that to the signal, and has
/// nothing more to say.
pub fn wait_if_ending() {
    while ENDING.load(Ordering::SeqCst) {
        std::thread::park();
    }
}

#[cfg(unix)]
fn listen() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        // Whoever started us with a signal ignored (`nohup`) wants that.
        let ignored = ignored();
        let wanted = [SIGHUP, SIGINT, SIGTERM]
            .into_iter()
            .filter(|signal| ignored & (1 << (signal - 1)) == 0);
        // Without a listener the signal does what it always did.
        let Ok(mut signals) = signal_hook::iterator::Signals::new(wanted) else { return };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                ENDING.store(true, Ordering::SeqCst);
                let tasks = std::mem::take(&mut *tasks());
                tasks.into_iter().for_each(|(_, task)| task());
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    });
}

/// The signals that are ignored, a bit each; none where the system does not tell.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}

#[cfg(not(unix))]
fn listen() {}
