//! Where boxes stand: parents to the left of what leads to them. Parts that nothing joins are laid out
//! each by itself and packed; what stands alone comes last.

use std::collections::{BTreeMap, BTreeSet};

use layout::core::base::Orientation;
use layout::core::geometry::Point as Place;
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;

/// A point of the picture, or a size.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// Where all boxes stand, by their upper left corners.
#[derive(Debug, Default)]
pub struct Layout {
    pub corners: Vec<Point>,
    /// The part of each: what nothing joins is of different parts.
    pub parts: Vec<usize>,
    pub size: Point,
}

/// Between columns of boxes there is room for lines and what they say.
const BETWEEN_COLUMNS: f64 = 120.0;
const BETWEEN_BOXES: f64 = 28.0;
/// A picture is about so much wider than high.
const ASPECT: f64 = 1.5;

/// Lays out boxes of these sizes; each link leads from a child to its parent.
pub fn layout(sizes: &[Point], links: &[(usize, usize)]) -> Layout {
    let links: BTreeSet<(usize, usize)> = links.iter().copied().filter(|(a, b)| a != b).collect();
    let area: f64 =
        sizes.iter().map(|size| (size.x + BETWEEN_COLUMNS) * (size.y + BETWEEN_BOXES)).sum();
    let height = (area / ASPECT).sqrt();
    let mut parts: Vec<Part> = components(sizes.len(), &links)
        .into_iter()
        .map(|members| part(&members, sizes, &links, height))
        .collect();
    // The largest first; of those of one size the first by name.
    parts.sort_by(|a, b| {
        (b.places.len() > 1)
            .cmp(&(a.places.len() > 1))
            .then((b.size.x * b.size.y).total_cmp(&(a.size.x * a.size.y)))
    });
    pack(parts, sizes.len(), height * ASPECT)
}

/// Boxes that are joined.
struct Part {
    /// The box, and where it stands in the part.
    places: Vec<(usize, Point)>,
    size: Point,
}

fn components(count: usize, links: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..count).collect();
    fn find(root: &[usize], mut place: usize) -> usize {
        while root[place] != place {
            place = root[place];
        }
        place
    }
    for (a, b) in links {
        let (a, b) = (find(&root, *a), find(&root, *b));
        root[a.max(b)] = a.min(b);
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..count {
        found.entry(find(&root, place)).or_default().push(place);
    }
    found.into_values().collect()
}

/// One part in columns, none of them much higher than the picture is to be.
fn part(members: &[usize], sizes: &[Point], links: &BTreeSet<(usize, usize)>, height: f64) -> Part {
    if let [alone] = members {
        return Part { places: vec![(*alone, Point::default())], size: sizes[*alone] };
    }
    let own = links.iter().filter(|(child, _)| members.contains(child));
    let ways = without_cycles(own.map(|(child, parent)| (*parent, *child)));
    let mut spread = ways.clone();
    // Of a parent of very many, those that are too many for one column move to the next.
    while spread_out(&columns(members, &spread, Order::Any), sizes, height, &mut spread) {}
    let columns = columns(members, &spread, Order::FewCrossings);
    stand(&columns, sizes, &ways)
}

/// Leads from the first box of a column that is too high to those that have to go on. `false` where none has.
fn spread_out(
    columns: &[Vec<usize>],
    sizes: &[Point],
    height: f64,
    ways: &mut BTreeSet<(usize, usize)>,
) -> bool {
    let mut moved = false;
    for column in columns {
        let all: f64 = column.iter().map(|member| sizes[*member].y + BETWEEN_BOXES).sum();
        let [first, rest @ ..] = column.as_slice() else { continue };
        if all <= height * 1.25 {
            continue;
        }
        let mut filled = sizes[*first].y;
        for member in rest {
            filled += sizes[*member].y + BETWEEN_BOXES;
            moved |= filled > height && ways.insert((*first, *member));
        }
    }
    moved
}

