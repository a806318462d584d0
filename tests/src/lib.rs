//! Private database servers and their catalogs, for tests that ask a real database.
//!
//! A server is started the first time that a test asks for it, on a free port of the loopback
//! interface and in a temporary folder, and ended with the test's process.
#![forbid(unsafe_code)]

pub mod cases;
pub mod catalog;
pub mod chinook;
pub mod generate;
pub mod law;
mod migrated;
mod said;
pub mod servers;

pub use migrated::migrated;
pub use said::said;
pub use servers::{Backend, Database, Server, Version};

/// The same test, a function of a [`Server`], on each server or on those of a kind, under the
/// server's name.
#[macro_export]
macro_rules! on_servers {
    ($test:path) => {
        $crate::on_servers!($test, sqlite);
        $crate::on_servers!($test, postgres);
        $crate::on_servers!($test, mysql);
    };
    ($test:path, sqlite) => {
        #[test]
        fn sqlite() {
            $test($crate::Server::Sqlite);
        }
    };
    ($test:path, postgres) => {
        #[test]
        fn postgres() {
            $test($crate::Server::Postgres);
        }

        #[test]
        fn postgres_18() {
            $test($crate::Server::Postgres18);
        }
    };
    ($test:path, mysql) => {
        #[test]
        fn mariadb() {
            $test($crate::Server::MariaDb);
        }

        #[test]
        fn mysql_9() {
            $test($crate::Server::Mysql9);
        }
    };
}
