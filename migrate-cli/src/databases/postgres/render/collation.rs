use model_core::schema::Collation;

use crate::databases::postgres::quote::{literal, qualified};

/// `CREATE COLLATION`
pub fn create(of: &Collation) -> String {
    let mut parts = vec![format!("provider = {}", literal(&of.provider))];
    match &of.ctype {
        Some(ctype) => {
            parts.push(format!("lc_collate = {}", literal(&of.locale)));
            parts.push(format!("lc_ctype = {}", literal(ctype)));
        }
        None => parts.push(format!("locale = {}", literal(&of.locale))),
    }
    parts.extend(of.nondeterministic.then(|| "deterministic = false".to_owned()));
    parts.extend(of.rules.as_ref().map(|rules| format!("rules = {}", literal(rules))));
    format!("CREATE COLLATION {} ({})", qualified(&of.name), parts.join(", "))
}
