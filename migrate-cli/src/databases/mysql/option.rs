//! Table options: which mean something to the table's engine, and which say what holds anyway.

use std::collections::BTreeMap;

/// Whether an engine does anything with an option. The server keeps what it was once given
/// through every change of engine, and refuses some to an engine that does not know them (1911).
pub fn applies(option: &str, engine: Option<&str>) -> bool {
    let is = |name: &str| engine.is_none_or(|e| e.eq_ignore_ascii_case(name));
    match option {
        "transactional" | "page_checksum" => is("Aria"),
        // Options in backticks are the engine's own; in MariaDB 10.11 only InnoDB has some.
        _ if option.starts_with('`') => !["Aria", "MyISAM", "MEMORY", "CSV", "ARCHIVE"]
            .into_iter()
            .any(|e| engine.is_some_and(|engine| engine.eq_ignore_ascii_case(e))),
        _ => true,
    }
}

/// The value that an engine gives an option that nobody gave one, where the server may show it:
/// for Aria it sometimes does and sometimes does not.
fn implied(option: &str) -> Option<&'static str> {
    matches!(option, "transactional" | "page_checksum").then_some("1")
}

/// The options that make a difference.
pub fn effective(options: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    let engine = options.get("engine").map(String::as_str);
    options
        .iter()
        .map(|(option, value)| (option.as_str(), value.as_str()))
        .filter(|(option, value)| applies(option, engine) && implied(option) != Some(*value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn what_another_engine_left_behind_makes_no_difference() {
        let moved =
            options(&[("engine", "InnoDB"), ("page_checksum", "1"), ("transactional", "0")]);
        assert_eq!(effective(&moved), effective(&options(&[("engine", "InnoDB")])));
        let moved = options(&[("engine", "MyISAM"), ("`encrypted`", "'no'")]);
        assert_eq!(effective(&moved), effective(&options(&[("engine", "MyISAM")])));
    }

    #[test]
    fn what_holds_anyway_makes_no_difference() {
        let shown = options(&[("engine", "Aria"), ("page_checksum", "1"), ("transactional", "1")]);
        assert_eq!(effective(&shown), effective(&options(&[("engine", "Aria")])));
        let other = options(&[("engine", "Aria"), ("transactional", "0")]);
        assert_ne!(effective(&shown), effective(&other));
    }
}