/// The ways from parents to children, those that close a circle turned round.
fn without_cycles(ways: impl Iterator<Item = (usize, usize)>) -> BTreeSet<(usize, usize)> {
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (from, to) in ways {
        let way = if reaches(&found, to, from) { (to, from) } else { (from, to) };
        found.insert(way);
    }
    found
}

fn reaches(ways: &BTreeSet<(usize, usize)>, from: usize, to: usize) -> bool {
    let (mut next, mut seen) = (vec![from], BTreeSet::new());
    while let Some(place) = next.pop() {
        if place == to {
            return true;
        }
        if seen.insert(place) {
            next.extend(ways.range((place, 0)..=(place, usize::MAX)).map(|(_, to)| *to));
        }
    }
    false
}

/// How boxes of a column are ordered.
#[derive(PartialEq)]
enum Order {
    Any,
    FewCrossings,
}

/// The members by columns, each from top to bottom.
fn columns(members: &[usize], ways: &BTreeSet<(usize, usize)>, order: Order) -> Vec<Vec<usize>> {
    let orientation = Orientation::TopToBottom;
    let mut graph = VisualGraph::new(orientation);
    let mut handles = BTreeMap::new();
    for member in members {
        let shape = ShapeKind::new_box("");
        let size = Place::new(1.0, 1.0);
        let element = Element::create(shape, StyleAttr::simple(), orientation, size);
        handles.insert(*member, graph.add_node(element));
    }
    for (from, to) in ways {
        if let (Some(from), Some(to)) = (handles.get(from), handles.get(to)) {
            graph.add_edge(Arrow::invisible(), *from, *to);
        }
    }
    graph.to_valid_dag();
    match order {
        Order::Any => graph.dag.recompute_node_ranks(),
        Order::FewCrossings => graph.split_long_edges(false),
    }
    let members: BTreeMap<usize, usize> =
        handles.into_iter().map(|(member, handle)| (handle.get_index(), member)).collect();
    let levels = 0..graph.dag.num_levels();
    let column = |level: usize| {
        let row = graph.dag.row(level).iter();
        row.filter_map(|handle| members.get(&handle.get_index()).copied()).collect::<Vec<_>>()
    };
    levels.map(column).filter(|column| !column.is_empty()).collect()
}

/// Columns side by side, each box as near as there is room to the middle of those it is joined with.
fn stand(columns: &[Vec<usize>], sizes: &[Point], ways: &BTreeSet<(usize, usize)>) -> Part {
    let mut middles: BTreeMap<usize, f64> = BTreeMap::new();
    for column in columns {
        let all: f64 = column.iter().map(|member| sizes[*member].y + BETWEEN_BOXES).sum();
        let mut top = -all / 2.0;
        for member in column {
            middles.insert(*member, top + sizes[*member].y / 2.0);
            top += sizes[*member].y + BETWEEN_BOXES;
        }
    }
    let joined = |member: usize| {
        let both = ways.iter().filter_map(move |(a, b)| match (*a == member, *b == member) {
            (true, _) => Some(*b),
            (_, true) => Some(*a),
            _ => None,
        });
        both.collect::<Vec<usize>>()
    };
    for round in 0..8 {
        let there: Box<dyn Iterator<Item = &Vec<usize>>> =
            if round % 2 == 0 { Box::new(columns.iter()) } else { Box::new(columns.iter().rev()) };
        for column in there {
            let wanted: Vec<f64> = column
                .iter()
                .map(|member| {
                    let joined = joined(*member);
                    let sum: f64 = joined.iter().filter_map(|other| middles.get(other)).sum();
                    if joined.is_empty() { 0.0 } else { sum / joined.len() as f64 }
                })
                .collect();
            let heights: Vec<f64> = column.iter().map(|member| sizes[*member].y).collect();
            for (member, middle) in column.iter().zip(apart(&wanted, &heights)) {
                middles.insert(*member, middle);
            }
        }
    }
    let mut places: Vec<(usize, Point)> = Vec::new();
    let mut x = 0.0;
    for column in columns {
        let width = column.iter().map(|member| sizes[*member].x).fold(0.0, f64::max);
        for member in column {
            let middle = middles.get(member).copied().unwrap_or_default();
            places.push((*member, Point { x, y: middle - sizes[*member].y / 2.0 }));
        }
        x += width + BETWEEN_COLUMNS;
    }
    let top = places.iter().map(|(_, at)| at.y).fold(f64::INFINITY, f64::min);
    places.iter_mut().for_each(|(_, at)| at.y -= top);
    let size = Point {
        x: x - BETWEEN_COLUMNS,
        y: places.iter().map(|(member, at)| at.y + sizes[*member].y).fold(0.0, f64::max),
    };
    Part { places, size }
}

