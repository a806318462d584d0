//! Which servers the tests run on.

use super::Server;

/// Why a server is not run on, where it isn't. `TEST_SERVERS` names the servers that are asked for,
/// between commas, or `all`, as without it; `SKIP_SERVERS` those that this machine can't have, which `tests/run`
/// finds out.
pub fn skipped(server: Server) -> Option<&'static str> {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    if named("SKIP_SERVERS", &variable("SKIP_SERVERS")).contains(&server) {
        return Some("SKIP_SERVERS says that this machine can't have it");
    }
    let asked = match variable("TEST_SERVERS").as_str() {
        "" | "all" => Server::ALL.to_vec(),
        names => named("TEST_SERVERS", names),
    };
    (!asked.contains(&server)).then_some("it is not asked for; TEST_SERVERS=all asks for all")
}

fn named(variable: &str, names: &str) -> Vec<Server> {
    let of = |name: &str| {
        let known = Server::ALL.map(Server::name);
        let server = Server::ALL.into_iter().find(|server| server.name() == name);
        server.unwrap_or_else(|| {
            panic!("{variable}: no server is called {name}; there are {known:?}")
        })
    };
    names.split([',', ' ']).filter(|name| !name.is_empty()).map(of).collect()
}
