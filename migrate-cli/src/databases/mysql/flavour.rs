use super::options::Hiding;

/// Which server it is, and what that means for its catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flavour {
    /// MariaDB rather than MySQL.
    pub mariadb: bool,
    /// Major, minor and patch.
    pub version: (u32, u32, u32),
}

impl Flavour {
    /// Reads what `SELECT VERSION()` gives: `10.11.6-MariaDB-log`, `5.5.5-10.4.2-MariaDB`, `8.0.36`.
    pub fn parse(version: &str) -> Self {
        let mariadb = version.to_ascii_lowercase().contains("mariadb");
        // A replication hack of old: MariaDB 10 gave itself out as 5.5.5 to clients.
        let version = version.strip_prefix("5.5.5-").filter(|_| mariadb).unwrap_or(version);
        let mut numbers = version
            .split(|c: char| !c.is_ascii_digit())
            .map(|part| part.parse().unwrap_or_default());
        let mut next = || numbers.next().unwrap_or_default();
        Self { mariadb, version: (next(), next(), next()) }
    }

    /// Column defaults are printed as SQL expressions; otherwise bare, with `DEFAULT_GENERATED`
    /// where it is an expression.
    pub fn prints_defaults_as_sql(self) -> bool {
        self.mariadb && self.version >= (10, 2, 7)
    }

    /// `check_constraints` exists.
    pub fn has_checks(self) -> bool {
        if self.mariadb { self.version >= (10, 2, 22) } else { self.version >= (8, 0, 16) }
    }

    /// `statistics` has a column for the expression that an index orders.
    pub fn has_expression_indexes(self) -> bool {
        !self.mariadb && self.version >= (8, 0, 13)
    }

    /// The column of `statistics` that says whether the optimizer may use an index, and the value
    /// that says it may not.
    pub fn index_visibility(self) -> Option<(&'static str, &'static str)> {
        match self.mariadb {
            true if self.version >= (10, 6, 0) => Some(("ignored", "YES")),
            false if self.version >= (8, 0, 0) => Some(("is_visible", "NO")),
            _ => None,
        }
    }

    /// Checks belong to a table alone or to a column.
    pub fn checks_have_levels(self) -> bool {
        self.mariadb
    }

    /// How an index is hidden from the optimizer.
    pub fn hiding(self) -> Hiding {
        if self.mariadb { Hiding::Ignored } else { Hiding::Invisible }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        let flavour = Flavour::parse("10.11.6-MariaDB-0+deb12u1");
        assert_eq!(flavour, Flavour { mariadb: true, version: (10, 11, 6) });
        assert_eq!(Flavour::parse("5.5.5-10.4.2-MariaDB").version, (10, 4, 2));
        assert_eq!(Flavour::parse("8.0.36"), Flavour { mariadb: false, version: (8, 0, 36) });
    }
}
