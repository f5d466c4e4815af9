//! A care act as JSON on one line, read quickly.

use crate::coverage::batch::codes::{ActCodes, Vocabulary};
use crate::coverage::batch::row::{Field, Row, small_number};
use crate::coverage::facts::derive::DeriveOptions;
use crate::ground::small::json_line::{JsonLine, Plain};

/// The act at the start of some bytes, and the bytes after its line; none where the line has to be looked at as a whole: because
/// it is not plain, or because it does not end here.
pub(crate) fn act<'b>(
    bytes: &'b [u8],
    vocabulary: &Vocabulary,
    options: &DeriveOptions,
) -> Option<(ActCodes, &'b [u8])> {
    let mut line = JsonLine { rest: bytes };
    let mut row = Row::new(vocabulary, options);
    line.space();
    line.object(|line, name| {
        let field = Field::by_name(name)?;
        row.begin(field)?;
        take(&mut row, field, line.value()?)
    })?;
    line.space();
    line.expect(b'\n')?;
    Some((row.finish()?, line.rest))
}

fn take(row: &mut Row<'_>, field: Field, value: Plain<'_>) -> Option<()> {
    match (value, field) {
        (Plain::Text(text), _) => row.text(field, text),
        (Plain::Flag(value), _) => row.boolean(field, value),
        (Plain::Null, _) => row.null(field),
        (Plain::List(list), Field::Teeth) => {
            let list = list.trim_ascii();
            let count = if list.is_empty() { 0 } else { usize::MAX };
            row.teeth(list.split(|byte| *byte == b',').take(count).map(|number| small_number(number.trim_ascii())))
        }
        (Plain::Digits(number), Field::MemberAge) => row.age(small_number(number)?),
        (Plain::Digits(number), Field::Amount(position)) => row.number(position, number),
        _ => None,
    }
}
