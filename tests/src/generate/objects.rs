//! Views, views over views and triggers, drawn over a schema's tables, and what becomes of them when the tables
//! are edited and when they are themselves. Each database writes them in its own SQL.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::functions::{self, Functions, functions};
use super::{Rename, Schema, Table};

/// How many kinds of views and of triggers there are; a database without one has the plain thing instead.
pub const OBJECT_KINDS: (u8, u8) = (4, 5);

/// What a view reads and a trigger hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// A table, by its name.
    Table(String),
    /// A view, by its number.
    View(usize),
}

/// A column of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it is called below.
    pub of: String,
    /// What the view calls it.
    pub name: String,
}

/// Some columns of a table or of another view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The number in its name.
    pub number: usize,
    /// What it reads.
    pub over: Relation,
    /// At least one.
    pub columns: Vec<Shown>,
    /// How it is written.
    pub kind: u8,
}

/// Something that happens, to no effect, when a table or view is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The number in its name.
    pub number: usize,
    /// What it hangs on.
    pub on: Relation,
    /// A column there that it names.
    pub column: Option<String>,
    /// A table that it names in its body.
    pub writes: String,
    /// When it runs. 4: a policy of a table, where the database has such.
    pub kind: u8,
}

/// A view as it is drawn: what it reads and shows, by their places among what is there.
type DrawnView = (Index, Vec<(Index, bool)>, u8);

/// A trigger as it is drawn.
type DrawnTrigger = (Index, Option<Index>, Index, u8);

/// An edit of the views and triggers.
#[derive(Debug, Clone)]
pub enum ObjectEdit {
    /// A further view.
    AddView(DrawnView),
    /// A view goes, with what stands on it.
    DropView(Index),
    /// A view of the same name is another one.
    ChangeView(Index, u8),
    /// A view shows one column less.
    NarrowView(Index),
    /// A view gets another name.
    RenameView(Index),
    /// A further trigger.
    AddTrigger(DrawnTrigger),
    /// A trigger goes.
    DropTrigger(Index),
    /// A trigger of the same name is another one.
    ChangeTrigger(Index, u8),
}

/// What is drawn of a pair beside its tables.
#[derive(Debug, Clone)]
pub struct Objects {
    views: Vec<DrawnView>,
    triggers: Vec<DrawnTrigger>,
    edits: Vec<ObjectEdit>,
    functions: Functions,
}

/// Views and triggers for the start, and edits on the way to the target.
pub fn objects() -> impl Strategy<Value = Objects> {
    let i = any::<Index>;
    let columns = || prop::collection::vec((i(), prop::bool::weighted(0.3)), 1..4);
    let view = move || (i(), columns(), 0..OBJECT_KINDS.0);
    let trigger = move || (i(), prop::option::of(i()), i(), 0..OBJECT_KINDS.1);
    let edit = prop_oneof![
        view().prop_map(ObjectEdit::AddView),
        i().prop_map(ObjectEdit::DropView),
        (i(), 0..OBJECT_KINDS.0).prop_map(|(v, kind)| ObjectEdit::ChangeView(v, kind)),
        i().prop_map(ObjectEdit::NarrowView),
        i().prop_map(ObjectEdit::RenameView),
        trigger().prop_map(ObjectEdit::AddTrigger),
        i().prop_map(ObjectEdit::DropTrigger),
        (i(), 0..OBJECT_KINDS.1).prop_map(|(t, kind)| ObjectEdit::ChangeTrigger(t, kind)),
    ];
    let views = prop::collection::vec(view(), 0..4);
    let triggers = prop::collection::vec(trigger(), 0..3);
    (views, triggers, prop::collection::vec(edit, 0..3), functions()).prop_map(
        |(views, triggers, edits, functions)| Objects { views, triggers, edits, functions },
    )
}

