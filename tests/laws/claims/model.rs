//! A plain reader of claims: a CSV character by character, and a few fields.

/// What a row says, or that it says nothing good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ModelRow {
    pub(super) care_type: Option<String>,
    /// In 1/10,000.
    pub(super) charged: Option<i64>,
    /// Year, month, day.
    pub(super) care_date: Option<(u32, u32, u32)>,
    /// 1 null, 2 false, 3 true.
    pub(super) optam: u8,
    pub(super) person: Option<String>,
    pub(super) is_good: bool,
}

/// How the file is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) separator: char,
    /// `.` or `,`
    pub(super) point: char,
    /// `dd/MM/yyyy` instead of `yyyy-MM-dd`
    pub(super) french_dates: bool,
}

/// The rows of a text in whole lines, whose columns are care type, what was charged, date, OPTAM, person.
pub(super) fn rows(text: &str, style: Style) -> Vec<ModelRow> {
    records(text, style.separator).into_iter().map(|record| row(&record, style)).collect()
}

/// The cells of each record, with whether each was in quotation marks; none for a record with one out of place.
fn records(text: &str, separator: char) -> Vec<Option<Vec<(String, bool)>>> {
    let characters: Vec<char> = text.chars().collect();
    let mut records = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if characters[at] == '\n' || characters[at] == '\r' && characters.get(at + 1) == Some(&'\n') {
            at += if characters[at] == '\n' { 1 } else { 2 };
            continue;
        }
        let mut cells = Vec::new();
        let mut is_good = true;
        loop {
            let (mut cell, mut quoted) = (String::new(), false);
            if characters.get(at) == Some(&'"') {
                quoted = true;
                at += 1;
                loop {
                    match characters.get(at) {
                        None => {
                            is_good = false;
                            break;
                        }
                        Some('"') if characters.get(at + 1) == Some(&'"') => {
                            cell.push('"');
                            at += 2;
                        }
                        Some('"') => {
                            at += 1;
                            break;
                        }
                        Some(other) => {
                            cell.push(*other);
                            at += 1;
                        }
                    }
                }
            }
            while let Some(character) =
                characters.get(at).filter(|character| **character != separator && **character != '\n')
            {
                is_good &= *character != '"';
                let ends = *character == '\r' && matches!(characters.get(at + 1), None | Some('\n'));
                if !ends {
                    is_good &= !quoted;
                    cell.push(*character);
                }
                at += 1;
            }
            cells.push((cell, quoted));
            let end = characters.get(at).copied();
            at += 1;
            if end != Some(separator) {
                break;
            }
        }
        records.push(is_good.then_some(cells));
    }
    records
}

fn row(record: &Option<Vec<(String, bool)>>, style: Style) -> ModelRow {
    let Some(cells) = record.as_ref().filter(|cells| cells.len() == 5) else { return ModelRow::default() };
    let mut row = ModelRow { is_good: true, ..ModelRow::default() };
    let cell = |index: usize| {
        let (cell, quoted) = &cells[index];
        if cell == "null" && !quoted { Cell::Null } else { Cell::Text(cell.trim_matches(' ').to_owned()) }
    };
    match cell(0) {
        Cell::Text(text) if is_short(&text) => row.care_type = Some(text),
        _ => row.is_good = false,
    }
    match cell(1) {
        Cell::Text(text) => match amount(&text, style.point) {
            Some(amount) if amount >= 0 => row.charged = Some(amount),
            _ => row.is_good = false,
        },
        Cell::Null => row.is_good = false,
    }
    match cell(2) {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => match date(&text, style.french_dates) {
            Some(date) => row.care_date = Some(date),
            None => row.is_good = false,
        },
        Cell::Null => {}
    }
    match cell(3) {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => match text.to_lowercase().as_str() {
            "true" | "oui" | "o" | "1" | "vrai" | "yes" => row.optam = 3,
            "false" | "non" | "n" | "0" | "faux" | "no" => row.optam = 2,
            _ => row.is_good = false,
        },
        Cell::Null => row.optam = 1,
    }
    match cell(4) {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) if is_short(&text) => row.person = Some(text),
        Cell::Text(_) => row.is_good = false,
        Cell::Null => {}
    }
    row
}

enum Cell {
    Text(String),
    Null,
}

fn is_short(text: &str) -> bool {
    (1..=64).contains(&text.chars().count())
}

/// Digits, blanks between groups of three, a sign and at most four decimals, perhaps € behind them.
fn amount(text: &str, point: char) -> Option<i64> {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.trim();
    let text = text.strip_suffix('€').unwrap_or(text).trim_end();
    let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = text.split_once(point).map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let groups: Vec<&str> = whole.split(' ').collect();
    let are_groups = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.concat();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_groups || !is_number(&digits) || digits.len() > 12 || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    let fraction = match fraction {
        None => "0000".to_owned(),
        Some(fraction) if is_number(fraction) && fraction.len() <= 4 => format!("{fraction:0<4}"),
        Some(_) => return None,
    };
    let amount: i64 = (digits + &fraction).parse().ok()?;
    Some(if is_negative { -amount } else { amount })
}

fn date(text: &str, french: bool) -> Option<(u32, u32, u32)> {
    let parts: Vec<&str> = text.split(if french { '/' } else { '-' }).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    if lengths != if french { [2, 2, 4] } else { [4, 2, 2] }
        || !parts.concat().bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let number = |index: usize| parts[index].parse::<u32>().ok();
    let (year, month, day) =
        if french { (number(2)?, number(1)?, number(0)?) } else { (number(0)?, number(1)?, number(2)?) };
    let is_leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    let days = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let is_day = year >= 1 && (1..=12).contains(&month) && day >= 1 && day <= days[month as usize - 1];
    is_day.then_some((year, month, day))
}
