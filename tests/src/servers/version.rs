//! Versions of servers, and what a case says of those that it is for.

use std::fmt;
use std::str::FromStr;

/// The numbers of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version(Vec<u32>);

impl FromStr for Version {
    type Err = String;

    /// Takes the numbers that a text begins with: of `10.11.19-MariaDB-0+deb12u1`, three.
    fn from_str(text: &str) -> Result<Self, String> {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let numbers = text[..end].split('.').map(str::parse).collect::<Result<_, _>>();
        numbers.map(Self).map_err(|_| format!("`{text}` does not begin with a version"))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(u32::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

impl Version {
    /// Whether this version of a product is one of those that a text names, a line each:
    /// `mariadb`, or `mysql >= 8.0 <= 8.4`, where 8.4.7 counts as 8.4. All where there is no line.
    ///
    /// # Errors
    /// A line that can't be read.
    pub fn is_among(&self, product: &str, lines: &str) -> Result<bool, String> {
        let lines =
            || lines.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        let mut among = lines().next().is_none();
        for line in lines() {
            among |= self.fits(product, line).map_err(|why| format!("`{line}`: {why}"))?;
        }
        Ok(among)
    }

    fn fits(&self, product: &str, line: &str) -> Result<bool, String> {
        let mut words = line.split_whitespace();
        let named = words.next().unwrap_or_default();
        let products = ["sqlite", "postgres", "mariadb", "mysql"];
        if !products.contains(&named) {
            return Err(format!("the first word has to be one of {}", products.join(", ")));
        }
        let mut fits = named == product;
        while let Some(comparison) = words.next() {
            let bound: Self = words.next().ok_or("a version is missing")?.parse()?;
            let have = &self.0[..self.0.len().min(bound.0.len())];
            fits &= match comparison {
                ">=" => have >= &bound.0[..],
                "<=" => have <= &bound.0[..],
                other => return Err(format!("`{other}` stands where >= or <= should")),
            };
        }
        Ok(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(version: &str, product: &str, lines: &str) -> Result<bool, String> {
        version.parse::<Version>().and_then(|version| version.is_among(product, lines))
    }

    #[test]
    fn a_version_is_among_those_of_a_line() {
        assert_eq!(among("15.14 (Debian)", "postgres", ""), Ok(true));
        assert_eq!(among("15.14", "postgres", "postgres >= 18"), Ok(false));
        assert_eq!(among("18.6", "postgres", "# new there\npostgres >= 18\n"), Ok(true));
        assert_eq!(among("8.4.7", "mysql", "mysql >= 8.0 <= 8.4"), Ok(true));
        assert_eq!(among("9.7.4-2", "mysql", "mysql >= 8.0 <= 8.4"), Ok(false));
        assert_eq!(among("9.7.4-2", "mysql", "mariadb"), Ok(false));
        assert_eq!(among("9.7.4-2", "mysql", "mariadb\nmysql >= 9.7"), Ok(true));
        assert_eq!(among("10.11.19-MariaDB", "mariadb", "mysql\nmariadb >= 11"), Ok(false));
    }

    #[test]
    fn what_is_no_line_is_an_error() {
        for wrong in ["oracle", "mysql 9", "mysql >=", "mysql > 9", "mysql >= nine"] {
            assert!(among("9.7", "mysql", wrong).is_err(), "{wrong}");
        }
    }
}
