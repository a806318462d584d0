//! What a crate needs for its models: features of model-core and of Diesel.

use std::collections::BTreeSet;

use super::model::Models;
use super::read::inner;
use crate::rust_type::RustType;

/// As much of a type's name as tells the feature that maps it.
const FEATURES: [(&str, &str); 6] = [
    ("Naive", "chrono"),
    ("DateTime", "chrono"),
    ("BigDecimal", "numeric"),
    ("Uuid", "uuid"),
    ("serde_json::Value", "serde_json"),
    ("MacAddr", "network-address"),
];

/// The features, in words.
pub fn needs(models: &Models, backend: &str) -> String {
    let mut features = BTreeSet::from([backend]);
    let fields = models.all().flat_map(|model| &model.fields);
    for field in fields {
        if let RustType::Named(name) = inner(&field.ty().rust) {
            let of = FEATURES.iter().filter(|(part, _)| name.contains(part));
            features.extend(of.map(|(_, feature)| *feature));
        }
    }
    let has_json = features.contains("serde_json");
    let features: Vec<&str> = features.into_iter().collect();
    let mut text = format!("model-core with the features {}", features.join(", "));
    let widest = models.all().map(|model| model.fields.len()).max().unwrap_or(0);
    let columns = match widest {
        0..=16 => None,
        17..=32 => Some("32-column-tables"),
        33..=64 => Some("64-column-tables"),
        _ => Some("128-column-tables"),
    };
    match columns {
        Some(feature) => text.push_str(&format!(" and diesel with {feature}")),
        None => text.push_str(" and diesel"),
    }
    if has_json {
        text.push_str(", and serde_json");
    }
    text
}
