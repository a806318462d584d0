//! How a line gets from one row to another without crossing a box on its way.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::layout::Point;

/// A box where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    pub corner: Point,
    pub size: Point,
    /// Lines go around the boxes of their own part; others are elsewhere.
    pub part: usize,
}

impl Rectangle {
    fn right(&self) -> f64 {
        self.corner.x + self.size.x
    }
}

/// A line: where it begins and ends, and which way it leaves there.
#[derive(Debug, PartialEq)]
pub struct Line {
    pub start: Point,
    pub end: Point,
    /// -1 where it leaves to the left, 1 to the right.
    pub leaves: f64,
    /// The same where it arrives, as seen from there.
    pub arrives: f64,
    /// What SVG draws.
    pub path: String,
}

/// How far a line keeps away from what it passes.
const AWAY: f64 = 10.0;

/// From a child's row to its parent's, at these heights.
pub fn line(child: (&Rectangle, f64), parent: (&Rectangle, f64), all: &[Rectangle]) -> Line {
    let all: Vec<&Rectangle> = all.iter().filter(|it| it.part == child.0.part).collect();
    let ((child, from), (parent, to)) = (child, parent);
    let left = child.corner.x;
    if parent.right() < left {
        let (start, end) = (Point { x: left, y: from }, Point { x: parent.right(), y: to });
        return straight(start, end, -1.0, &all);
    }
    if child.right() < parent.corner.x {
        let (start, end) =
            (Point { x: child.right(), y: from }, Point { x: parent.corner.x, y: to });
        return straight(start, end, 1.0, &all);
    }
    // Side by side, or a table with itself: out and back on the right.
    let (start, end) = (Point { x: child.right(), y: from }, Point { x: parent.right(), y: to });
    let out = start.x.max(end.x) + 44.0;
    let mut path = format!("M{} {}", number(start.x), number(start.y));
    curve(&mut path, Point { x: out, y: start.y }, Point { x: out, y: end.y }, end);
    Line { start, end, leaves: 1.0, arrives: 1.0, path }
}

fn straight(start: Point, end: Point, way: f64, all: &[&Rectangle]) -> Line {
    let mut path = format!("M{} {}", number(start.x), number(start.y));
    let mut at = start;
    for (near, far, y) in passed(start, end, way, all) {
        bend(&mut path, at, Point { x: near, y });
        let _ = write!(path, "H{}", number(far));
        at = Point { x: far, y };
    }
    bend(&mut path, at, end);
    Line { start, end, leaves: way, arrives: -way, path }
}

/// The columns between two points, in the order of the way: where each begins and ends, and the height
/// at which there is room.
fn passed(start: Point, end: Point, way: f64, all: &[&Rectangle]) -> Vec<(f64, f64, f64)> {
    let (low, high) = (start.x.min(end.x), start.x.max(end.x));
    let between = all.iter().filter(|it| it.corner.x > low && it.right() < high);
    let mut columns: BTreeMap<i64, Vec<&Rectangle>> = BTreeMap::new();
    for rectangle in between {
        let column = (rectangle.corner.x * 10.0).round() as i64;
        columns.entry(column).or_default().push(*rectangle);
    }
    let mut found: Vec<(f64, f64, f64)> = Vec::new();
    for column in columns.values() {
        let left = column.iter().map(|it| it.corner.x).fold(f64::INFINITY, f64::min);
        let right = column.iter().map(|it| it.right()).fold(f64::NEG_INFINITY, f64::max);
        let share = ((left + right) / 2.0 - start.x) / (end.x - start.x);
        let wanted = start.y + (end.y - start.y) * share;
        found.push((left - AWAY, right + AWAY, room(wanted, column)));
    }
    if way < 0.0 {
        found.reverse();
        found.iter_mut().for_each(|it| *it = (it.1, it.0, it.2));
    }
    found
}

/// The height nearest to the wanted one that no box of the column covers.
fn room(wanted: f64, column: &[&Rectangle]) -> f64 {
    let covers = |y: f64| {
        column.iter().any(|it| y > it.corner.y - AWAY && y < it.corner.y + it.size.y + AWAY)
    };
    if !covers(wanted) {
        return wanted;
    }
    let edges = column.iter().flat_map(|it| [it.corner.y - AWAY, it.corner.y + it.size.y + AWAY]);
    let free = edges.filter(|y| !covers(*y));
    free.min_by(|a, b| (a - wanted).abs().total_cmp(&(b - wanted).abs())).unwrap_or(wanted)
}

/// A bend that leaves and arrives level.
fn bend(path: &mut String, from: Point, to: Point) {
    let middle = (from.x + to.x) / 2.0;
    curve(path, Point { x: middle, y: from.y }, Point { x: middle, y: to.y }, to);
}

fn curve(path: &mut String, first: Point, second: Point, to: Point) {
    let _ = write!(
        path,
        "C{} {} {} {} {} {}",
        number(first.x),
        number(first.y),
        number(second.x),
        number(second.y),
        number(to.x),
        number(to.y)
    );
}

/// A number to a tenth, as short as it is.
pub fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(x: f64, y: f64) -> Rectangle {
        Rectangle { corner: Point { x, y }, size: Point { x: 100.0, y: 50.0 }, part: 0 }
    }

    #[test]
    fn a_line_goes_around_what_is_between() {
        let all = [rectangle(0.0, 0.0), rectangle(200.0, 0.0), rectangle(400.0, 0.0)];
        let line = line((&all[2], 20.0), (&all[0], 30.0), &all);
        assert_eq!((line.start.x, line.end.x), (400.0, 100.0));
        // Above the box in the middle, on the side that is nearer.
        assert!(line.path.contains("310 -10H190"), "{}", line.path);
    }

    #[test]
    fn a_table_that_leads_to_itself() {
        let all = [rectangle(0.0, 0.0)];
        let line = line((&all[0], 20.0), (&all[0], 40.0), &all);
        assert_eq!(line.path, "M100 20C144 20 144 40 100 40");
    }
}
