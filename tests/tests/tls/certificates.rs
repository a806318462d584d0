//! Authorities and what they sign, made anew for each test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use model_tests::servers::process::run;
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, DnType,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose,
    RevokedCertParams, SerialNumber, date_time_ymd,
};

/// Who signs.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub pem: String,
}

/// A certificate with all that is between it and its authority, and its key.
pub struct Pair {
    pub certificate: String,
    pub key: String,
}

fn params(name: &str, hosts: &[&str]) -> CertificateParams {
    let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
    let mut params = CertificateParams::new(hosts).unwrap();
    params.distinguished_name.remove(DnType::CommonName);
    params.distinguished_name.push(DnType::CommonName, name);
    params.use_authority_key_identifier_extension = true;
    params
}

fn authority(name: &str) -> CertificateParams {
    let mut params = params(name, &[]);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let (params, key) = (authority(name), KeyPair::generate().unwrap());
        let pem = params.self_signed(&key).unwrap().pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    fn sign(&self, params: &CertificateParams) -> Pair {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Pair { certificate: certificate.pem(), key: key.serialize_pem() }
    }

    /// A server's, for hosts and addresses.
    pub fn server(&self, hosts: &[&str]) -> Pair {
        self.server_named("a server", hosts)
    }

    /// A server's with a name that is not among its alternative names.
    pub fn server_named(&self, name: &str, hosts: &[&str]) -> Pair {
        let mut params = params(name, hosts);
        params.serial_number = Some(SerialNumber::from_slice(&[7]));
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        self.sign(&params)
    }

    /// A server's that is in force for so long; for no time at all, one that no longer is.
    pub fn server_for(&self, hosts: &[&str], time: Duration) -> Pair {
        let mut params = params("a server", hosts);
        params.not_before = date_time_ymd(2020, 1, 1);
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        params.not_after = match time.is_zero() {
            true => date_time_ymd(2021, 1, 1),
            false => date_time_ymd(1970, 1, 1) + now + time,
        };
        self.sign(&params)
    }

    /// A server's by an authority that this one stands behind.
    pub fn server_behind_another(&self, hosts: &[&str]) -> Pair {
        let (params, key) = (authority("between"), KeyPair::generate().unwrap());
        let pem = params.signed_by(&key, &self.issuer).unwrap().pem();
        let between = Self { issuer: Issuer::new(params, key), pem };
        let mut server = between.server(hosts);
        server.certificate += &between.pem;
        server
    }

    /// A user's.
    pub fn client(&self, user: &str) -> Pair {
        let mut params = params(user, &[]);
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        self.sign(&params)
    }

    /// The list of what was taken back: every server's certificate, or none.
    pub fn revoked(&self, servers: bool) -> String {
        let revoked = RevokedCertParams {
            serial_number: SerialNumber::from_slice(&[7]),
            revocation_time: date_time_ymd(2024, 1, 1),
            reason_code: None,
            invalidity_date: None,
        };
        let list = CertificateRevocationListParams {
            this_update: date_time_ymd(2024, 1, 1),
            next_update: date_time_ymd(2124, 1, 1),
            crl_number: SerialNumber::from_slice(&[1]),
            issuing_distribution_point: None,
            revoked_certs: if servers { vec![revoked] } else { Vec::new() },
            key_identifier_method: KeyIdMethod::Sha256,
        };
        list.signed_by(&self.issuer).unwrap().pem().unwrap()
    }
}

/// A folder for what clients have.
pub struct Files(tempfile::TempDir);

impl Files {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file that only we can read.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        permit(&path, 0o600);
        path
    }

    /// Writes a certificate and its key, and gives their names.
    pub fn pair(&self, name: &str, pair: &Pair) -> (PathBuf, PathBuf) {
        let certificate = self.write(&format!("{name}.crt"), &pair.certificate);
        (certificate, self.write(&format!("{name}.key"), &pair.key))
    }
}

pub fn permit(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// An authority and a server's certificate of the first version for `localhost`, as the manuals of PostgreSQL and MySQL make
/// them with `openssl`, for so many days. `None`, with a line that says so, where there is no such program; in CI that is a failure.
pub fn by_the_manual(days: i32) -> Option<(String, Pair)> {
    let files = Files::new();
    let folder = files.path();
    let openssl = |words: &str| {
        let mut command = Command::new("openssl");
        command.args(words.split(' ').map(|word| match word.strip_prefix('@') {
            Some(file) => folder.join(file).display().to_string(),
            None => word.to_owned(),
        }));
        run(&mut command)
    };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    if let Err(why) = openssl("version") {
        assert!(std::env::var_os("CI").is_none(), "openssl is missing: {why}");
        eprintln!("skipped: openssl is missing: {why}");
        return None;
    }
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=manual -keyout @ca.key -out @ca.crt",
    )
    .unwrap();
    openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout @s.key -out @s.csr").unwrap();
    openssl(&format!(
        "x509 -req -in @s.csr -days {days} -CA @ca.crt -CAkey @ca.key -set_serial 1 -out @s.crt"
    ))
    .unwrap();
    Some((read("ca.crt"), Pair { certificate: read("s.crt"), key: read("s.key") }))
}

/// A server's certificate that is its own authority.
pub fn self_signed(host: &str) -> Pair {
    let mut params = authority(host);
    params.subject_alt_names =
        CertificateParams::new(vec![host.to_owned()]).unwrap().subject_alt_names;
    params.key_usages = Vec::new();
    let key = KeyPair::generate().unwrap();
    Pair { certificate: params.self_signed(&key).unwrap().pem(), key: key.serialize_pem() }
}
