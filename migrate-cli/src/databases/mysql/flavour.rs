use model_core::schema::Schema;

use super::options::Hiding;

/// Which server it is, and what that means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flavour {
    /// MariaDB rather than MySQL.
    pub mariadb: bool,
    /// Major, minor and patch.
    pub version: (u32, u32, u32),
}

impl Flavour {
    /// Where nothing tells which server it is: what MariaDB runs, MySQL mostly does too.
    const UNKNOWN: Self = Self { mariadb: true, version: (10, 11, 0) };

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

    /// The server that one of two schemas was read from.
    pub fn of(from: &Schema, to: &Schema) -> Self {
        let server = from.server.as_deref().or(to.server.as_deref());
        server.map_or(Self::UNKNOWN, Self::parse)
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

    /// A column that is renamed is renamed in the expressions of its table, too. MySQL refuses to
    /// rename it instead (3108, 3766, 3837, 3959).
    pub fn renames_in_expressions(self) -> bool {
        self.mariadb
    }

    /// No two checks of a database have one name, and the server renames those that it named along
    /// with their table.
    pub fn names_checks_in_the_database(self) -> bool {
        !self.mariadb
    }

    /// A type can be changed into any other where there is no value (otherwise 4078).
    pub fn changes_any_type(self) -> bool {
        !self.mariadb
    }

    /// A column that others lead to can't cease to count (1833).
    pub fn keeps_counting_parents(self) -> bool {
        !self.mariadb
    }

    /// The expressions of a table that changes are read again, under the `sql_mode` of the change.
    pub fn reads_expressions_again(self) -> bool {
        !self.mariadb
    }

    /// `RESTRICT` of a key that is added to a table that is not there becomes `NO ACTION`.
    pub fn takes_restrict_for_no_action(self) -> bool {
        self.mariadb
    }

    /// A column can't be added with a default that is another one for each row (1674).
    pub fn refuses_volatile_defaults(self) -> bool {
        !self.mariadb
    }

    /// InnoDB makes no two full-text indexes in one statement that changes a table (1795).
    pub fn makes_one_fulltext_index_at_a_time(self) -> bool {
        !self.mariadb
    }

    /// The rows of a table get no value by the default of a new column of geometry (1138).
    pub fn lacks_geometry_for_rows(self) -> bool {
        !self.mariadb
    }

    /// `CREATE OR REPLACE` of triggers, routines and events as well as of views.
    pub fn replaces_anything(self) -> bool {
        self.mariadb && self.version >= (10, 1, 4)
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
