//! A picture that is good to look at as it is, by day and by night.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::layout::{self, Point};
use super::path::{self, Line, Rectangle, number};
use super::{End, Entity, Kind, Link, Picture, Row, State};

const ROW: f64 = 20.0;
const HEAD: f64 = 28.0;
const MARGIN: f64 = 24.0;
const PADDING: f64 = 10.0;
/// A letter of the font, at the size that is written below.
const LETTER: f64 = 7.3;
/// The room between what stands in a row.
const GAP: f64 = 14.0;

/// The colors by day; those of the night come after, for the same names.
const STYLE: &str = "\
text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;font-size:12px;fill:#1f2328}
.name{font-weight:600}.faint{fill:#656d76}.small{font-size:9.5px;fill:#57606a}.gone{text-decoration:line-through}
.box{fill:#ffffff;stroke:#8c959f}.head{fill:#eaeef2}.rule{stroke:#d0d7de}.view{stroke-dasharray:5 3}
.line{fill:none;stroke:#57606a;stroke-width:1.2}.end{fill:#ffffff;stroke:#57606a;stroke-width:1.2}.reads{stroke-dasharray:5 3}
.label{font-size:9.5px;fill:#57606a;stroke:#f6f8fa;stroke-width:3px;paint-order:stroke}.paper{fill:#f6f8fa}
.added .box,.line.added,.end.added{stroke:#1a7f37}.added .head,.row.added{fill:#dafbe1}.label.added{fill:#1a7f37}
.dropped .box,.line.dropped,.end.dropped{stroke:#cf222e}.dropped .head,.row.dropped{fill:#ffebe9}.label.dropped{fill:#cf222e}
.changed .box,.line.changed,.end.changed{stroke:#9a6700}.changed .head,.row.changed{fill:#fff8c5}.label.changed{fill:#9a6700}
.line.added,.line.dropped,.line.changed{stroke-width:2}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.faint{fill:#8d96a0}.small{fill:#9198a1}
.box{fill:#161b22;stroke:#6e7681}.head{fill:#262c36}.rule{stroke:#30363d}
.line{stroke:#9198a1}.end{fill:#0d1117;stroke:#9198a1}.label{fill:#9198a1;stroke:#0d1117}.paper{fill:#0d1117}
.added .box,.line.added,.end.added{stroke:#3fb950}.added .head,.row.added{fill:#12361f}.label.added{fill:#3fb950}
.dropped .box,.line.dropped,.end.dropped{stroke:#f85149}.dropped .head,.row.dropped{fill:#4a1a1d}.label.dropped{fill:#f85149}
.changed .box,.line.changed,.end.changed{stroke:#d29922}.changed .head,.row.changed{fill:#3f2f0b}.label.changed{fill:#d29922}
}
";

/// The picture, laid out.
pub fn svg(picture: &Picture) -> String {
    let shapes: Vec<Shape> = picture.boxes.iter().map(Shape::of).collect();
    let sizes: Vec<Point> = shapes.iter().map(|shape| shape.size).collect();
    let links: Vec<(usize, usize)> =
        picture.links.iter().map(|link| (link.from.place, link.to.place)).collect();
    let layout = layout::layout(&sizes, &links);
    let rectangles: Vec<Rectangle> = layout
        .corners
        .iter()
        .zip(&sizes)
        .zip(&layout.parts)
        .map(|((corner, size), part)| {
            let corner = Point { x: corner.x + MARGIN, y: corner.y + MARGIN };
            Rectangle { corner, size: *size, part: *part }
        })
        .collect();
    let is_difference = picture.boxes.iter().any(|entity| entity.state != State::Same);
    let legend = if is_difference { 24.0 } else { 0.0 };
    // Lines that go around the outermost boxes need room, too.
    let width = layout.size.x + MARGIN * 2.0 + 48.0;
    let height = layout.size.y + MARGIN * 2.0 + legend;
    let (width, height) = (number(width.max(200.0)), number(height.max(80.0)));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{} tables and views</title>\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n",
        picture.boxes.len()
    );
    // What is new is drawn over what goes, where both are one way.
    let mut links: Vec<&Link> = picture.links.iter().collect();
    links.sort_by_key(|link| link.state != State::Dropped);
    for link in links {
        line_of(&mut out, link, picture, &rectangles);
    }
    for ((entity, shape), rectangle) in picture.boxes.iter().zip(&shapes).zip(&rectangles) {
        box_of(&mut out, entity, shape, rectangle);
    }
    // Above the boxes, so that none hides what a line says.
    for link in &picture.links {
        label_of(&mut out, link, picture, &rectangles);
    }
    if is_difference {
        legend_of(&mut out, layout.size.y + MARGIN * 1.5 + 8.0);
    }
    out.push_str("</svg>\n");
    out
}

/// How wide each part of a box's rows is.
struct Shape {
    size: Point,
    marks: f64,
    name: f64,
    ty: f64,
}

impl Shape {
    fn of(entity: &Entity) -> Self {
        let widest = |text: &dyn Fn(&Row) -> String| {
            entity.rows.iter().map(|row| wide(&text(row))).fold(0.0, f64::max)
        };
        let gap = |width: f64| if width > 0.0 { width + GAP } else { 0.0 };
        let marks = gap(widest(&|row| row.marks().join(" ")));
        let name = gap(widest(&|row| row.name.clone()));
        let ty = gap(widest(&|row| row.ty.clone()));
        let rest = widest(&|row| remark(row));
        let head = wide(&entity.name) + gap(wide(&notes(entity)));
        let width = head.max(marks + name + ty + rest) + PADDING * 2.0;
        let size = Point { x: width.max(90.0), y: HEAD + ROW * entity.rows.len() as f64 };
        Self { size, marks, name, ty }
    }
}

/// How wide a text is.
fn wide(text: &str) -> f64 {
    text.width() as f64 * LETTER
}

/// What stands at the end of a row.
fn remark(row: &Row) -> String {
    let null = row.nullable.then(|| "NULL".to_owned());
    let parts: Vec<String> = null.into_iter().chain(row.before.clone()).collect();
    parts.join("  ")
}

/// What stands beside the name of a box.
fn notes(entity: &Entity) -> String {
    let kind = entity.kind.word().map(str::to_owned);
    let before = entity.before.as_ref().map(|before| format!("was {before}"));
    let parts: Vec<String> = kind.into_iter().chain(before).collect();
    parts.join(", ")
}

fn class(state: State) -> &'static str {
    state.word().unwrap_or("same")
}

fn box_of(out: &mut String, entity: &Entity, shape: &Shape, at: &Rectangle) {
    let (x, y) = (at.corner.x, at.corner.y);
    let (left, width, height) = (number(x), number(at.size.x), number(at.size.y));
    let dashed = if entity.kind == Kind::Table { "" } else { " view" };
    let _ = write!(
        out,
        "<g class=\"{}\"><rect class=\"box{dashed}\" x=\"{left}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"4\"/>\
         <rect class=\"head\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
        class(entity.state),
        number(y),
        number(x + 1.0),
        number(y + 1.0),
        number(at.size.x - 2.0),
        number(HEAD - 2.0)
    );
    let gone = if entity.state == State::Dropped { " gone" } else { "" };
    write_text(out, &format!("name{gone}"), x + PADDING, y + HEAD - 9.0, &entity.name);
    let notes = notes(entity);
    if !notes.is_empty() {
        let beside = x + PADDING + wide(&entity.name) + GAP;
        write_text(out, "faint", beside, y + HEAD - 9.0, &notes);
    }
    out.push_str("</g>\n");
    for (place, row) in entity.rows.iter().enumerate() {
        let top = y + HEAD + ROW * place as f64;
        row_of(out, row, shape, Point { x, y: top }, at.size.x);
    }
}

fn row_of(out: &mut String, row: &Row, shape: &Shape, at: Point, width: f64) {
    if row.state != State::Same {
        let _ = writeln!(
            out,
            "<rect class=\"row {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            class(row.state),
            number(at.x + 1.0),
            number(at.y),
            number(width - 2.0),
            number(ROW - 1.0)
        );
    }
    let base = at.y + ROW - 6.0;
    let mut x = at.x + PADDING;
    let marks = row.marks().join(" ");
    if !marks.is_empty() {
        write_text(out, "small", x, base - 0.5, &marks);
    }
    x += shape.marks;
    let gone = if row.state == State::Dropped { "gone" } else { "" };
    let weight = if row.primary { "name " } else { "" };
    write_text(out, format!("{weight}{gone}").trim_end(), x, base, &row.name);
    x += shape.name;
    if !row.ty.is_empty() {
        write_text(out, "faint", x, base, &row.ty);
    }
    x += shape.ty;
    let remark = remark(row);
    if !remark.is_empty() {
        write_text(out, "faint", x, base, &remark);
    }
    out.push('\n');
}

/// The height of the row where a link begins or ends.
fn height(end: &End, at: &Rectangle) -> f64 {
    match end.rows.first() {
        Some(row) => at.corner.y + HEAD + ROW * *row as f64 + ROW / 2.0,
        None => at.corner.y + HEAD / 2.0,
    }
}

fn route(link: &Link, rectangles: &[Rectangle]) -> Line {
    let (child, parent) = (&rectangles[link.from.place], &rectangles[link.to.place]);
    let (from, to) = (height(&link.from, child), height(&link.to, parent));
    path::line((child, from), (parent, to), rectangles)
}

fn line_of(out: &mut String, link: &Link, picture: &Picture, rectangles: &[Rectangle]) {
    let line = route(link, rectangles);
    let state = class(link.state);
    let reads = if link.reads { " reads" } else { "" };
    let _ = write!(
        out,
        "<path class=\"line {state}{reads}\" d=\"{}\"><title>{}</title></path>",
        line.path,
        escaped(&title(link, picture))
    );
    if !link.reads {
        ends(out, link, &line, state);
    }
    out.push('\n');
}

/// Whether many or one lead to one, as a crow's foot says it.
fn ends(out: &mut String, link: &Link, line: &Line, state: &str) {
    let (x, y, way) = (line.start.x, line.start.y, line.leaves);
    let mut child = String::new();
    match link.single {
        true => {
            let _ =
                write!(child, "M{} {}V{}", number(x + way * 9.0), number(y - 5.0), number(y + 5.0));
        }
        false => {
            for side in [-5.0, 5.0] {
                let _ = write!(
                    child,
                    "M{} {}L{} {}",
                    number(x + way * 10.0),
                    number(y),
                    number(x),
                    number(y + side)
                );
            }
        }
    }
    let (x, y, way) = (line.end.x, line.end.y, line.arrives);
    let _ = write!(child, "M{} {}V{}", number(x + way * 8.0), number(y - 5.0), number(y + 5.0));
    let _ = write!(out, "<path class=\"line {state}\" d=\"{child}\"/>");
    if link.optional {
        let _ = write!(
            out,
            "<circle class=\"end {state}\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>",
            number(x + way * 14.0),
            number(y)
        );
    }
}

/// What happens to children, at the child.
fn label_of(out: &mut String, link: &Link, picture: &Picture, rectangles: &[Rectangle]) {
    if link.actions.is_empty() {
        return;
    }
    let line = route(link, rectangles);
    let anchor = if line.leaves < 0.0 { "end" } else { "start" };
    let x = number(line.start.x + line.leaves * 13.0);
    for (place, action) in link.actions.split(", ").enumerate() {
        let y = line.start.y - 4.0 + 13.0 * place as f64;
        let _ = writeln!(
            out,
            "<text class=\"label {}\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{}\">{}<title>{}</title></text>",
            class(link.state),
            number(y),
            escaped(action),
            escaped(&title(link, picture))
        );
    }
}

/// What is told of a line when it is pointed at.
fn title(link: &Link, picture: &Picture) -> String {
    let end = |end: &End| {
        let entity = &picture.boxes[end.place];
        let names = end.rows.iter().filter_map(|row| entity.rows.get(*row));
        let names: Vec<&str> = names.map(|row| row.name.as_str()).collect();
        match names.is_empty() {
            true => entity.name.clone(),
            false => format!("{} ({})", entity.name, names.join(", ")),
        }
    };
    let way = if link.reads { "reads" } else { "leads to" };
    let mut text = format!("{} {way} {}", end(&link.from), end(&link.to));
    for part in [&link.name, &link.actions] {
        if !part.is_empty() {
            let _ = write!(text, ", {part}");
        }
    }
    if let Some(word) = link.state.word() {
        let _ = write!(text, ", {word}");
    }
    text
}

fn legend_of(out: &mut String, y: f64) {
    let mut x = MARGIN;
    for word in ["added", "changed", "dropped"] {
        let _ = write!(
            out,
            "<g class=\"{word}\"><rect class=\"box\" x=\"{}\" y=\"{}\" width=\"12\" height=\"12\" rx=\"2\"/>\
             <rect class=\"row {word}\" x=\"{}\" y=\"{}\" width=\"10\" height=\"10\"/></g>",
            number(x),
            number(y),
            number(x + 1.0),
            number(y + 1.0)
        );
        write_text(out, "small", x + 18.0, y + 10.0, word);
        x += 90.0;
    }
    out.push('\n');
}

fn write_text(out: &mut String, class: &str, x: f64, y: f64, text: &str) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let _ = write!(
        out,
        "<text{class} x=\"{}\" y=\"{}\" xml:space=\"preserve\">{}</text>",
        number(x),
        number(y),
        escaped(text)
    );
}

/// A text in XML, which takes no control characters, however they are written.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other if other.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
