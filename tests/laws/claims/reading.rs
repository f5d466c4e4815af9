//! However a text is cut where rows end, the same rows are read, and they are those of a plain reader.

use care_coverage::batch::TextFormat;
use care_coverage::simulation::{ClaimMapping, ClaimReader, ClaimTable, NO_WEIGHT, Names};
use proptest::prelude::*;

use super::model::{ModelRow, Style, rows};
use crate::law::holds;

const HEADER: [&str; 5] = ["care_type", "charged", "care_date", "is_optam_or_secteur_1", "person"];

fn style() -> impl Strategy<Value = Style> {
    (prop::sample::select(vec![',', ';', '|', '\t']), prop::sample::select(vec!['.', ',']), any::<bool>())
        .prop_filter("the sign is no separator", |(separator, point, _)| separator != point)
        .prop_map(|(separator, point, french_dates)| Style { separator, point, french_dates })
}

fn mapping(style: Style) -> ClaimMapping {
    let columns: Vec<String> = HEADER.iter().map(|name| format!("\"{name}\": \"{name}\"")).collect();
    let (separator, decimal) = (
        if style.separator == '\t' { "tab".to_owned() } else { style.separator.to_string() },
        if style.point == ',' { "comma" } else { "point" },
    );
    let format = if style.french_dates { "dd/MM/yyyy" } else { "yyyy-MM-dd" };
    let text = format!(
        r#"{{ "separator": "{separator}", "decimal": "{decimal}", "date_format": "{format}", "columns": {{ {} }} }}"#,
        columns.join(", ")
    );
    ClaimMapping::new(&text.parse().expect("JSON")).expect("a mapping")
}

fn cell() -> impl Strategy<Value = String> {
    let words = vec![
        "",
        "null",
        "GP_VISIT",
        "CROWN",
        "é",
        "26.50",
        "26,50",
        "1 234,5",
        "1\u{202f}234.5 €",
        "-8",
        "0",
        "007",
        "1234567890123",
        "1.00000",
        "2025-03-12",
        "12/03/2025",
        "2025-02-30",
        "31/04/2025",
        "29/02/2024",
        "true",
        "false",
        "OUI",
        "n",
        "1",
        "maybe",
        "P1",
        "P2",
        " P3 ",
        "\"P;4\"",
        "\"a\nb\"",
        "\"\"\"\"",
        "\"null\"",
        "a\"b",
        "\"open",
    ];
    prop_oneof![8 => prop::sample::select(words).prop_map(str::to_owned), 1 => "[ -~é€]{0,8}", 1 => Just("x".repeat(65))]
}

/// Lines of mostly five cells.
fn lines() -> impl Strategy<Value = Vec<Vec<String>>> {
    let good = ["GP_VISIT", "26", "", "", "P1"];
    let line = prop::collection::vec(cell(), 5).prop_flat_map(move |cells| {
        // Most cells are good, so that a row often is.
        prop::collection::vec(0_u8..4, 5).prop_map(move |bad: Vec<u8>| {
            let one = |index: usize| if bad[index] == 0 { cells[index].clone() } else { good[index].to_owned() };
            (0..5).map(one).collect::<Vec<_>>()
        })
    });
    prop::collection::vec(prop_oneof![9 => line, 1 => prop::collection::vec(cell(), 0..7)], 0..12)
}

/// What the engine says of a row, as the model does.
fn read_rows(table: &ClaimTable) -> Vec<ModelRow> {
    let names = table.names();
    let by = table.by(&names);
    let columns = table.columns(&names, &by);
    let text = |column: &Names<'_>, row: usize| {
        let code = column.codes.get(row).copied().unwrap_or_default() as usize;
        (code >= 2).then(|| column.names[code - 2].to_owned())
    };
    let row = |row: usize| ModelRow {
        care_type: text(&columns.care_type, row),
        charged: columns.acts.charged.get(row).copied().filter(|charged| *charged != NO_WEIGHT),
        care_date: columns.acts.care_date.get(row).copied().filter(|day| *day != i32::MIN).map(calendar),
        optam: columns.acts.acts.booleans[0].get(row).copied().unwrap_or_default(),
        person: text(&columns.person, row),
        is_good: columns.unreadable.iter().all(|unreadable| unreadable.row as usize != row),
    };
    (0..table.rows()).map(row).collect()
}

/// By counting days from the beginning of the calendar.
fn calendar(day: i32) -> (u32, u32, u32) {
    let (mut year, mut left) = (1, day + 719_162);
    let is_leap = |year: i32| year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    let length = |year: i32| if is_leap(year) { 366 } else { 365 };
    while left >= length(year) {
        left -= length(year);
        year += 1;
    }
    let months = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while left >= months[month] {
        left -= months[month];
        month += 1;
    }
    (year as u32, month as u32 + 1, left as u32 + 1)
}

#[test]
fn rows_are_those_of_a_plain_reader() {
    let mut good = 0;
    let count = &mut good;
    let count = std::cell::RefCell::new(count);
    holds(2_000, &(style(), lines(), any::<bool>()), |(style, lines, is_ended)| {
        let separator = style.separator.to_string();
        let header = HEADER.join(&separator);
        let mut text = lines.iter().map(|line| line.join(&separator)).collect::<Vec<_>>().join("\n");
        if is_ended {
            text.push('\n');
        }
        let mut reader = ClaimReader::new(mapping(style), Vec::new(), TextFormat::Csv);
        reader.set_header(header.as_bytes()).expect("a header");
        let read = read_rows(reader.read(text.as_bytes()).expect("rows"));
        let plain = rows(&text, style);
        **count.borrow_mut() += plain.iter().filter(|row| row.is_good).count();
        prop_assert_eq!(read.len(), plain.len(), "{:?}", text);
        for (read, plain) in read.iter().zip(&plain) {
            prop_assert_eq!(read.is_good, plain.is_good, "{:?} of {:?}", plain, text);
            if plain.is_good {
                prop_assert_eq!(read, plain, "{:?}", text);
            }
        }
        Ok(())
    });
    assert!(good > 1_000, "only {good} rows are good");
}

