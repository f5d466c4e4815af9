//! The tables of `docs/dispense.md`: which checks there are, in which order, and with which answer.

/// A row of the document's tables.
pub(crate) struct Row {
    pub(crate) check: &'static str,
    /// `detail` or `program`.
    pub(crate) per: Option<&'static str>,
    pub(crate) status: Option<u64>,
    pub(crate) message: &'static str,
    pub(crate) entry: Option<&'static str>,
}

/// The rows of the table of a ruleset and an operation.
pub(crate) fn table(ruleset: &str, operation: &str) -> Vec<Row> {
    let text = include_str!("../../../docs/dispense.md");
    let heading = format!("### {ruleset}, {operation}\n");
    let (_, rest) = text.split_once(&heading).expect("a table");
    let lines = rest.lines().take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with("| `"));
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let (check, per) = cells[0].split_once(", per ").map_or((cells[0], None), |(check, per)| (check, Some(per)));
        let given = |cell: &'static str| (cell != "–").then(|| cell.trim_matches('`'));
        Row {
            check: check.trim_matches('`'),
            per,
            status: given(cells[1]).map(|status| status.parse().expect("a status")),
            message: cells[2],
            entry: given(cells[3]),
        }
    };
    lines.map(row).collect()
}

/// The text is the pattern, in which `<…>` is any text and `[i]` a position.
pub(crate) fn is_like(text: &str, pattern: &str) -> bool {
    match pattern.split_once(['<', '[']) {
        Some((before, rest)) if text.starts_with(before) => {
            let after = rest.split_once(['>', ']']).map_or("", |(_, after)| after);
            (before.len()..=text.len())
                .any(|end| text.is_char_boundary(end) && is_like(text[end..].trim_start_matches(']'), after))
        }
        Some(_) => false,
        None => text == pattern,
    }
}
