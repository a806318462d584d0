/// What follows the words of a statement: beside them where it is one, else each in a line.
pub fn listed(parts: Vec<String>) -> String {
    let space = if parts.len() == 1 { " " } else { "\n  " };
    format!("{space}{}", parts.join(",\n  "))
}
