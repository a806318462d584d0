//! Graphviz's language; `dot -Tsvg` and others lay it out.

use std::fmt::Write;

use super::{End, Entity, Kind, Link, Picture, Row, State};

/// The picture: a table of HTML for each box, a port for each row.
pub fn dot(picture: &Picture) -> String {
    let mut out = "digraph schema {\n".to_owned();
    out.push_str(
        "  graph [rankdir=RL, nodesep=0.4, ranksep=1.2, bgcolor=\"transparent\", fontname=\"Helvetica\"];\n  \
         node [shape=plain, fontname=\"Helvetica\", fontsize=11];\n  \
         edge [color=\"#57606a\", fontname=\"Helvetica\", fontsize=9, fontcolor=\"#57606a\", dir=both];\n",
    );
    for (place, entity) in picture.boxes.iter().enumerate() {
        box_of(&mut out, place, entity);
    }
    for link in &picture.links {
        line(&mut out, link);
    }
    out.push_str("}\n");
    out
}

/// The colors of a line and of what it surrounds.
fn colors(state: State) -> (&'static str, &'static str) {
    match state {
        State::Same => ("#57606a", "#eaeef2"),
        State::Added => ("#1a7f37", "#dafbe1"),
        State::Dropped => ("#cf222e", "#ffebe9"),
        State::Changed => ("#9a6700", "#fff8c5"),
    }
}

fn box_of(out: &mut String, place: usize, entity: &Entity) {
    let (line, fill) = colors(entity.state);
    let dashed = if entity.kind == Kind::Table { "" } else { " STYLE=\"DASHED\"" };
    let mut head = format!("<B>{}</B>", text(&entity.name));
    let mut notes: Vec<String> = entity.kind.word().into_iter().map(str::to_owned).collect();
    notes.extend(entity.state.word().map(str::to_owned));
    notes.extend(entity.before.as_ref().map(|before| format!("was {before}")));
    if !notes.is_empty() {
        let _ = write!(head, "&#160; <I>{}</I>", text(&notes.join(", ")));
    }
    let _ = write!(
        out,
        "  n{place} [label=<<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"4\" COLOR=\"{line}\" BGCOLOR=\"white\"{dashed}>\
         <TR><TD COLSPAN=\"4\" BGCOLOR=\"{fill}\" ALIGN=\"LEFT\">{head}</TD></TR>"
    );
    for (port, row) in entity.rows.iter().enumerate() {
        row_of(out, port, row);
    }
    out.push_str("</TABLE>>];\n");
}

fn row_of(out: &mut String, port: usize, row: &Row) {
    let fill = match row.state {
        State::Same => String::new(),
        state => format!(" BGCOLOR=\"{}\"", colors(state).1),
    };
    let mut name = text(&row.name);
    if row.state == State::Dropped {
        name = format!("<S>{name}</S>");
    }
    if let Some(before) = &row.before {
        let _ = write!(name, "&#160; <I>{}</I>", text(before));
    }
    let null = if row.nullable { "NULL" } else { " " };
    let marks = row.marks().join(" ");
    let marks = if marks.is_empty() { " " } else { &marks };
    let ty = match row.ty.is_empty() {
        true => " ".to_owned(),
        false => text(&row.ty),
    };
    let _ = write!(
        out,
        "<TR><TD{fill} ALIGN=\"LEFT\" PORT=\"l{port}\">{marks}</TD><TD{fill} ALIGN=\"LEFT\">{name}</TD>\
         <TD{fill} ALIGN=\"LEFT\">{ty}</TD><TD{fill} ALIGN=\"LEFT\" PORT=\"r{port}\">{null}</TD></TR>"
    );
}

fn line(out: &mut String, link: &Link) {
    let end = |end: &End, side: &str| match end.rows.first() {
        Some(row) => format!("n{}:{side}{row}", end.place),
        None => format!("n{}", end.place),
    };
    // From right to left: a child stands to the right of its parent.
    let (from, to) = (end(&link.from, "l"), end(&link.to, "r"));
    let mut attributes = Vec::new();
    if link.reads {
        attributes.push("style=dashed, arrowhead=open, arrowtail=none".to_owned());
    } else {
        let tail = if link.single { "teeodot" } else { "crowodot" };
        let head = if link.optional { "teeodot" } else { "teetee" };
        attributes.push(format!("arrowtail={tail}, arrowhead={head}"));
    }
    let said: Vec<&str> = [link.name.as_str(), link.actions.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    if !link.actions.is_empty() {
        attributes.push(format!("label=\"{}\"", quoted(&link.actions)));
    }
    if !said.is_empty() {
        attributes.push(format!("tooltip=\"{}\"", quoted(&said.join(", "))));
    }
    if link.state != State::Same {
        let (color, _) = colors(link.state);
        attributes.push(format!("color=\"{color}\", fontcolor=\"{color}\", penwidth=1.6"));
    }
    let _ = writeln!(out, "  {from} -> {to} [{}];", attributes.join(", "));
}

/// A text among marks of HTML.
fn text(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    if out.is_empty() { " ".to_owned() } else { out }
}

/// A text between quotation marks.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
