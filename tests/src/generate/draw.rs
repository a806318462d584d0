//! Schemas to start from.

use proptest::prelude::*;
use proptest::sample::Index;

use super::division::{Division, WAYS};
use super::{
    CHOICE_NAMES, COLUMN_NAMES, Choice, Column, KINDS, Schema, TABLE_NAMES, Table, Type, edit,
};

/// What is drawn of a column.
#[derive(Debug, Clone)]
struct Drawn {
    name: usize,
    ty: Type,
    nullable: bool,
    default: Option<u8>,
    comment: Option<u8>,
    collated: bool,
}

fn column() -> impl Strategy<Value = Drawn> {
    (
        0..COLUMN_NAMES.len(),
        prop::sample::select(Type::ALL.to_vec()),
        any::<bool>(),
        prop::option::of(0..4u8),
        prop::option::weighted(0.2, 0..2u8),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(name, ty, nullable, default, comment, collated)| Drawn {
            name,
            ty,
            nullable,
            default,
            comment,
            collated,
        })
}

/// A schema of up to four tables.
pub fn schemas() -> impl Strategy<Value = Schema> {
    let pair = || (any::<Index>(), any::<Index>());
    let table = (
        prop::collection::vec(column(), 1..4),
        prop::collection::vec((any::<Index>(), 0..4u8, 0..4u8, 0..KINDS.keys), 0..3),
        prop::collection::vec((pair(), 0..KINDS.uniques), 0..2),
        prop::collection::vec((pair(), 0..KINDS.indexes), 0..2),
        prop::collection::vec((any::<Index>(), any::<bool>()), 0..2),
        prop::option::weighted(0.2, any::<Index>()),
        (0..KINDS.counters, 0..KINDS.options, any::<bool>(), prop::option::weighted(0.3, 0..WAYS)),
        prop::option::weighted(0.2, 0..2u8),
    );
    prop::collection::vec(table, 1..4).prop_map(|drawn| {
        let count = drawn.len();
        let mut tables = Vec::new();
        for (at, drawn) in drawn.into_iter().enumerate() {
            let (columns, keys, uniques, indexes, checks, generated, counted, comment) = drawn;
            let mut table = Table {
                name: TABLE_NAMES[at].to_owned(),
                columns: Vec::new(),
                foreign_keys: Vec::new(),
                uniques: Vec::new(),
                indexes: Vec::new(),
                checks: Vec::new(),
                key_type: if counted.2 { Type::BigInt } else { Type::Int },
                key_with: None,
                counter: counted.0,
                options: counted.1,
                division: counted.3.map(|way| Division { name: TABLE_NAMES[at].to_owned(), way }),
                comment,
            };
            for Drawn { name, ty, nullable, default, comment, collated } in columns {
                if table.column(COLUMN_NAMES[name]).is_none() {
                    let name = COLUMN_NAMES[name].to_owned();
                    table.columns.push(Column {
                        name,
                        ty,
                        nullable,
                        default,
                        generated: None,
                        comment,
                        collated,
                        added: false,
                        can_go: true,
                    });
                }
            }
            for (parent, on_delete, on_update, kind) in keys {
                let parent = TABLE_NAMES[parent.index(count)];
                edit::add_key(&mut table, parent, None, (on_delete, on_update, kind));
            }
            uniques.iter().for_each(|((a, b), kind)| edit::add_unique(&mut table, a, b, *kind));
            indexes.iter().for_each(|((a, b), kind)| edit::add_index(&mut table, a, b, *kind));
            checks.iter().for_each(|(i, values)| edit::add_check(&mut table, i, *values));
            if let Some(source) = generated {
                edit::add_generated(&mut table, &source, &[]);
            }
            for at in 0..table.columns.len() {
                table.columns[at].added = false;
                table.columns[at].can_go = table.comes_back(&table.columns[at]);
            }
            tables.push(table);
        }
        let choices = CHOICE_NAMES.iter().take(4).zip(0..);
        let choices = choices.map(|(name, id)| Choice { id, name: (*name).to_owned() }).collect();
        Schema { tables, choices, views: Vec::new(), triggers: Vec::new(), functions: Vec::new() }
    })
}
