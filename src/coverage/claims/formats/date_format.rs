//! How are dates written in a file?
//!
//! ```text
//! format = yyyy, MM or M, dd or d, each once, in any order, and what is between them
//! ```
//! `M` and `d` have one digit or two.

use crate::ground::exact::date::CalendarDate;

/// A way to write dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateFormat {
    /// As it was written.
    pub(crate) text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Number { of: Of, digits: usize, at_most: usize },
    Sign(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Year,
    Month,
    Day,
}

/// `YYYY-MM-DD`
pub(crate) const ISO: &str = "yyyy-MM-dd";

impl DateFormat {
    /// None where the text is no format of ours, or where its dates could be read in two ways.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = text;
        while let Some(sign) = rest.bytes().next() {
            let known = [
                ("yyyy", Of::Year, 4, 4),
                ("MM", Of::Month, 2, 2),
                ("dd", Of::Day, 2, 2),
                ("M", Of::Month, 1, 2),
                ("d", Of::Day, 1, 2),
            ];
            let found = known.into_iter().find_map(|(name, of, digits, at_most)| {
                Some((Part::Number { of, digits, at_most }, rest.strip_prefix(name)?))
            });
            let (part, after) = match found {
                Some(found) => found,
                None if matches!(sign, b'/' | b'-' | b'.' | b' ') => (Part::Sign(sign), rest.get(1..)?),
                None => return None,
            };
            parts.push(part);
            rest = after;
        }
        let is_once = |asked: Of| parts.iter().filter(|part| part.is(asked)).count() == 1;
        // A number of one or two digits ends only where a sign follows.
        let ends = parts.windows(2).all(|two| match two {
            [Part::Number { digits, at_most, .. }, Part::Number { .. }] => digits == at_most,
            _ => true,
        });
        let is_good = [Of::Year, Of::Month, Of::Day].into_iter().all(is_once) && ends;
        is_good.then(|| DateFormat { text: text.to_owned(), parts })
    }

    /// The day that a text writes.
    pub(crate) fn day(&self, text: &[u8]) -> Option<CalendarDate> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        let mut rest = text;
        for part in &self.parts {
            match *part {
                Part::Sign(sign) => rest = rest.strip_prefix(&[sign])?,
                Part::Number { of, digits, at_most } => {
                    let count = rest.iter().take(at_most).take_while(|byte| byte.is_ascii_digit()).count();
                    let (number, after) = rest.split_at_checked(count).filter(|_| count >= digits)?;
                    let number = number.iter().fold(0_u32, |sum, digit| {
                        sum.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0')))
                    });
                    match of {
                        Of::Year => year = number,
                        Of::Month => month = number,
                        Of::Day => day = number,
                    }
                    rest = after;
                }
            }
        }
        if rest.is_empty() { CalendarDate::new(year, month, day) } else { None }
    }
}

impl Part {
    fn is(&self, asked: Of) -> bool {
        matches!(self, Part::Number { of, .. } if *of == asked)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(format: &str, text: &str) -> Option<String> {
        DateFormat::read(format).unwrap().day(text.as_bytes()).map(|day| day.to_string())
    }

    #[test]
    fn reads_what_the_format_says_and_nothing_else() {
        for (format, text) in [
            ("yyyy-MM-dd", "2025-03-12"),
            ("dd/MM/yyyy", "12/03/2025"),
            ("yyyyMMdd", "20250312"),
            ("dd-MM-yyyy", "12-03-2025"),
            ("dd.MM.yyyy", "12.03.2025"),
            ("MM/dd/yyyy", "03/12/2025"),
            ("d/M/yyyy", "12/3/2025"),
            ("ddMMyyyy", "12032025"),
        ] {
            assert_eq!(day(format, text).as_deref(), Some("2025-03-12"), "{format} {text}");
        }
        for (format, text) in [
            ("dd/MM/yyyy", "12/3/2025"),
            ("dd/MM/yyyy", "12/13/2025"),
            ("dd/MM/yyyy", "12/03/25"),
            ("dd/MM/yyyy", "12/03/2025 "),
            ("dd/MM/yyyy", "2025-03-12"),
            ("yyyyMMdd", "2025031"),
            ("d/M/yyyy", "/3/2025"),
        ] {
            assert_eq!(day(format, text), None, "{format} {text}");
        }
    }

    #[test]
    fn a_format_has_each_part_once() {
        for format in ["", "dd/MM", "dd/MM/yy", "dd/MM/yyyy HH", "dMyyyy", "dd/dd/yyyy", "yyyy-MM-dd-dd", "jj/mm/aaaa"]
        {
            assert_eq!(DateFormat::read(format), None, "{format}");
        }
    }
}