/// Middles as near to the wanted ones as they can be, in the same order and with room between.
fn apart(wanted: &[f64], heights: &[f64]) -> Vec<f64> {
    // Less the room that those before it take, the middles only have to grow: neighbours that would not are
    // put together at their mean.
    let mut taken = 0.0;
    let mut offsets = Vec::new();
    for height in heights {
        offsets.push(taken + height / 2.0);
        taken += height + BETWEEN_BOXES;
    }
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offsets) {
        let mut group = (wanted - offset, 1);
        while let Some((mean, count)) = groups.last().copied() {
            if mean < group.0 {
                break;
            }
            let all = count + group.1;
            group = ((mean * count as f64 + group.0 * group.1 as f64) / all as f64, all);
            groups.pop();
        }
        groups.push(group);
    }
    let means = groups.iter().flat_map(|(mean, count)| std::iter::repeat_n(*mean, *count));
    means.zip(offsets).map(|(mean, offset)| mean + offset).collect()
}

/// Parts in rows, as wide as the widest or as the picture is to be.
fn pack(parts: Vec<Part>, count: usize, width: f64) -> Layout {
    let widest = parts.iter().map(|part| part.size.x).fold(width, f64::max);
    let mut layout = Layout {
        corners: vec![Point::default(); count],
        parts: vec![0; count],
        size: Point::default(),
    };
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    for (number, part) in parts.into_iter().enumerate() {
        if x > 0.0 && x + part.size.x > widest {
            x = 0.0;
            y += row + BETWEEN_BOXES * 2.0;
            row = 0.0;
        }
        for (member, at) in &part.places {
            layout.corners[*member] = Point { x: x + at.x, y: y + at.y };
            layout.parts[*member] = number;
        }
        layout.size.x = layout.size.x.max(x + part.size.x);
        row = row.max(part.size.y);
        layout.size.y = layout.size.y.max(y + row);
        x += part.size.x + BETWEEN_BOXES * 2.0;
    }
    layout
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Point = Point { x: 100.0, y: 60.0 };

    #[test]
    fn parents_stand_left_of_children_and_nothing_overlaps() {
        // 0 is the parent of all but the last; 1 and 2 lead to each other.
        let mut links: Vec<(usize, usize)> = (1..40).map(|child| (child, 0)).collect();
        links.extend([(1, 2), (2, 1), (3, 3)]);
        let found = layout(&[SIZE; 41], &links);
        let corners = &found.corners;
        assert!((1..40).all(|child| corners[child].x > corners[0].x));
        for (place, a) in corners.iter().enumerate() {
            for b in &corners[..place] {
                let apart = (a.x - b.x).abs() >= SIZE.x || (a.y - b.y).abs() >= SIZE.y;
                assert!(apart, "{a:?} {b:?}");
            }
        }
        assert_ne!(found.parts[40], found.parts[0]);
        // Not all in one column.
        assert!(found.size.y < 40.0 * SIZE.y, "{:?}", found.size);
    }

    #[test]
    fn middles_keep_their_order_and_room() {
        let found = apart(&[10.0, 0.0, 200.0], &[20.0, 20.0, 20.0]);
        let step = 20.0 + BETWEEN_BOXES;
        assert_eq!(found, [5.0 - step / 2.0, 5.0 + step / 2.0, 200.0]);
    }

    #[test]
    fn nothing_at_all() {
        assert_eq!(layout(&[], &[]).size, Point::default());
    }
}
