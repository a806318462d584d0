//! The picture of two schemas: the one that is led to, with what goes still in it.

use model_core::schema::{Column, ForeignKey, Table};

use super::single;
use super::{Entity, Link, Picture, State};
use crate::diff::{Aspects, Change, SchemaDiff, TableDiff};

/// Both schemas at once.
pub fn difference(diff: &SchemaDiff) -> Picture {
    let mut picture = single::single(&diff.to);
    for table in diff.added_tables() {
        mark(&mut picture, &table.name.to_string(), State::Added);
    }
    for object in diff.objects.iter().filter(|change| kind_is_view(change)) {
        match (object.before(), object.after()) {
            (_, Some(after)) => {
                let new = object.before().is_none();
                let state = if new { State::Added } else { State::Changed };
                mark(&mut picture, &after.name.to_string(), state);
            }
            (Some(before), None) => insert(&mut picture, single::view(before)),
            (None, None) => {}
        }
    }
    for table in diff.dropped_tables() {
        insert(&mut picture, Some(single::table(table)));
    }
    for table in diff.kept_tables() {
        changed(&mut picture, table);
    }
    for table in diff.kept_tables() {
        keys(&mut picture, table, diff);
    }
    for table in diff.dropped_tables() {
        let gone = table.foreign_keys.iter();
        let links = gone.filter_map(|key| dropped(&picture, table, key, diff)).collect();
        single::add(&mut picture, links);
    }
    for change in diff.objects.iter().filter(|change| kind_is_view(change)) {
        if let Change::Dropped(before) = change {
            let mut links = single::reads(&picture.boxes, before);
            links.iter_mut().for_each(|link| link.state = State::Dropped);
            single::add(&mut picture, links);
        }
    }
    // What leads from or to a whole table shares its fate.
    let states: Vec<State> = picture.boxes.iter().map(|it| it.state).collect();
    for link in picture.links.iter_mut().filter(|link| link.state == State::Same) {
        let of_child = states[link.from.place];
        if matches!(of_child, State::Added | State::Dropped) {
            link.state = of_child;
        }
    }
    picture
}

fn kind_is_view(change: &Change<model_core::schema::SchemaObject>) -> bool {
    change.after().or(change.before()).is_some_and(|object| object.kind.is_view())
}

/// Puts what goes among the boxes. All links are to those that are there, so it comes last.
fn insert(picture: &mut Picture, entity: Option<Entity>) {
    let Some(mut entity) = entity else { return };
    entity.state = State::Dropped;
    entity.rows.iter_mut().for_each(|row| row.state = State::Dropped);
    picture.boxes.push(entity);
}

fn mark(picture: &mut Picture, name: &str, state: State) {
    let Some(entity) = picture.boxes.iter_mut().find(|it| it.name == name) else { return };
    entity.state = state;
    if state == State::Added {
        entity.rows.iter_mut().for_each(|row| row.state = state);
    }
}

/// A table that is on both sides and differs.
fn changed(picture: &mut Picture, table: &TableDiff) {
    let name = table.after.name.to_string();
    let Some(entity) = picture.boxes.iter_mut().find(|it| it.name == name) else { return };
    entity.state = State::Changed;
    if table.is_renamed() {
        entity.before = Some(table.before.name.to_string());
    }
    for change in &table.columns {
        match change {
            Change::Dropped(column) => {
                let mut row = single::row(&table.before, column);
                row.state = State::Dropped;
                row.foreign =
                    table.before.foreign_keys.iter().any(|key| key.columns.contains(&column.name));
                entity.rows.push(row);
            }
            Change::Added(column) => {
                if let Some(row) = entity.rows.iter_mut().find(|row| row.name == column.name) {
                    row.state = State::Added;
                }
            }
            Change::Renamed { before, after } | Change::Altered { before, after, .. } => {
                if let Some(row) = entity.rows.iter_mut().find(|row| row.name == after.name) {
                    row.state = State::Changed;
                    row.before = Some(was(before, after, change));
                }
            }
        }
    }
}

/// What a column was before, as far as it was otherwise.
fn was(before: &Column, after: &Column, change: &Change<Column>) -> String {
    let mut words = Vec::new();
    if before.name != after.name {
        words.push(before.name.clone());
    }
    let (of_before, of_after) = (single::type_name(&before.ty), single::type_name(&after.ty));
    if of_before != of_after {
        words.push(of_before);
    }
    if before.nullable != after.nullable {
        words.push(if before.nullable { "NULL" } else { "NOT NULL" }.to_owned());
    }
    if words.is_empty() {
        let aspects = change.kept().map(|(_, _, aspects)| aspects.words()).unwrap_or_default();
        return format!("other {}", aspects.join(", "));
    }
    format!("was {}", words.join(" "))
}

/// The keys of a table that stays.
fn keys(picture: &mut Picture, table: &TableDiff, diff: &SchemaDiff) {
    for change in &table.foreign_keys {
        match change {
            Change::Dropped(key) => {
                let links = dropped(picture, &table.before, key, diff).into_iter().collect();
                single::add(picture, links);
            }
            Change::Added(key) => set(picture, &table.after, key, diff, State::Added),
            Change::Renamed { after, .. } | Change::Altered { after, .. } => {
                set(picture, &table.after, after, diff, State::Changed);
            }
        }
    }
}

fn set(picture: &mut Picture, table: &Table, key: &ForeignKey, diff: &SchemaDiff, state: State) {
    let Some(same) = single::link(&picture.boxes, table, key, &diff.to) else { return };
    if let Some(link) = picture.links.iter_mut().find(|link| **link == same) {
        link.state = state;
    }
}

/// A key that goes: its ends may have other names by now.
fn dropped(picture: &Picture, table: &Table, key: &ForeignKey, diff: &SchemaDiff) -> Option<Link> {
    let mut boxes = picture.boxes.clone();
    for kept in diff.kept_tables() {
        let now = kept.after.name.to_string();
        let Some(entity) = boxes.iter_mut().find(|it| it.name == now) else { continue };
        entity.name = kept.before.name.to_string();
        for row in &mut entity.rows {
            if let Some(before) = kept.name_before(&row.name) {
                row.name = before.to_owned();
            }
        }
    }
    let link = single::link(&boxes, table, key, &diff.from)?;
    Some(Link { state: State::Dropped, ..link })
}
