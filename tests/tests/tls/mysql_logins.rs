//! How MariaDB and MySQL want a password proved.

use model_tests::{Backend, Server};

use crate::mysql::Tls;
use crate::proxy::Proxy;
use crate::seen::Comes::{Encrypted, Nothing, Plain};
use crate::seen::{ask, at, open, try_all};

const WRONG: &str = "Access denied";

fn mariadb(server: Server) {
    if server != Server::MariaDb {
        return;
    }
    let Some(tls) = Tls::start(server, "logins", &[]) else { return };
    tls.run("INSTALL SONAME 'auth_ed25519'");
    tls.run("CREATE USER signed IDENTIFIED VIA ed25519 USING PASSWORD('hunter2-ed25519')");
    tls.run(
        "CREATE USER native IDENTIFIED VIA mysql_native_password USING PASSWORD('hunter2-native')",
    );
    tls.run("GRANT ALL ON *.* TO signed; GRANT ALL ON *.* TO native");
    let plain = "ssl-mode=DISABLED";
    try_all(
        Backend::Mysql,
        &[
            (tls.url("signed:hunter2-ed25519", ""), Encrypted),
            (tls.url("signed:hunter2-ed25519", plain), Plain),
            (tls.url("signed:hunter2-wrong", ""), Nothing(WRONG)),
            (tls.url("signed", ""), Nothing(WRONG)),
            (tls.url("native:hunter2-native", ""), Encrypted),
            (tls.url("native:hunter2-native", plain), Plain),
            (tls.url("native:hunter2-wrong", plain), Nothing(WRONG)),
        ],
    );
}

fn mysql(server: Server) {
    if server != Server::Mysql9 {
        return;
    }
    let Some(tls) = Tls::start(server, "logins", &[]) else { return };
    tls.run("CREATE USER cached IDENTIFIED WITH caching_sha2_password BY 'hunter2-cached'");
    tls.run("CREATE USER hashed IDENTIFIED WITH sha256_password BY 'hunter2-hashed'");
    tls.run("GRANT ALL ON *.* TO cached; GRANT ALL ON *.* TO hashed");
    let forget = || tls.run("FLUSH PRIVILEGES");
    let url = |options: &str| tls.url("cached:hunter2-cached", options);
    let once = |url: String, comes| try_all(Backend::Mysql, &[(url, comes)]);
    let plain = "ssl-mode=DISABLED";
    let refuses = "ssl-mode=DISABLED&get-server-public-key=0";

    // The whole password, encrypted by TLS, then by the server's key.
    once(url(""), Encrypted);
    forget();
    once(url(refuses), Nothing("get_server_public_key=1"));
    once(url(plain), Plain);
    // The server knows it by now.
    once(url(refuses), Plain);
    forget();
    let key = ask(
        &mut *open(&tls.url("u", "")).unwrap(),
        "SELECT variable_value FROM performance_schema.global_status WHERE variable_name = 'Caching_sha2_password_rsa_public_key'",
    );
    let key = at(&tls.files.write("server.pem", &key));
    once(url(&format!("{refuses}&server-public-key-path={key}")), Plain);
    forget();
    let wrong = at(&tls.files.write("wrong.pem", "no key"));
    once(url(&format!("{plain}&server-public-key-path={wrong}")), Nothing("no RSA key"));
    once(url(&format!("{plain}&server-public-key-path=/no/such")), Nothing("/no/such"));
    once(tls.url("cached:hunter2-wrong", ""), Nothing(WRONG));
    once(tls.url("cached:hunter2-wrong", plain), Nothing(WRONG));
    once(tls.url("cached", ""), Nothing(WRONG));
    once(tls.url("hashed:hunter2-hashed", ""), Encrypted);
    once(tls.url("hashed:hunter2-hashed", plain), Plain);

    forget();
    let proxy = Proxy::to(tls.private.port);
    let through = format!("mysql://cached:hunter2-cached@127.0.0.1:{}/mysql?{plain}", proxy.port);
    once(through, Plain);
    assert!(!String::from_utf8_lossy(&proxy.heard().concat()).contains("hunter2"));
}

/// Whoever the system says we are may come in by the socket.
fn socket(server: Server) {
    let Some(tls) = Tls::start(server, "socket", &[]) else { return };
    let me = std::process::Command::new("id").arg("-un").output().unwrap();
    let me = String::from_utf8(me.stdout).unwrap().trim().to_owned();
    match server {
        Server::MariaDb => {
            tls.run(&format!(
                "CREATE OR REPLACE USER '{me}'@'localhost' IDENTIFIED VIA unix_socket"
            ));
            tls.run("CREATE USER nobody@localhost IDENTIFIED VIA unix_socket");
        }
        _ => {
            tls.run("INSTALL PLUGIN auth_socket SONAME 'auth_socket.so'");
            tls.run(&format!("DROP USER IF EXISTS '{me}'@'localhost'"));
            tls.run(&format!("CREATE USER '{me}'@'localhost' IDENTIFIED WITH auth_socket"));
            tls.run("CREATE USER nobody@localhost IDENTIFIED WITH auth_socket");
        }
    }
    tls.run(&format!(
        "GRANT ALL ON *.* TO '{me}'@'localhost'; GRANT ALL ON *.* TO nobody@localhost"
    ));
    let url = |user: &str| {
        format!("mysql://{user}localhost/mysql?unix_socket={}", at(&tls.private.socket))
    };
    try_all(
        Backend::Mysql,
        &[
            (url(&format!("{me}@")), Plain),
            // Nobody is named: it is who we are.
            (url(""), Plain),
            (url("nobody@"), Nothing(WRONG)),
        ],
    );
}

mod of_mariadb {
    model_tests::on_servers!(super::mariadb, mysql);
}
mod of_mysql {
    model_tests::on_servers!(super::mysql, mysql);
}
mod by_the_socket {
    model_tests::on_servers!(super::socket, mysql);
}
