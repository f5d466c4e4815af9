//! Decimal text ↔ double: what every platform does already.
//!
//! In wasm JavaScript does it, with the same results (both are correctly rounded and shortest): the tables that Rust needs
//! would be a sixth of the module.

/// The double nearest to a number in the grammar of JSON; infinite where it is too large.
pub(crate) fn parse(token: &str) -> f64 {
    #[cfg(target_family = "wasm")]
    let number = crate::ground::value::platform::parse(token);
    #[cfg(not(target_family = "wasm"))]
    let number = token.parse().unwrap_or(f64::NAN);
    number
}

/// The shortest decimal that is read back as this double.
pub(crate) fn show(number: f64) -> String {
    #[cfg(target_family = "wasm")]
    let text = crate::ground::value::platform::show(number);
    #[cfg(not(target_family = "wasm"))]
    let text = shown(number);
    text
}

/// As JavaScript shows it: with an exponent from 1e21 on, and below 1e-6; -0 is 0.
#[cfg(not(target_family = "wasm"))]
fn shown(number: f64) -> String {
    let scientific = format!("{number:e}");
    let parts = scientific.split_once('e').and_then(|(digits, exponent)| Some((digits, exponent.parse::<i32>().ok()?)));
    match parts {
        Some((digits, exponent @ 21..)) => format!("{digits}e+{exponent}"),
        Some((digits, exponent @ ..-6)) => format!("{digits}e{exponent}"),
        _ if number == 0.0 => "0".to_owned(),
        _ => number.to_string(),
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_javascript_shows_them() {
        let texts = [
            "0",
            "-1.5",
            "0.000001",
            "1e-7",
            "-2.5e-7",
            "5e-324",
            "100000000000000000000",
            "1e+21",
            "1.7976931348623157e+308",
        ];
        for text in texts {
            assert_eq!(show(parse(text)), text);
        }
        assert_eq!(show(-0.0), "0");
    }
}
