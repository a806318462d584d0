//! The one order of things that lean on each other.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// Things, by their places in a list that is in the order wanted where nothing else decides.
#[derive(Debug)]
pub struct Graph {
    /// For each, those that wait for it.
    followers: Vec<BTreeSet<usize>>,
    /// The same, where waiting is only better.
    wishes: Vec<BTreeSet<usize>>,
}

impl Graph {
    /// A graph of so many things, none of which leans on another.
    pub fn new(size: usize) -> Self {
        Self { followers: vec![BTreeSet::new(); size], wishes: vec![BTreeSet::new(); size] }
    }

    /// `later` can only be done after `first`.
    pub fn after(&mut self, later: usize, first: usize) {
        if later != first {
            self.followers[first].insert(later);
        }
    }

    /// `later` is better done after `first`, unless that would make a circle.
    pub fn rather_after(&mut self, later: usize, first: usize) {
        if later != first {
            self.wishes[first].insert(later);
        }
    }

    /// Everything, each after what it leans on; the first of the list first where there is a choice.
    /// A circle of wishes is cut at the first of its members, one of needs where the fewest are open.
    pub fn order(&self) -> Vec<usize> {
        let size = self.followers.len();
        let mut needs = vec![0_usize; size];
        let mut hopes = vec![0_usize; size];
        self.followers.iter().flatten().for_each(|later| needs[*later] += 1);
        self.wishes.iter().flatten().for_each(|later| hopes[*later] += 1);
        // By what is still open of each: nothing, only wishes, needs.
        let key = |needs: &[usize], hopes: &[usize], at: usize| Reverse((needs[at], hopes[at], at));
        let mut heap: BinaryHeap<_> = (0..size).map(|at| key(&needs, &hopes, at)).collect();
        let mut done = vec![false; size];
        let mut order = Vec::with_capacity(size);
        while let Some(Reverse((open, open_wishes, at))) = heap.pop() {
            if done[at] || (open, open_wishes) != (needs[at], hopes[at]) {
                continue;
            }
            done[at] = true;
            order.push(at);
            for later in self.followers[at].iter().filter(|l| !done[**l]) {
                needs[*later] -= 1;
                heap.push(key(&needs, &hopes, *later));
            }
            for later in self.wishes[at].iter().filter(|l| !done[**l]) {
                hopes[*later] -= 1;
                heap.push(key(&needs, &hopes, *later));
            }
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[test]
    fn the_list_decides_where_nothing_else_does() {
        assert_eq!(Graph::new(3).order(), [0, 1, 2]);
        let mut graph = Graph::new(4);
        graph.after(0, 3);
        assert_eq!(graph.order(), [1, 2, 3, 0]);
    }

    #[test]
    fn wishes_give_way() {
        let mut graph = Graph::new(3);
        graph.after(1, 0);
        graph.rather_after(0, 1);
        graph.rather_after(0, 2);
        assert_eq!(graph.order(), [2, 0, 1]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        let mut graph = Graph::new(3);
        graph.after(0, 1);
        graph.after(1, 0);
        graph.after(2, 0);
        assert_eq!(graph.order(), [0, 1, 2]);
    }
}
