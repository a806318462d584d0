use model_core::schema::Collation;

use super::names::name_in;
use super::rows::CollationRow;

/// The collations that somebody made.
pub fn collations(rows: Vec<CollationRow>, default: &str) -> Vec<Collation> {
    let collation = |row: CollationRow| {
        let is_libc = row.provider == "c";
        let locale = row.locale.unwrap_or_default();
        Collation {
            name: name_in(default, &row.schema, &row.name),
            provider: match row.provider.as_str() {
                "i" => "icu",
                "b" => "builtin",
                _ => "libc",
            }
            .to_owned(),
            ctype: row.ctype.filter(|ctype| is_libc && *ctype != locale),
            locale,
            nondeterministic: !row.deterministic,
            rules: row.rules,
            comment: row.comment,
        }
    };
    rows.into_iter().map(collation).collect()
}