/// Puts the drawn views and triggers over the tables of the start.
pub fn over(mut schema: Schema, drawn: &Objects) -> Schema {
    drawn.views.iter().for_each(|view| add_view(&mut schema, view));
    drawn.triggers.iter().for_each(|trigger| add_trigger(&mut schema, trigger));
    functions::beside(&mut schema, &drawn.functions);
    schema
}

/// Brings the views and triggers of the start to the edited tables, and edits them.
pub fn carry(before: &Schema, mut after: Schema, renames: &[Rename], drawn: &Objects) -> Schema {
    (after.views, after.triggers) = (before.views.clone(), before.triggers.clone());
    for trigger in &mut after.triggers {
        trigger.column = trigger.column.take().map(|c| renamed(renames, before, &trigger.on, &c));
        trigger.writes = table_after(renames, &trigger.writes);
    }
    for at in 0..after.views.len() {
        let view = after.views[at].clone();
        for (place, shown) in view.columns.iter().enumerate() {
            let of = renamed(renames, before, &view.over, &shown.of);
            let has_own_name = shown.name != shown.of;
            let column = &mut after.views[at].columns[place];
            if !has_own_name {
                column.name.clone_from(&of);
            }
            column.of = of;
        }
    }
    let follow = |relation: &mut Relation| {
        if let Relation::Table(name) = relation {
            *name = table_after(renames, name);
        }
    };
    after.views.iter_mut().for_each(|view| follow(&mut view.over));
    after.triggers.iter_mut().for_each(|trigger| follow(&mut trigger.on));
    settle(&mut after);
    for edit in &drawn.edits {
        change(&mut after, edit);
        settle(&mut after);
    }
    functions::follow(before, &mut after, renames, &drawn.functions);
    after
}

fn table_after(renames: &[Rename], table: &str) -> String {
    let after = renames.iter().find_map(|rename| match rename {
        Rename::Table(old, new) if old == table => Some(new),
        _ => None,
    });
    after.map_or(table, String::as_str).to_owned()
}

/// What a column of a table or view is called after the renames.
fn renamed(renames: &[Rename], before: &Schema, of: &Relation, column: &str) -> String {
    match of {
        Relation::Table(table) => {
            let after = renames.iter().find_map(|rename| match rename {
                Rename::Column(t, old, new) if t == table && old == column => Some(new),
                _ => None,
            });
            after.map_or(column, String::as_str).to_owned()
        }
        Relation::View(number) => {
            let view = before.views.iter().find(|v| v.number == *number);
            let shown = view.and_then(|v| v.columns.iter().find(|c| c.name == column));
            match view.zip(shown).filter(|(_, shown)| shown.name == shown.of) {
                Some((view, shown)) => renamed(renames, before, &view.over, &shown.of),
                None => column.to_owned(),
            }
        }
    }
}

/// Everything in a table that can be read.
fn columns_of(table: &Table) -> Vec<String> {
    let keys = table.foreign_keys.iter().map(|key| &key.column);
    let own = table.columns.iter().map(|column| &column.name);
    std::iter::once("id".to_owned()).chain(own.chain(keys).cloned()).collect()
}

/// What a table or view has to read; nothing where it is gone.
fn readable(schema: &Schema, relation: &Relation) -> Vec<String> {
    match relation {
        Relation::Table(name) => schema.table(name).map(columns_of).unwrap_or_default(),
        Relation::View(number) => {
            let view = schema.views.iter().find(|v| v.number == *number);
            let columns = view.into_iter().flat_map(|v| &v.columns);
            columns.map(|column| column.name.clone()).collect()
        }
    }
}

