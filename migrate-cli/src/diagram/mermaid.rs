//! Mermaid's `erDiagram`, as Markdown of GitHub, GitLab and others shows it.

use std::fmt::Write;

use super::{Entity, Link, Picture, Row, State};

/// The picture. The way it is laid out is Mermaid's.
pub fn mermaid(picture: &Picture) -> String {
    let mut out = "erDiagram\n".to_owned();
    for entity in &picture.boxes {
        box_of(&mut out, entity);
    }
    for link in &picture.links {
        line(&mut out, link, &picture.boxes);
    }
    let is_in = |state: State| picture.boxes.iter().any(|entity| entity.state == state);
    for (state, style) in [
        (State::Added, "fill:#dafbe1,stroke:#1a7f37,color:#1f2328"),
        (State::Dropped, "fill:#ffebe9,stroke:#cf222e,color:#1f2328"),
        (State::Changed, "fill:#fff8c5,stroke:#9a6700,color:#1f2328"),
    ] {
        if let (true, Some(word)) = (is_in(state), state.word()) {
            let _ = writeln!(out, "    classDef {word} {style}");
        }
    }
    out
}

fn box_of(out: &mut String, entity: &Entity) {
    let class = entity.state.word().map(|word| format!(":::{word}")).unwrap_or_default();
    let _ = write!(out, "    {}{class}", name(&entity.name));
    if entity.rows.is_empty() {
        out.push('\n');
        return;
    }
    out.push_str(" {\n");
    for row in &entity.rows {
        row_of(out, row);
    }
    out.push_str("    }\n");
}

fn row_of(out: &mut String, row: &Row) {
    let (ty, known) = (word(&row.ty), word(&row.name));
    let marks = row.marks().join(", ");
    let mut notes = Vec::new();
    if known != row.name {
        notes.push(row.name.clone());
    }
    if row.nullable {
        notes.push("NULL".to_owned());
    }
    notes.extend(row.state.word().map(str::to_owned));
    notes.extend(row.before.clone());
    let _ = write!(out, "        {ty} {known}");
    if !marks.is_empty() {
        let _ = write!(out, " {marks}");
    }
    if !notes.is_empty() {
        let _ = write!(out, " \"{}\"", comment(&notes.join(", ")));
    }
    out.push('\n');
}

fn line(out: &mut String, link: &Link, boxes: &[Entity]) {
    let (from, to) = (name(&boxes[link.from.place].name), name(&boxes[link.to.place].name));
    if link.reads {
        let _ = writeln!(out, "    {from} }}o..o{{ {to} : \"reads\"");
        return;
    }
    let many = if link.single { "|o" } else { "}o" };
    let one = if link.optional { "o|" } else { "||" };
    let row = |row: &usize| boxes[link.from.place].rows.get(*row).map(|row| row.name.clone());
    let columns: Vec<String> = link.from.rows.iter().filter_map(row).collect();
    let mut label = vec![columns.join(", ")];
    label.extend((!link.actions.is_empty()).then(|| link.actions.clone()));
    label.extend(link.state.word().map(str::to_owned));
    let label = comment(&label.join(": "));
    let _ = writeln!(out, "    {from} {many}--{one} {to} : \"{label}\"");
}

/// A name in quotation marks; what Mermaid takes for its own there is written by number.
fn name(text: &str) -> String {
    let mut out = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '%' | '\\' | '#' | ';' | '<' | '>' | '&' | '`' => {
                let _ = write!(out, "#{};", u32::from(character));
            }
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A name or type without marks, of which Mermaid takes only some letters: others become `_`.
fn word(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        let known = match character {
            'a'..='z' | 'A'..='Z' | '_' => true,
            '0'..='9' | '-' | '(' | ')' | '[' | ']' => !out.is_empty(),
            '\u{c0}'..='\u{ffff}' => character.is_alphanumeric(),
            _ => false,
        };
        out.push(if known { character } else { '_' });
    }
    if out.is_empty() { "_".to_owned() } else { out }
}

/// A text between quotation marks that has none in it.
fn comment(text: &str) -> String {
    let plain = |character: char| match character {
        '"' => '\'',
        '\\' | '`' | '#' | ';' | '%' | '<' | '>' | '&' | '{' | '}' => '_',
        other if other.is_control() => ' ',
        other => other,
    };
    text.chars().map(plain).collect()
}
