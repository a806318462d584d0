//! What is in danger that only SQLite has: virtual tables that go with their rows.

use crate::databases::sqlite::virtual_table::is_index;
use crate::diff::{Change, SchemaDiff};
use crate::hazard::{Hazard, HazardKind};
use model_core::schema::{ObjectKind, SchemaObject};

/// See [`Dialect::locks`](crate::dialect::Dialect::locks).
pub fn locks(diff: &SchemaDiff) -> Vec<Hazard> {
    let gone = diff.objects.iter().filter_map(|change| match change {
        Change::Dropped(o) if o.kind == ObjectKind::Table && !is_index(o) => Some(o),
        _ => None,
    });
    gone.flat_map(dropped).collect()
}

fn dropped(table: &SchemaObject) -> [Hazard; 2] {
    let object = format!("table {}", table.name);
    let goes = format!("{object} goes, with the rows that it may have");
    let back = format!("down makes {object} again, without its rows");
    [
        Hazard::new(HazardKind::DropsTable, &object, goes),
        Hazard::new(HazardKind::Irreversible, &object, back),
    ]
}