/// Takes out what reads something that is gone. A view stands after what it reads.
fn settle(schema: &mut Schema) {
    let mut at = 0;
    while at < schema.views.len() {
        let there = readable(schema, &schema.views[at].over);
        let view = &mut schema.views[at];
        // One that goes may leave its name to another.
        let mut names = BTreeSet::new();
        view.columns.retain(|column| {
            there.contains(&column.of) && names.insert(column.name.to_lowercase())
        });
        if view.columns.is_empty() {
            schema.views.remove(at);
        } else {
            at += 1;
        }
    }
    let mut triggers = std::mem::take(&mut schema.triggers);
    triggers.retain_mut(|trigger| {
        let there = readable(schema, &trigger.on);
        if trigger.column.as_ref().is_some_and(|column| !there.contains(column)) {
            trigger.column = None;
        }
        !there.is_empty() && schema.table(&trigger.writes).is_some()
    });
    schema.triggers = triggers;
}

fn relations(schema: &Schema) -> Vec<Relation> {
    let tables = schema.tables.iter().map(|table| Relation::Table(table.name.clone()));
    tables.chain(schema.views.iter().map(|view| Relation::View(view.number))).collect()
}

fn free(taken: impl Iterator<Item = usize> + Clone) -> usize {
    (0..).find(|number| !taken.clone().any(|t| t == *number)).unwrap_or_default()
}

fn add_view(schema: &mut Schema, (over, columns, kind): &DrawnView) {
    let all = relations(schema);
    if all.is_empty() {
        return;
    }
    let over = all[over.index(all.len())].clone();
    let there = readable(schema, &over);
    let mut shown: Vec<Shown> = Vec::new();
    for (place, (column, has_own_name)) in columns.iter().enumerate() {
        let of = there[column.index(there.len())].clone();
        let name = if *has_own_name { format!("as {place}") } else { of.clone() };
        if !shown.iter().any(|s| s.of == of || s.name == name) {
            shown.push(Shown { of, name });
        }
    }
    let number = free(schema.views.iter().map(|view| view.number));
    schema.views.push(View { number, over, columns: shown, kind: *kind });
}

fn add_trigger(schema: &mut Schema, (on, column, writes, kind): &DrawnTrigger) {
    let all = relations(schema);
    if all.is_empty() {
        return;
    }
    let on = all[on.index(all.len())].clone();
    let there = readable(schema, &on);
    let column = column.as_ref().map(|column| there[column.index(there.len())].clone());
    let writes = schema.tables[writes.index(schema.tables.len())].name.clone();
    let number = free(schema.triggers.iter().map(|trigger| trigger.number));
    schema.triggers.push(Trigger { number, on, column, writes, kind: *kind });
}

fn change(schema: &mut Schema, edit: &ObjectEdit) {
    let (views, triggers) = (schema.views.len(), schema.triggers.len());
    match edit {
        ObjectEdit::AddView(view) => add_view(schema, view),
        ObjectEdit::AddTrigger(trigger) => add_trigger(schema, trigger),
        ObjectEdit::DropView(at) if views > 0 => {
            schema.views.remove(at.index(views));
        }
        ObjectEdit::ChangeView(at, kind) if views > 0 => {
            schema.views[at.index(views)].kind = *kind;
        }
        ObjectEdit::NarrowView(at) if views > 0 => {
            let view = &mut schema.views[at.index(views)];
            if view.columns.len() > 1 {
                view.columns.remove(0);
            }
        }
        ObjectEdit::RenameView(at) if views > 0 => {
            let new = free(schema.views.iter().map(|view| view.number));
            let old = std::mem::replace(&mut schema.views[at.index(views)].number, new);
            let above = schema.views.iter_mut().map(|view| &mut view.over);
            let above = above.chain(schema.triggers.iter_mut().map(|trigger| &mut trigger.on));
            for relation in above.filter(|relation| **relation == Relation::View(old)) {
                *relation = Relation::View(new);
            }
        }
        ObjectEdit::DropTrigger(at) if triggers > 0 => {
            schema.triggers.remove(at.index(triggers));
        }
        ObjectEdit::ChangeTrigger(at, kind) if triggers > 0 => {
            schema.triggers[at.index(triggers)].kind = *kind;
        }
        _ => {}
    }
}
