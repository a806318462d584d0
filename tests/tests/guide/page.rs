//! A page of Markdown: its sections and what stands between fences.

/// What stands between two fences, and the word behind the first one.
pub struct Block {
    pub language: String,
    pub text: String,
    /// Nothing stands between it and the block before it.
    pub follows: bool,
}

/// The blocks of a page, in their order.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    let mut follows = false;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                let language = language.split(',').next().unwrap_or_default().to_owned();
                open = Some(Block { language, text: String::new(), follows });
            }
            (Some(_), Some(_)) => {
                blocks.extend(open.take());
                follows = true;
            }
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, None) => follows &= line.is_empty(),
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    blocks
}

/// The part of a page under a heading, with what stands under its own smaller headings.
pub fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let depth = heading.bytes().take_while(|byte| *byte == b'#').count();
    let start = page
        .match_indices(heading)
        .map(|(at, _)| at)
        .find(|at| {
            let line = page[*at..].lines().next();
            line == Some(heading) && (*at == 0 || page[..*at].ends_with('\n'))
        })
        .unwrap_or_else(|| panic!("the page has no section `{heading}`"));
    let rest = &page[start + heading.len()..];
    let mut fenced = false;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        if !fenced && marks > 0 && marks <= depth && line[marks..].starts_with(' ') {
            return &rest[..at];
        }
        at += line.len();
    }
    rest
}

/// What stands in the first column of the tables of a text, without the heads.
pub fn first_column(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |line: &&str| line.starts_with("| ") && !line.starts_with("| ---");
    let is_head = |at: usize| lines.get(at + 1).is_some_and(|next| next.starts_with("| ---"));
    lines
        .iter()
        .enumerate()
        .filter(|(at, line)| is_row(line) && !is_head(*at))
        .filter_map(|(_, line)| line[2..].split(" |").next())
        .collect()
}

/// The pieces of code in a line: what stands between backticks.
pub fn code(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}
