//! Renames in an order in which no name is taken twice.

/// Single renames that lead from the old names to the new. Each comes after whatever had its new
/// name before. Where names go round in a ring, one of them steps aside under a `temporary` name.
///
/// `same` says which names the database takes for one: a name that changes in its case alone steps
/// aside, too, where case does not count.
pub fn rename_order<N: Clone + PartialEq>(
    mut renames: Vec<(N, N)>,
    same: impl Fn(&N, &N) -> bool,
    mut temporary: impl FnMut(&N) -> N,
) -> Vec<(N, N)> {
    renames.retain(|(old, new)| old != new);
    let mut ordered = Vec::new();
    while !renames.is_empty() {
        let is_free = |new: &N| !renames.iter().any(|(old, _)| same(old, new));
        match renames.iter().position(|(_, new)| is_free(new)) {
            Some(index) => ordered.push(renames.remove(index)),
            None => {
                let aside = temporary(&renames[0].0);
                let old = std::mem::replace(&mut renames[0].0, aside.clone());
                ordered.push((old, aside));
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(renames: &[(&str, &str)], same: impl Fn(&str, &str) -> bool) -> Vec<String> {
        let renames = renames.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        rename_order(renames, |a: &String, b: &String| same(a, b), |name| format!("tmp_{name}"))
            .into_iter()
            .map(|(old, new)| format!("{old}>{new}"))
            .collect()
    }

    fn exact(a: &str, b: &str) -> bool {
        a == b
    }

    #[test]
    fn a_chain_runs_from_its_end() {
        assert_eq!(ordered(&[("a", "b"), ("b", "c"), ("d", "d")], exact), ["b>c", "a>b"]);
    }

    #[test]
    fn in_a_ring_one_steps_aside() {
        assert_eq!(ordered(&[("a", "b"), ("b", "a")], exact), ["a>tmp_a", "b>a", "tmp_a>b"]);
    }

    #[test]
    fn a_change_of_case_steps_aside_where_case_does_not_count() {
        let swap = [("Album", "album")];
        assert_eq!(ordered(&swap, exact), ["Album>album"]);
        assert_eq!(
            ordered(&swap, str::eq_ignore_ascii_case),
            ["Album>tmp_Album", "tmp_Album>album"]
        );
    }
}