/// Where lines end that no row goes beyond.
fn cuts(lines: &[String]) -> Vec<usize> {
    let mut cuts = vec![0];
    for line in lines {
        cuts.push(cuts.last().copied().unwrap_or_default() + line.len());
    }
    cuts
}

#[test]
fn pieces_change_nothing() {
    let csv =
        prop::collection::vec((prop::collection::vec(cell(), 3..6), prop::sample::select(vec!["\n", "\r\n"])), 0..10)
            .prop_map(|lines| {
                lines.into_iter().map(|(cells, end)| cells.join(";").replace(['\n', '"'], "") + end).collect::<Vec<_>>()
            });
    let json = prop::sample::select(vec![
        r#"{"care_type":"G","charged":5,"person":"P1"}"#,
        r#"{ "charged" : "5.5", "care_type" : "H" }"#,
        r#"{"care_type":"G","charged":-1}"#,
        r#"{"care_type":1,"charged":5}"#,
        r#"{"person":"P\u00e9","care_type":"G","charged":5,"care_date":"2025-01-01","is_optam_or_secteur_1":true}"#,
        "[]",
        "x",
        "",
        " ",
        r#"{"care_type":"G","charged":1e1,"teeth":[11,  12]}"#,
        r#"{"care_type":"G","charged":5,"charged":6}"#,
        r#"{"care_type":"G","charged":5,"x":{"y":[1,{}]}}"#,
    ]);
    let ndjson = prop::collection::vec(json, 0..10)
        .prop_map(|lines| lines.into_iter().map(|line| format!("{line}\n")).collect::<Vec<_>>());
    let texts = prop_oneof![
        csv.prop_map(|lines| (TextFormat::Csv, lines)),
        ndjson.prop_map(|lines| (TextFormat::Ndjson, lines))
    ];
    holds(1_000, &(texts, prop::collection::vec(any::<bool>(), 10)), |((format, lines), cut)| {
        let new = || {
            let mut reader = ClaimReader::new(ClaimMapping::default(), Vec::new(), format);
            reader.set_header(HEADER.join(";").as_bytes()).expect("a header");
            reader
        };
        let whole = read_rows(new().read(lines.concat().as_bytes()).expect("rows"));
        let (text, mut pieces, mut reader, mut start) = (lines.concat(), Vec::new(), new(), 0);
        for (index, end) in cuts(&lines).into_iter().enumerate() {
            if cut.get(index).copied().unwrap_or_default() || end == text.len() {
                pieces.extend(read_rows(reader.read(&text.as_bytes()[start..end]).expect("rows")));
                start = end;
            }
        }
        prop_assert_eq!(whole, pieces);
        Ok(())
    });
}

#[test]
fn any_bytes_are_rows_or_a_refusal() {
    let bytes = prop::collection::vec(
        prop_oneof![any::<u8>(), prop::sample::select(b",;\"\n\r{}[]:0123456789.-eat\xc3\xa9\xc2\xa0".to_vec())],
        0..200,
    );
    let header = prop::sample::select(vec![
        &b"care_type;charged;teeth"[..],
        b"charged,care_type,person,side,tooth,weight",
        b"care_type|charged|care_date|member_birth_date|member_age",
    ]);
    holds(5_000, &(header, bytes, any::<bool>(), any::<bool>()), |(header, bytes, is_json, is_damir)| {
        let damir = r#"{ "kind": "damir", "columns": { "care_type": "care_type", "charged": "charged", "acts": "charged", "age_band": "care_type" } }"#;
        let mapping = if is_damir {
            ClaimMapping::new(&damir.parse().expect("JSON")).expect("a mapping")
        } else {
            ClaimMapping::default()
        };
        let mut reader = ClaimReader::new(
            mapping,
            vec!["care_type".to_owned()],
            if is_json { TextFormat::Ndjson } else { TextFormat::Csv },
        );
        reader.set_header(header).expect("a header");
        let table = reader.read(&bytes).expect("rows");
        let (rows, names) = (table.rows(), table.names());
        let by = table.by(&names);
        let columns = table.columns(&names, &by);
        // Every column is empty or has a cell for each row, and every code a name.
        for column in [columns.acts.charged, columns.acts.brss, columns.weight] {
            prop_assert!(column.is_empty() || column.len() == rows);
        }
        for texts in [columns.care_type, columns.person, columns.teeth, columns.by[0]] {
            prop_assert!(texts.codes.is_empty() || texts.codes.len() == rows);
            prop_assert!(texts.codes.iter().all(|code| (*code as usize) < texts.names.len() + 2));
        }
        prop_assert_eq!(columns.lines.len(), rows);
        prop_assert!(
            columns
                .unreadable
                .iter()
                .all(|unreadable| (unreadable.row as usize) < rows && !unreadable.says.message.is_empty())
        );
        prop_assert!(columns.unreadable.windows(2).all(|two| two[0].row < two[1].row));
        Ok(())
    });
}
