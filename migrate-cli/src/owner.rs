//! Which process something belongs to that may outlive it: a lease, a scratch database.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

/// A process, told apart from all others that were or will be: machine, number, start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    machine: String,
    process: u32,
    start: u64,
}

impl Owner {
    /// This process.
    pub fn this() -> &'static Self {
        static THIS: OnceLock<Owner> = OnceLock::new();
        THIS.get_or_init(|| {
            let process = std::process::id();
            let start = started(process).unwrap_or_else(|| {
                u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or_default()
            });
            Self { machine: machine(), process, start }
        })
    }

    /// Whether the process has certainly ended. Of other machines, other containers and systems that
    /// don't tell, nothing is certain.
    pub fn is_dead(&self) -> bool {
        self.is_here() && started(self.process) != Some(self.start)
    }

    /// Whether it can be known here that it has ended.
    pub fn is_here(&self) -> bool {
        !self.machine.is_empty() && self.machine == Self::this().machine
    }
}

impl std::fmt::Display for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}_{}", self.machine, self.process, self.start)
    }
}

impl std::str::FromStr for Owner {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('_');
        let (Some(machine), Some(process), Some(start), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(());
        };
        Ok(Self {
            machine: machine.to_owned(),
            process: process.parse().map_err(|_| ())?,
            start: start.parse().map_err(|_| ())?,
        })
    }
}

/// One start of one machine, and the container in it: numbers of processes are of these.
fn machine() -> String {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
    let container = std::fs::read_link("/proc/self/ns/pid").ok();
    let (Some(boot), Some(container)) = (boot, container) else { return String::new() };
    let hash = Sha256::digest(format!("{boot}{}", container.display()));
    hash.iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// When the process was started, in ticks since the machine was; numbers are used again.
fn started(process: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second field is the program's name in parentheses, which may hold blanks and parentheses.
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    // One that has ended and was not waited for is dead, too.
    if fields.next() == Some("Z") {
        return None;
    }
    fields.nth(18)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn alive_and_dead() {
        let this = Owner::this();
        assert!(!this.is_dead());
        assert_eq!(this.to_string().parse(), Ok(this.clone()));
        // A number that was used again.
        assert!(Owner { start: this.start + 1, ..this.clone() }.is_dead());
        let elsewhere = Owner { machine: "0".into(), start: 1, ..this.clone() };
        assert!(!elsewhere.is_dead(), "nothing is known of another machine");
        let mut child = std::process::Command::new("true").spawn().expect("a child");
        let start = started(child.id());
        child.wait().expect("ends");
        let owner = Owner { process: child.id(), start: start.unwrap_or(1), ..this.clone() };
        assert!(owner.is_dead());
    }
}
